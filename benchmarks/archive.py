"""A seeded archive of made-up news: articles in stories of a real archive's sizes, and the findings planted in them.

Every story is one event in one town, told by one or more outlets over some days. Each of its figures (killed, injured,
arrested, evacuated) is told by every article of it, and is planted as one of: the same everywhere (agree), raised in the later
reports (updated), or one number here and another there on one day (conflict). Around the figures stands text without
figures: statements, roles, places and words that all stories share, so that hot names and words are as common as in news.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from claimcheck.model import Report

FIRST_DAY = date(2022, 1, 3)
SYLLABLES = [
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "ka",
    "le",
    "mi",
    "no",
    "pu",
    "ra",
    "se",
    "ti",
    "vo",
    "zu",
    "dar",
    "ben",
    "kol",
    "mar",
    "nis",
    "pol",
    "ras",
    "tor",
    "vel",
    "zan",
    "sha",
    "bri",
    "gru",
]
FIRST_NAMES = [
    "Ada",
    "Boris",
    "Carla",
    "Dmitri",
    "Elena",
    "Farid",
    "Grace",
    "Hamid",
    "Irina",
    "Jonas",
    "Karim",
    "Leila",
    "Marek",
    "Nadia",
    "Omar",
    "Paula",
]
COUNTRIES = [
    "France",
    "Germany",
    "Kenya",
    "Peru",
    "India",
    "Turkey",
    "Mexico",
    "Poland",
    "Italy",
    "Chad",
    "Ghana",
    "Norway",
    "Chile",
    "Japan",
    "Spain",
    "Egypt",
]
OUTLETS = [
    "Courier",
    "Herald",
    "Ledger",
    "Tribune",
    "Gazette",
    "Monitor",
    "Dispatch",
    "Chronicle",
    "Observer",
    "Record",
    "Sentinel",
    "Bulletin",
]
EVENTS = {
    "blast": ("A blast tore through a market", "the blast"),
    "fire": ("A fire swept through a warehouse", "the fire"),
    "flood": ("A flood broke through the dam", "the flood"),
    "crash": ("A train left the rails at the station", "the crash"),
    "collapse": ("A bridge collapsed at the harbour", "the collapse"),
}
FIGURES = {
    "killed": (
        "{n} people were killed in {event}.",
        "{Event} in {town} killed {n} people.",
        "{Event} killed {n} people.",
    ),
    "injured": ("{n} people were injured.", "{Event} injured {n} people.", "{Event} left {n} people injured."),
    "arrested": ("Police arrested {n} people.", "{n} people were arrested after {event}.", "{n} people were arrested."),
    "evacuated": ("{n} residents were evacuated.", "{n} residents were evacuated from {town}."),
}
"""The attribute as claimcheck calls it, and the wordings that outlets choose from."""
TALK = (
    "The {office} in {town} asked residents to keep away from the {thing} while {crew} searched the {place}.",
    "{person}, a {job} who lives near the {place}, said the {thing} shook and then went dark.",
    "Officials from {country} offered help, and the {office} thanked them for it.",
    "“We heard a sound and ran towards the {place},” said {person}.",
    "The {thing} had been closed for repairs, according to the {office} in {town}.",
    "{crew} carried {goods} through the streets as the {place} filled with {weather}.",
    "Residents gathered outside the {place} and waited for news of their neighbours.",
    "The {office} promised an inquiry into how the {thing} was looked after.",
    "In {country}, newspapers compared it with the loss of an older {thing} in a quiet valley.",
    "{person} described {weather} over the {place} and people calling to each other in the dark.",
    "Shops near the {place} stayed shut, and the road towards the {thing} was blocked by {goods}.",
    "The {job} {person} told reporters that the {office} had warned of the {thing} before.",
)
SLOTS = {
    "office": [
        "ministry",
        "council",
        "prefecture",
        "mayoralty",
        "agency",
        "commission",
        "tribunal",
        "parliament",
        "directorate",
    ],
    "thing": [
        "bridge",
        "warehouse",
        "tower",
        "pipeline",
        "depot",
        "terminal",
        "reservoir",
        "granary",
        "quay",
        "tunnel",
        "furnace",
        "viaduct",
    ],
    "place": [
        "market",
        "square",
        "harbour",
        "station",
        "school",
        "clinic",
        "stadium",
        "museum",
        "orchard",
        "refinery",
        "courtyard",
        "embankment",
    ],
    "crew": ["Firefighters", "Volunteers", "Soldiers", "Medics", "Engineers", "Divers", "Carpenters", "Miners"],
    "job": [
        "baker",
        "teacher",
        "fisherman",
        "nurse",
        "porter",
        "welder",
        "farmer",
        "driver",
        "librarian",
        "mechanic",
        "tailor",
    ],
    "goods": [
        "blankets",
        "water",
        "bread",
        "timber",
        "stretchers",
        "lanterns",
        "rope",
        "medicine",
        "ladders",
        "sandbags",
    ],
    "weather": ["smoke", "dust", "fog", "rain", "silence", "ash", "steam", "wind"],
}


@dataclass(frozen=True, slots=True)
class Planted:
    """A figure that a story's articles tell, and what claimcheck is to say of it."""

    attribute: str
    verdict: str
    first: int
    second: int


@dataclass(frozen=True, slots=True)
class Story:
    """One event: where and when, how many articles tell it, and its planted figures."""

    number: int
    town: str
    event: str
    day: date
    articles: int
    figures: tuple[Planted, ...]


