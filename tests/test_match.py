"""Stories, blocks, guards and weights: what may be compared, and what must stay apart."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claimcheck.extract import extract
from claimcheck.match import levels, train
from claimcheck.match.block import block
from claimcheck.match.cluster import cluster
from claimcheck.match.elsewhere import OPENING, settle
from claimcheck.match.guards import guard
from claimcheck.match.link import link
from claimcheck.match.occasion import settle_days
from claimcheck.match.rarity import Likeness
from claimcheck.match.story import stories
from claimcheck.model import Article, Claim, Span

ROUNDING = 0.001
"""Bits by which a sum of floating-point numbers may differ between machines."""
ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


def article(number: int, text: str) -> Article:
    return Article(f"a{number}", f"{number}.txt", text, Span(0, len(text)), published=date(2024, 5, 7))


def figures(*texts: str) -> list[Claim]:
    """Give the first figure of each text, each from an article of its own."""
    return [next(c for c in extract([article(n, t)]) if c.kind == "figure") for n, t in enumerate(texts, 1)]


APART = [
    (
        "US 1,100 never meets France 1,500",
        "There are 1,100 US soldiers in Osh.",
        "There are 1,500 French soldiers in Osh.",
        "subject",
    ),
    ("the killed are not the injured", "The blast killed 22 people.", "The blast injured 44 people.", "attribute"),
    (
        "children are a part of the dead",
        "The blast killed 22 people.",
        "The blast killed seven children.",
        "part and whole",
    ),
    ("another six are not the toll", "The blast killed 22 people.", "Another six people were killed.", "scope"),
    (
        "a war's dead are not a day's",
        "The blast killed 22 people.",
        "The war has killed 45 people since 2011.",
        "event",
    ),
    ("strikes are not schools", "Three strikes hit the town.", "Three schools stand in the town.", "things counted"),
]


@pytest.mark.parametrize(("left", "right", "name"), [case[1:] for case in APART], ids=[case[0] for case in APART])
def test_a_guard_holds_two_figures_apart(left: str, right: str, name: str) -> None:
    a, b = figures(left, right)

    assert guard(a, b) == name
    assert guard(b, a) == name


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Five children died in the blast.", "Those killed included five children."),
        (
            "The war has killed 300,000 people since 2011.",
            "In the past months 290,000 people were killed by the conflict.",
        ),
        ("The quake in Lisse, Kenya killed 300 people in 2003.", "In 2003 a quake killed 290 people in Lisse, Kenya."),
    ],
)
def test_no_guard_holds_two_tellings_of_one_thing_apart(left: str, right: str) -> None:
    a, b = figures(left, right)

    assert guard(a, b) == guard(b, a) == ""


def settled(*texts: str) -> list[Claim]:
    """Give the first figure of each text, each from an article of one story that has been settled."""
    articles = [article(n, t) for n, t in enumerate(texts, 1)]
    claims = settle(tuple(extract(articles)), articles, [(a.id, "s1") for a in articles])
    return [next(c for c in claims if c.kind == "figure" and c.article == a.id) for a in articles]


ROBBERS = "Four men drove a van through the window of a shop in Lisse."


@pytest.mark.parametrize(
    ("left", "right", "held"),
    [
        (ROBBERS, "Eight men broke the window of the shop, police of Lisse said.", ""),
        (ROBBERS, "Eight men were seen.", "wording"),
        (ROBBERS, "Eight men looked through the window of a shop in Kessel.", "wording"),
        (ROBBERS, f"Eight men broke the window of the shop in Lisse. {ROBBERS}", "wording"),
        (
            "Police of Lisse recovered 80% of the haul.",
            "Lisse's police said it had recovered 40 percent of the haul.",
            "",
        ),
        ("The shop lost €2 million to thieves in Lisse.", "Thieves of Lisse left the shop with €4 million.", ""),
    ],
    ids=["one telling", "too few words", "another town", "two numbers of men", "the only share", "the only sum"],
)
def test_the_only_numbers_of_a_sort_may_differ_in_much_the_same_words(left: str, right: str, held: str) -> None:
    a, b = settled(left, right)

    assert guard(a, b) == guard(b, a) == held


@pytest.mark.parametrize(
    ("left", "right", "held"),
    [
        ("Raids on the city of Lisse killed 12 people.", "Raids in Lisse province killed 39 people.", "area"),
        ("Raids on Lisse city killed 12 people.", "Raids on the town of Lisse killed 39 people.", ""),
        ("Raids on the city of Lisse killed 12 people.", "Raids on Lisse killed 39 people.", ""),
        ("Raids on the city of Lisse killed 12 people.", "Lisse state radio said 39 people were killed.", ""),
    ],
    ids=["the land around it", "two words for a town", "nothing said", "a radio of the state"],
)
def test_a_town_is_not_the_land_that_has_its_name(left: str, right: str, held: str) -> None:
    a, b = settled(left, right)

    assert guard(a, b) == guard(b, a) == held


def test_a_count_without_a_deed_neither_joins_nor_parts() -> None:
    articles = [
        article(1, "Three bank workers were killed in the fire. The three bank workers were mourned."),
        article(2, "Fire kills six in bank."),
    ]
    claims = settle(tuple(extract(articles)), articles, [(a.id, "s1") for a in articles])
    found, _ = cluster(claims, block(claims, [(a.id, "s1") for a in articles]))
    whole = next(c for c in found if any(claims[i].article == "a2" for i in c.claims))

    assert {claims[i].value.number for i in whole.claims} == {3, 6}  # type: ignore[union-attr]
    assert guard(claims[1], claims[2]) == "deed untold"


def test_a_thousandfold_slip_in_another_currency_is_no_other_size() -> None:
    a, b, c = figures("Thieves stole $2.6 million.", "Thieves stole €2 billion.", "Bandits of Lisse stole €200.")

    assert guard(a, b) == ""
    assert guard(a, c) == "size"


def days(*texts: str) -> list[str]:
    """Give the events that the date claims of each text place, after the story has been settled."""
    articles = [article(n, t) for n, t in enumerate(texts, 1)]
    story = dict.fromkeys([a.id for a in articles], "s1")
    settled = settle_days(extract(articles), story, lambda claim: claim.span.start < OPENING)
    return [c.topic.attribute for c in settled if c.kind == "date"]


QUAKES = ("The earthquake came on Monday.", "An earthquake was felt in Lisse on Monday.")


def test_what_several_articles_place_on_a_day_names_its_other_tellings() -> None:
    assert days(*QUAKES, "Ten people were killed on Monday.") == ["quake"] * 3


def test_what_is_told_of_another_day_keeps_its_name() -> None:
    assert days(*QUAKES, "Ten people were killed on Sunday.") == ["quake", "quake", "attack"]


def test_a_lone_article_makes_no_occasion() -> None:
    assert days(QUAKES[0], "Ten people were killed on Monday.") == ["quake", "attack"]


def test_what_an_opening_places_on_the_day_is_the_occasion() -> None:
    assert days(*QUAKES, "Houses fell in Lisse on Monday.") == ["quake"] * 3
    assert days(*QUAKES, "Houses fell in Lisse on Tuesday.")[-1] != "quake"
    assert days(*QUAKES, "Houses will be rebuilt in Lisse on Monday.")[-1] != "quake"


def test_what_a_later_sentence_places_on_the_day_may_be_anything() -> None:
    filler = "The mayor thanked the neighbours for their help and their patience. " * 10

    assert days(*QUAKES, f"{filler}Houses fell in Lisse on Monday.")[-1] != "quake"


def test_what_is_no_incident_keeps_its_name() -> None:
    assert days(*QUAKES, "The earthquake came before parliament elected a speaker on Monday.")[-1] == "vote"


def test_two_tolls_of_one_day_may_meet() -> None:
    a, b = figures("The blast killed 22 people.", "At least 31 people were killed in the blast.")

    assert guard(a, b) == ""


def test_two_events_are_two_stories() -> None:
    fire = "A fire in the Orsola mill of Kessel killed {} workers. Mayor Ada Brenner of Kessel closed the Orsola mill."
    vote = "The parliament of Lisse elected Jon Halder president with {} votes. Halder of Lisse thanked parliament."
    found = stories(
        [
            article(1, fire.format(5)),
            article(2, vote.format(80)),
            article(3, fire.format(6)),
            article(4, vote.format(81)),
        ]
    )

    assert [story for _, story in found] == ["s1", "s2", "s1", "s2"]


def test_groups_do_not_grow_through_a_pair_that_must_stay_apart() -> None:
    assert link(3, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.1}, 0.4, apart=[(0, 2)]) == [0, 0, 1]


def test_a_sum_that_lost_its_sign_meets_sums() -> None:
    told = figures("Lisse agreed on a 110 billion bailout.", "Lisse gets €110 billion.", "Lisse has 110 schools.")
    claims = [replace(claim, id=f"c{n}") for n, claim in enumerate(told)]

    assert sorted(b.members for b in block(claims, [(c.article, "s1") for c in claims])) == [(0, 1), (2,)]


def test_a_block_that_cannot_be_split_is_compared_by_leaders_and_says_so() -> None:
    (claim,) = figures("The blast killed 22 people.")
    many = [replace(claim, id=f"c{n}") for n in range(200)]
    clusters, problems = cluster(many, block(many, [("a1", "s1")], largest=100), largest=100)

    assert [len(c.claims) for c in clusters] == [200]
    assert [p.code for p in problems] == ["limit"]


@pytest.mark.skipif(not (SHARED / "data" / "stories").exists(), reason="needs ../shared beside the checkout")
def test_the_committed_weights_are_what_the_script_learns() -> None:
    roots = [str(SHARED / "data" / "stories"), f"{SHARED}/gold/niger.json={SHARED}/seeds"]
    learned = tomllib.loads(train.learn(train.labelled_folders(roots)))
    committed = tomllib.loads(Path(train.__file__).with_name("weights.toml").read_text(encoding="utf-8"))

    assert {slot: weights.keys() for slot, weights in _flat(learned).items()} == {
        slot: weights.keys() for slot, weights in _flat(committed).items()
    }
    for slot, weights in _flat(learned).items():
        assert weights == pytest.approx(_flat(committed)[slot], abs=ROUNDING), slot


def _flat(table: dict[str, Any]) -> dict[str, dict[str, float]]:
    return {f"{kind}.{slot}": weights for kind, slots in table.items() for slot, weights in slots.items()}


def test_the_dead_of_a_war_are_one_count_under_whatever_name_it_goes() -> None:
    war, since = figures(
        "The civil war has killed more than 90,000 people.",
        "More than 90,000 people have been killed and millions displaced since the conflict broke out in March 2012.",
    )
    assert (war.topic.event, since.topic.event) == ("war", "period")
    assert levels.event(war, since, Likeness({})) == "same"
    assert guard(war, since) == ""
