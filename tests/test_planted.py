"""Articles built from a grammar with known answers: every planted figure is read back exactly.

`PLANTED=20000 pytest tests/test_planted.py` builds that many articles; CI builds a few hundred, the same ones each time.
"""

from __future__ import annotations

import os
import random

import claimcheck
from claimcheck.model import Figure

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
MODIFIERS = (
    ("about", "about"),
    ("around", "about"),
    ("some", "about"),
    ("nearly", "about"),
    ("more than", "more_than"),
    ("over", "more_than"),
    ("at least", "at_least"),
    ("fewer than", "less_than"),
    ("less than", "less_than"),
    ("up to", "up_to"),
)
COUNTED = (
    "The fire killed {} people in the harbour.",
    "{} soldiers were killed near the border.",
    "Police arrested {} protesters after the march.",
    "The flood left {} residents missing.",
    "The blast injured {} workers at the mill.",
    "The army deployed {} soldiers to the north.",
    "{} children were wounded when the wall fell.",
)
MONEY = ("The government will pay {} for the bridge.", "The firm was fined {} by the court.", "Repairs cost {}.")
NEUTRAL = ("Nobody knew why.", "The mayor visited the site on Monday.", "An inquiry was opened.", "Rain fell all day.")


def words(n: int) -> str:
    """Spell a whole number below a thousand."""
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10] + (f"-{ONES[n % 10]}" if n % 10 else "")
    rest = f" and {words(n % 100)}" if n % 100 else ""
    return f"{ONES[n // 100]} hundred{rest}"


def number(rng: random.Random) -> tuple[str, float]:
    """Write a number in one of several ways."""
    n = rng.choice(
        (rng.randint(2, 99), rng.randint(100, 999), rng.randint(1_000, 99_999), rng.randint(100_000, 9_000_000))
    )
    ways = [(f"{n:,}", n)]
    if n < 1000:
        ways.append((words(n), n))
    if n < 100_000:
        ways.append((str(n) if not 1000 <= n <= 2100 else f"{n:,}", n))
    tenths = rng.randint(11, 99)
    if tenths % 10:
        ways.append((f"{tenths / 10} million", tenths * 100_000))
    ways.append((f"{rng.randint(2, 40)} thousand", 0))
    text, value = rng.choice(ways)
    return (text, int(text.split()[0]) * 1000) if value == 0 else (text, value)


def quantity(rng: random.Random) -> tuple[str, float | None, float | None, float | None, str]:
    """Give words, number, low, high and modifier."""
    text, n = number(rng)
    way = rng.random()
    if way < 0.5:
        return text, n, n, n, ""
    if way < 0.6 and n < 1_000_000 and text[0].isdigit() and " " not in text:
        return f"between {text} and {int(n * 2):,}", None, n, int(n * 2), "range"
    said, modifier = rng.choice(MODIFIERS)
    ends = {"about": (0.9 * n, 1.1 * n), "less_than": (None, n), "up_to": (None, n)}.get(modifier, (n, None))
    return f"{said} {text}", n, *ends, modifier


def article(
    rng: random.Random,
) -> tuple[str, list[tuple[int, int, tuple[float | None, float | None, float | None, str]]]]:
    """Build an article; give its text and where which figures stand."""
    text, planted = "", []
    for _ in range(rng.randint(2, 6)):
        if rng.random() < 0.3:
            text += rng.choice(NEUTRAL) + " "
            continue
        said, *answer = quantity(rng)
        frame = rng.choice(COUNTED if rng.random() < 0.75 else MONEY)
        if frame in MONEY:
            sign, rest = rng.choice((("$", ""), ("€", ""), ("", " dollars"), ("", " euros")))
            at = next((i for i, c in enumerate(said) if c.isdigit()), None)
            if at is None or said.startswith("between"):
                sign, rest, at = "", " dollars", 0
            said = f"{said[:at]}{sign}{said[at:]}{rest}"
        before = frame.index("{}")
        said = said[0].upper() + said[1:] if before == 0 else said
        start = len(text) + before
        text += frame.format(said) + " "
        planted.append((start, start + len(said), tuple(answer)))
    return text, planted


def test_every_planted_figure_is_read_back() -> None:
    wrong = []
    for seed in range(int(os.environ.get("PLANTED", "300"))):
        text, planted = article(random.Random(seed))
        figures = [c for c in claimcheck.claims(text) if isinstance(c.value, Figure)]
        for start, end, answer in planted:
            found = [c.value for c in figures if c.span.start < end and start < c.span.end]
            read = [(v.number, v.low, v.high, v.modifier) for v in found if isinstance(v, Figure)]
            if not any(_same(each, answer) for each in read):
                wrong.append((seed, text[start:end], answer, read))
        extra = [
            c.span.of(text) for c in figures if not any(c.span.start < e and s < c.span.end for s, e, _ in planted)
        ]
        wrong += [(seed, "extra", each, text) for each in extra]

    assert wrong == []


def _same(read: tuple[float | None, float | None, float | None, str], answer: tuple[object, ...]) -> bool:
    for got, wanted in zip(read[:3], answer[:3], strict=True):
        if (got is None) != (wanted is None) or (got is not None and abs(got - float(str(wanted))) > 1e-6 * abs(got)):
            return False
    return read[3] == answer[3]