def sizes(articles: int, dice: random.Random) -> list[int]:
    """Give the sizes of stories that hold so many articles: most of 1-3, a tail up to a thirtieth of the whole."""
    found: list[int] = []
    left = articles
    while left > 0:
        size = min(left, dice.choices((1, 2, 3, 0), (60, 20, 10, 10))[0] or int(4 * dice.paretovariate(1.1)))
        size = min(size, max(6, articles // 30))
        found.append(size)
        left -= size
    return found


def stories(articles: int, seed: int = 7) -> list[Story]:
    """Plan an archive of so many articles; the same for the same seed."""
    dice = random.Random(seed)
    towns: set[str] = set()
    found = []
    for number, size in enumerate(sizes(articles, dice)):
        town = _town(dice, towns)
        event = dice.choice(sorted(EVENTS))
        day = FIRST_DAY + timedelta(days=dice.randrange(700))
        found.append(Story(number, town, event, day, size, tuple(_figures(dice, size))))
    return found


def _town(dice: random.Random, known: set[str]) -> str:
    while True:
        town = "".join(dice.choice(SYLLABLES) for _ in range(dice.choice((3, 3, 4)))).capitalize()
        if town not in known:
            known.add(town)
            return town


def _figures(dice: random.Random, size: int) -> Iterator[Planted]:
    changed = dice.choice(("updated", "conflict"))
    for attribute in FIGURES:
        verdict = dice.choices(("agree", changed), (2, 1))[0] if size > 1 else "single"
        if verdict == "updated" and attribute not in ("killed", "injured"):
            verdict = "agree"
        first = dice.randrange(13, 90)
        yield Planted(attribute, verdict, first, first if verdict in ("agree", "single") else int(first * 1.6) + 3)


def told(story: Story, seed: int = 7) -> Iterator[dict[str, str]]:
    """Write the articles of a story, about 600 words each, as records with outlet, published and text."""
    dice = random.Random(seed * 1_000_003 + story.number)
    cast = [f"{dice.choice(FIRST_NAMES)} {_town(dice, set())}" for _ in range(4)]
    land = dice.choice(COUNTRIES)
    for n in range(story.articles):
        late = n >= (story.articles + 1) // 2
        day = story.day + timedelta(days=1 + (dice.randrange(2, 5) if late and _grows(story) else 0))
        yield {
            "outlet": f"{OUTLETS[n % len(OUTLETS)]} {1 + n // len(OUTLETS)}",
            "published": day.isoformat(),
            "text": "\n\n".join(_paragraphs(story, late, cast, land, dice)),
        }


def _grows(story: Story) -> bool:
    return any(f.verdict == "updated" for f in story.figures)


def _paragraphs(story: Story, late: bool, cast: list[str], land: str, dice: random.Random) -> Iterator[str]:
    opening, event = EVENTS[story.event]
    yield f"{opening} in {story.town}, {land}, officials said."
    for figure in story.figures:
        words = dice.choice(FIGURES[figure.attribute])
        number = figure.second if late else figure.first
        yield words.format(n=number, event=event, Event=event.capitalize(), town=story.town)
    for _ in range(12):
        yield " ".join(_talk(story, cast, land, dice) for _ in range(3))


def _talk(story: Story, cast: list[str], land: str, dice: random.Random) -> str:
    slots = {name: dice.choice(words) for name, words in SLOTS.items()}
    near = dice.choice((land, dice.choice(COUNTRIES)))
    return dice.choice(TALK).format(town=story.town, person=dice.choice(cast), country=near, **slots)


def write(folder: Path, articles: int, seed: int = 7, apiece: int = 1_000) -> list[Story]:
    """Write an archive as JSON Lines files of so many articles each, and give its plan."""
    folder.mkdir(parents=True, exist_ok=True)
    planned = stories(articles, seed)
    records = (record for story in planned for record in told(story, seed))
    for number in range(-(-articles // apiece)):
        with (folder / f"part-{number:04}.jsonl").open("w", encoding="utf-8") as file:
            for record in _some(records, apiece):
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return planned


def _some(records: Iterator[dict[str, str]], count: int) -> Iterator[dict[str, str]]:
    for _, record in zip(range(count), records, strict=False):
        yield record


def found(report: Report, planned: list[Story]) -> tuple[float, float]:
    """Give recall and precision of the planted figures in a report over the archive: right question, right verdict.

    A finding counts as right when all its claims are of one story, its attribute was planted there, and its verdict is
    the planted one; each planted figure can be found once. Precision is over all figure findings but single claims.
    """
    home = [story for story in planned for _ in range(story.articles)]
    place = {article.id: n for n, article in enumerate(report.articles)}
    claims = {claim.id: claim for claim in report.claims}
    wanted = {(s.number, f.attribute): f.verdict for s in planned for f in s.figures if f.verdict != "single"}
    got: set[tuple[int, str]] = set()
    raised = 0
    for finding in report.findings:
        held = [claims[i] for position in finding.positions for i in position.claims]
        if finding.kind != "figure" or len({claim.article for claim in held}) < 2:
            continue
        raised += 1
        keys = {(home[place[claim.article]].number, claim.topic.attribute) for claim in held}
        if len(keys) == 1 and wanted.get(min(keys)) == finding.verdict:
            got |= keys
    return len(got) / max(1, len(wanted)), len(got) / max(1, raised)
