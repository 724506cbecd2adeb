"""Every rung of the ladders, at its edges: two positions in, a code out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from claimcheck.judge.judge import judge
from claimcheck.judge.ladders import climb
from claimcheck.judge.pairing import Pairing, in_order, undated
from claimcheck.judge.positions import label, positions, span_of_time
from claimcheck.judge.told import Told, told
from claimcheck.model import (
    Article,
    Claim,
    Cluster,
    Context,
    Day,
    Factuality,
    Figure,
    Holder,
    Interval,
    Span,
    State,
    Topic,
    Value,
    Verdict,
    Words,
)

FIRST, NEXT = date(2024, 5, 6), date(2024, 5, 7)
NEAR = ("blast", "harbour", "kill", "kessel", "people")


def claim(
    value: Value,
    day: date | None = FIRST,
    *,
    article: str = "a1",
    attribute: str = "killed",
    family: str = "toll",
    at: int = 0,
    near: Sequence[str] = NEAR,
    **more: Any,
) -> Claim:
    """Make a claim; `more` are its slots, its context's head and qualifiers, scope, and revision."""
    kind = {Figure: "figure", Day: "date", State: "status", Holder: "name", Words: "quote"}[type(value)]
    context = Context(head=more.pop("head", ""), near=tuple(near), family=family, revision=more.pop("revision", ""))
    topic = Topic(attribute, more.pop("subject", ""), "", "", more.pop("scope", ""))
    facts = Factuality(more.pop("certainty", "certain"), more.pop("polarity", "+"), more.pop("tense", "past"))
    span, sentence = Span(at, at + 5), more.pop("sentence", Span(at, at + 50))
    as_of = Interval(day, day, "published" if day else "")
    return Claim("c1", article, kind, span, sentence, topic, value, as_of, factuality=facts, context=context, **more)


def number(value: float | None, modifier: str = "", unit: str = "person", **more: Any) -> Figure:
    """Make a figure; low and high are the number unless given."""
    return Figure(value, more.get("low", value), more.get("high", value), modifier, unit, more.get("ambiguous", False))


def at_least(value: float) -> Figure:
    return number(value, "at_least", high=None)


def up_to(value: float) -> Figure:
    return number(value, "up_to", low=None)


def about(value: float) -> Figure:
    return number(value, "about", low=value * 0.9, high=value * 1.1)


def code(a: Claim, b: Claim, sure: float = 1.0, known: Told | None = None) -> str:
    """Give the code between two claims, whichever comes first."""
    one = climb(a.kind, Pairing([a], [b], sure, known or Told()))
    other = climb(a.kind, Pairing([b], [a], sure, known or Told()))
    assert one.code == other.code, "the order of two positions must not matter"
    return one.code


B: dict[str, Any] = {"article": "a2"}
THING: dict[str, Any] = {"attribute": "crate", "family": ""}
FACT: dict[str, Any] = {"attribute": "magnitude", "family": "fact"}
STOCK: dict[str, Any] = {"attribute": "stationed", "family": "stock"}
MONEY: dict[str, Any] = {"attribute": "loot", "family": "fact"}


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        (claim(number(22)), claim(number(31), **B), "figure-differs"),
        (claim(number(22)), claim(number(31), NEXT, **B), "figure-grew"),
        (claim(number(31)), claim(number(22), NEXT, **B), "figure-differs"),
        (claim(number(22), None), claim(number(31), **B), "figure-undated"),
        (claim(number(22)), claim(number(31), revision="up", **B), "figure-revised"),
        (claim(number(22)), claim(number(31), revision="down", **B), "figure-differs"),
        (claim(number(22), revision="down"), claim(number(31), **B), "figure-revised"),
        (claim(number(22), revision="older"), claim(number(31), **B), "figure-revised"),
        (claim(number(22), revision="newer"), claim(number(31), revision="newer", **B), "figure-differs"),
        (claim(number(22)), claim(number(31), polarity="-", **B), "figure-denied"),
        (claim(number(22)), claim(number(31), tense="planned", **B), "figure-planned"),
        (claim(number(22), tense="demanded"), claim(number(31), tense="future", **B), "figure-differs"),
        (claim(number(22)), claim(number(31), scope="more", **B), "figure-scope"),
        (claim(number(22), scope="part"), claim(number(31), scope="part", **B), "figure-differs"),
        (claim(number(35)), claim(number(350), **B), "figure-tenfold"),
        (claim(number(350)), claim(number(36), **B), "figure-differs"),
        (claim(number(3_000)), claim(number(3_000_000), **B), "figure-thousandfold"),
        (claim(number(1.5, ambiguous=True)), claim(number(1_500), **B), "figure-separator"),
        (claim(number(1.5)), claim(number(1_500), **B), "figure-thousandfold"),
        (claim(number(126)), claim(number(162), **B), "figure-transposed"),
        (claim(number(126)), claim(number(621), **B), "figure-differs"),
        (claim(number(126)), claim(number(1_206), **B), "figure-differs"),
        (claim(number(126)), claim(number(163), **B), "figure-differs"),
        (claim(number(22), source="the mayor"), claim(number(31), source="police", **B), "figure-sources"),
        (claim(number(22), source="Police"), claim(number(31), source="the police", **B), "figure-differs"),
        (claim(number(22), source="the mayor"), claim(number(31), **B), "figure-differs"),
        (claim(number(22), certainty="possible"), claim(number(31), **B), "figure-unsure"),
        (claim(number(22), certainty="probable"), claim(number(31), **B), "figure-differs"),
        # What no list knows is an alarm only where two sentences are nearly one.
        (claim(number(22), **THING), claim(number(31), **THING, **B), "figure-differs"),
        (claim(number(22), **THING, near=NEAR[:4]), claim(number(31), **THING, **B, near=NEAR[:4]), "figure-differs"),
        (claim(number(22), **THING, near=NEAR[:3]), claim(number(31), **THING, **B, near=NEAR[:3]), "figure-unsure"),
        (claim(number(22), **THING), claim(number(31), **THING, **B, near=(*NEAR, "x")), "figure-differs"),
        (claim(number(22), **THING), claim(number(31), **THING, **B, near=(*NEAR, "x", "y")), "figure-unsure"),
        (claim(number(22), **THING), claim(number(31), **THING, **B, near=(*NEAR[:4], "x")), "figure-unsure"),
        (claim(number(22), **THING), claim(number(31), **THING, at=60), "figure-unsure"),
        (claim(number(40), attribute="age", family="fact"), claim(number(41), attribute="age", family="fact", **B, near=()), "figure-unsure"),
        # A vague number, a range, an estimate and a bound.
        (claim(number(None, "", low=24, high=None)), claim(number(44), **B), "figure-consistent"),
        (claim(number(None, "", low=24, high=None)), claim(number(12), **B), "figure-unsure"),
        (claim(number(None, "range", low=10, high=15)), claim(number(15), **B), "figure-consistent"),
        (claim(number(None, "range", low=10, high=15)), claim(number(16), **B), "figure-differs"),
        (claim(about(100), **STOCK), claim(number(110), **STOCK, **B), "figure-consistent"),
        (claim(about(100), **STOCK), claim(number(111), **STOCK, **B), "figure-differs"),
        (claim(at_least(22)), claim(number(44), **B), "figure-differs"),
        (claim(at_least(900), **STOCK), claim(number(950), **STOCK, **B), "figure-consistent"),
        (claim(at_least(900), **STOCK), claim(number(1_300), **STOCK, **B), "figure-consistent"),
        (claim(at_least(900), **STOCK), claim(number(1_801), **STOCK, **B), "figure-differs"),
        (claim(at_least(900), **STOCK), claim(number(899), **STOCK, **B), "figure-differs"),
        (claim(at_least(900), **STOCK), claim(at_least(950), **STOCK, **B), "figure-differs"),
        (claim(up_to(80), **STOCK), claim(number(60), **STOCK, **B), "figure-consistent"),
        (claim(up_to(80), **STOCK), claim(number(80), **STOCK, **B), "figure-consistent"),
        (claim(up_to(80), **STOCK), claim(number(81), **STOCK, **B), "figure-differs"),
        (claim(number(6, unit="magnitude"), **FACT), claim(number(5.9, unit="magnitude"), **FACT, **B), "figure-consistent"),
        (claim(number(6, unit="magnitude"), **FACT), claim(number(5.4, unit="magnitude"), **FACT, **B), "figure-differs"),
        (claim(number(5.9, unit="magnitude"), **FACT), claim(number(6.1, unit="magnitude"), NEXT, **FACT, **B), "figure-differs"),
        # What may rise and fall.
        (claim(number(1_500), **STOCK), claim(number(800), NEXT, **STOCK, **B), "figure-moved"),
        (claim(number(800), **STOCK), claim(number(1_500), NEXT, **STOCK, **B), "figure-grew"),
        (claim(number(800), **STOCK), claim(number(1_500), **STOCK, **B), "figure-differs"),
        # Money and units.
        (claim(number(5e6, unit="USD"), **MONEY), claim(number(5e6, unit="EUR"), **MONEY, **B), "figure-currency"),
        (claim(number(5e6, unit="USD"), **MONEY), claim(number(6e6, unit="EUR"), **MONEY, **B), "figure-unit"),
        (claim(number(100.0, unit="USD"), **MONEY), claim(number(105.0, unit="USD"), **MONEY, **B), "figure-near"),
        (claim(number(100.0, unit="USD"), **MONEY), claim(number(106.0, unit="USD"), **MONEY, **B), "figure-differs"),
        (claim(number(2, unit="percent"), **FACT), claim(number(2, unit="percentage point"), **FACT, **B), "figure-points"),
        (claim(number(2, unit="percent"), **FACT), claim(number(3, unit="percentage point"), **FACT, **B), "figure-unit"),
    ],
)  # fmt: skip
def test_two_figures(a: Claim, b: Claim, wanted: str) -> None:
    assert code(a, b) == wanted


@pytest.mark.parametrize(
    ("sure", "wanted"), [(0.44, "figure-unsure"), (0.45, "figure-differs"), (1.0, "figure-differs")]
)
def test_a_question_that_may_be_two_is_a_check(sure: float, wanted: str) -> None:
    assert code(claim(number(22)), claim(number(31), **B), sure) == wanted


def test_what_one_article_gives_beside_another_number_has_not_grown() -> None:
    both = [claim(number(22)), claim(number(22), NEXT, article="a3")]
    newer = [claim(number(31), NEXT, article="a3")]
    assert climb("figure", Pairing(both, newer)).code == "figure-differs"


def test_numbers_exchanged_and_taken_for_another() -> None:
    ours = [claim(number(12)), claim(number(30), attribute="injured")]
    theirs = [claim(number(30), **B), claim(number(12), attribute="injured", **B)]
    taken = [claim(number(30), **B)]
    apart = [claim(number(30), **B), claim(number(13), attribute="injured", **B)]
    both = [claim(number(30), **B), claim(number(30), attribute="injured", **B)]
    small = [claim(number(9), **B)]

    assert code(ours[0], theirs[0], known=told([*ours, *theirs])) == "figure-swapped"
    assert code(ours[0], taken[0], known=told([*ours, *taken])) == "figure-reused"
    assert code(ours[0], apart[0], known=told([*ours, *apart])) == "figure-reused"
    assert code(ours[0], both[0], known=told([*ours, *both])) == "figure-differs"
    assert (
        code(ours[0], small[0], known=told([*ours, *small, claim(number(9), attribute="injured")])) == "figure-differs"
    )


def parts(*counts: tuple[int, str], **more: Any) -> list[Claim]:
    """Make the counts of one sentence: number and head."""
    return [
        claim(number(n), head=head, at=10 * k, sentence=Span(0, 90), **B, **more) for k, (n, head) in enumerate(counts)
    ]


@pytest.mark.parametrize(
    ("total", "counts", "wanted"),
    [
        (21, ((15, "sailor"), (6, "docker")), "figure-adds-up"),
        (22, ((15, "sailor"), (6, "docker")), "figure-differs"),
        (21, ((10, "sailor"), (6, "docker"), (5, "cook")), "figure-adds-up"),
        (21, ((8, "sailor"), (6, "docker"), (5, "cook"), (2, "pilot")), "figure-adds-up"),
        (21, ((15, "person"), (6, "docker")), "figure-differs"),
        (21, ((15, ""), (6, "docker")), "figure-differs"),
        (21, ((15, "docker"), (6, "docker")), "figure-differs"),
    ],
)
def test_a_sum_of_the_counts_of_one_sentence(total: int, counts: tuple[tuple[int, str], ...], wanted: str) -> None:
    found = parts(*counts)
    assert code(claim(number(total)), found[0], known=told(found)) == wanted


def test_a_part_in_another_voice_or_another_sentence_is_no_part() -> None:
    found = parts((15, "sailor"), (6, "docker"))
    voice = [found[0], replace(found[1], source="police")]
    elsewhere = [found[0], replace(found[1], sentence=Span(91, 150))]
    of_them = [found[0], replace(found[1], topic=replace(found[1].topic, scope="part"))]

    for given in (voice, elsewhere, of_them):
        assert code(claim(number(21)), given[0], known=told(given)) == "figure-differs"


def test_two_sorts_that_one_sentence_counts_do_not_differ() -> None:
    found = parts((15, "sailor"), (6, "docker"))
    alone = claim(number(6), head="docker")
    assert climb("figure", Pairing([found[0]], [alone], 1.0, told([*found, alone]))).code == "figure-parts"
    assert climb("figure", Pairing([found[0]], [alone], 1.0, told([found[0], alone]))).code == "figure-differs"


def day(start: date | None, end: date | None = None, timex: str = "") -> Day:
    return Day(start, end or start, timex)


WEEK = {"attribute": "attack", "family": "fact"}
MONDAY = date(2024, 5, 6)


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        (day(MONDAY), day(NEXT), "date-differs"),
        (day(MONDAY, NEXT), day(NEXT), "date-consistent"),
        (day(MONDAY), day(MONDAY, NEXT), "date-consistent"),
        (day(None, timex="XXXX-WXX-1"), day(MONDAY), "date-consistent"),
        (day(None, timex="XXXX-WXX-2"), day(MONDAY), "date-open"),
        (day(None, timex="XXXX-WXX-2"), day(None, timex="XXXX-WXX-2"), "date-consistent"),
        (day(None, timex="XXXX-WXX-WE"), day(None, timex="XXXX-WXX-WE"), "date-open"),
        (day(None, timex="XXXX-WXX-1"), day(MONDAY, NEXT), "date-open"),
        (day(None, timex="XXXX-05"), day(MONDAY), "date-consistent"),
        (day(None, timex="XXXX-05"), day(date(2024, 6, 3)), "date-open"),
        (day(None, timex="P3D"), day(MONDAY), "date-open"),
        (Day(None, MONDAY, ""), day(NEXT), "date-differs"),
        (Day(None, NEXT, ""), day(NEXT), "date-consistent"),
        (Day(NEXT, None, ""), day(MONDAY), "date-differs"),
    ],
)  # fmt: skip
def test_two_days(a: Day, b: Day, wanted: str) -> None:
    assert code(claim(a, **WEEK), claim(b, **WEEK, **B)) == wanted


def test_a_day_ahead_may_be_moved_and_a_day_behind_may_not() -> None:
    ahead: dict[str, Any] = {**WEEK, "tense": "future"}
    assert code(claim(day(MONDAY), **ahead), claim(day(NEXT), NEXT, **ahead, **B)) == "date-postponed"
    assert code(claim(day(MONDAY), **ahead), claim(day(NEXT), **ahead, **B)) == "date-differs"
    assert code(claim(day(MONDAY), **WEEK), claim(day(NEXT), NEXT, **ahead, **B)) == "date-differs"
    assert code(claim(day(MONDAY), **ahead), claim(day(NEXT), NEXT, **ahead, **B), sure=0.3) == "date-unsure"


ENVOY: dict[str, Any] = {"attribute": "envoy", "family": "state"}


@pytest.mark.parametrize(
    ("states", "days", "sure", "wanted"),
    [
        (("in_post", "recalled"), (FIRST, NEXT), 1.0, "status-changed"),
        (("in_post", "recalled"), (FIRST, FIRST), 1.0, "status-differs"),
        (("in_post", "recalled"), (FIRST, None), 1.0, "status-undated"),
        (("in_post", "recalled"), (FIRST, NEXT), 0.2, "status-unsure"),
        (("in_post", "summoned"), (FIRST, NEXT), 1.0, "status-compatible"),
    ],
)
def test_two_states(states: tuple[str, str], days: tuple[date | None, date | None], sure: float, wanted: str) -> None:
    a, b = (State("envoy", state) for state in states)
    assert code(claim(a, days[0], **ENVOY), claim(b, days[1], **ENVOY, **B), sure) == wanted


@pytest.mark.parametrize(
    ("days", "sure", "wanted"),
    [
        ((FIRST, FIRST), 1.0, "name-differs"),
        ((FIRST, NEXT), 1.0, "name-changed"),
        ((FIRST, None), 1.0, "name-undated"),
        ((FIRST, FIRST), 0.3, "name-unsure"),
    ],
)
def test_two_names(days: tuple[date | None, date | None], sure: float, wanted: str) -> None:
    a, b = (Holder(name, "governor") for name in ("Ada Brenner", "Lena Odegaard"))
    assert code(claim(a, days[0], attribute="governor"), claim(b, days[1], attribute="governor", **B), sure) == wanted


def test_the_time_of_a_position_is_all_its_days_and_open_where_one_is() -> None:
    three = [claim(number(1)), claim(number(1), NEXT), claim(number(1), FIRST)]
    assert span_of_time(three) == Interval(FIRST, NEXT)
    assert span_of_time([claim(number(1), None)]) == Interval(None, None)
    assert in_order(Pairing(three[:1], three[1:2]))
    assert not in_order(Pairing(three[:1], three[2:]))
    assert undated(Pairing(three, [claim(number(1), None)]))
    assert not undated(Pairing(three, three))


@pytest.mark.parametrize(
    ("values", "groups"),
    [
        ((number(22), number(22)), 1),
        ((number(22), number(23)), 2),
        ((number(21), number(20, "more_than", high=None)), 1),
        ((number(23), number(20, "more_than", high=None)), 1),
        ((number(24), number(20, "more_than", high=None)), 2),
        ((number(11), number(10, "more_than", high=None)), 2),
        ((number(22), number(21, "at_least", high=None)), 2),
        ((number(60, unit="kilometre"), number(35, unit="mile")), 1),
        ((number(60, unit="kilometre"), number(45, unit="mile")), 2),
        ((number(5, unit="USD"), number(5, unit="EUR")), 2),
        ((number(5, unit="person"), number(5, unit="soldier")), 1),
        ((number(None, low=24, high=None), number(None, low=24, high=None)), 1),
        ((number(None, low=24, high=None), number(24)), 2),
    ],
)
def test_what_is_one_position(values: tuple[Figure, ...], groups: int) -> None:
    claims = [claim(value, article=f"a{n}") for n, value in enumerate(values)]
    assert len(positions(claims)) == len(positions(claims[::-1])) == groups


def test_a_tolerance_joins_what_lies_within_it() -> None:
    claims = [claim(number(100)), claim(number(110), **B)]
    assert len(positions(claims, 0.05)) == 2
    assert len(positions(claims, 0.1)) == 1


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (number(1_500), "1,500"),
        (number(5.25), "5.25"),
        (number(1.2e9), "1.2 billion"),
        (number(3e12), "3 trillion"),
        (number(999_999), "999,999"),
        (number(2e6), "2 million"),
        (about(100), "about 100"),
        (at_least(22), "at least 22"),
        (up_to(80), "up to 80"),
        (number(20, "more_than", high=None), "more than 20"),
        (number(20, "less_than", low=None), "fewer than 20"),
        (number(None, "range", low=10, high=15), "10 to 15"),
        (number(None, low=24, high=None), "24 or more"),
        (number(None, low=None, high=9), "9 or fewer"),
        (number(None, low=None, high=None), "?"),
        (number(5, unit="percent"), "5 %"),
        (number(2, unit="percentage point"), "2 points"),
        (number(5, unit="USD"), "5 USD"),
        (day(MONDAY), "2024-05-06"),
        (day(MONDAY, NEXT), "2024-05-06 to 2024-05-07"),
        (Day(None, MONDAY, ""), "… to 2024-05-06"),
        (Day(MONDAY, None, ""), "2024-05-06 to …"),
        (Day(None, None, "XXXX-WXX-7"), "a Sunday"),
        (Day(None, None, ""), "?"),
        (State("envoy", "in_post"), "in post"),
        (Holder("Ada Brenner", "governor"), "Ada Brenner"),
        (Words("We   left.\nAll of us."), "We left. All of us."),
        (Words("one two three four five six seven eight nine ten eleven twelve"), "one two three four five six seven eight nine ten eleven …"),
    ],
)  # fmt: skip
def test_a_position_in_words(value: Value, wanted: str) -> None:
    assert label([claim(value)], {}) == wanted


def test_a_state_that_is_denied_says_so() -> None:
    assert label([claim(State("envoy", "recalled"), polarity="-")], {}) == "not recalled"


def test_one_article_alone_is_single_and_two_may_agree_or_differ() -> None:
    claims = [
        replace(claim(number(n), article=a), id=f"c{k}")
        for k, (n, a) in enumerate((*[(22, "a1")] * 2, (22, "a2"), (31, "a3")), 1)
    ]
    articles = [Article(f"a{n}", "", "x", Span(0, 1)) for n in (1, 2, 3)]
    origin = {"a1": "afp", "a2": "afp", "a3": "a3"}

    def verdict(*places: int) -> tuple[Verdict, str, list[int]]:
        (found,) = judge(articles, claims, [Cluster("figure", places)], "s1", origin)
        return found.verdict, found.code, [p.origins for p in found.positions]

    assert verdict(0, 1) == (Verdict.SINGLE, "single", [1])
    assert verdict(0, 2) == (Verdict.AGREE, "figure-same", [1])
    assert verdict(0, 2, 3) == (Verdict.CONFLICT, "figure-differs", [1, 1])
    assert judge(articles[:1], claims, [Cluster("figure", (0, 1))], "s1", origin) == ()


def test_digits_are_compared_of_numbers_of_one_length() -> None:
    assert code(claim(number(12.5), **FACT), claim(number(21.5), **FACT, **B)) == "figure-transposed"
    assert code(claim(number(12.5), **FACT), claim(number(15.2), **FACT, **B)) == "figure-differs"
    assert code(claim(number(3_451)), claim(number(5_431), **B)) == "figure-differs"
    assert code(claim(number(3_451)), claim(number(4_351), **B)) == "figure-transposed"
    assert code(claim(number(0)), claim(number(10), **B)) == "figure-differs"


def test_a_count_of_nothing_is_no_part_of_a_sum() -> None:
    found = parts((21, "sailor"), (0, "docker"), (3, "cook"))
    assert code(claim(number(24)), found[1], known=told(found)) == "figure-differs"


def test_only_what_a_list_knows_is_told_of_an_article() -> None:
    crates = [claim(number(12), attribute="crate"), claim(number(30), attribute="crate", at=60)]
    known = told([*crates, claim(number(12)), claim(number(None, low=24, high=None), attribute="injured")])
    assert ("killed", 12) in known.counts["a1"]
    assert ("crate", 12) not in known.counts["a1"]
    assert known.others(["a1"], "injured", 12) == {"killed"}
    assert known.others(["a1"], "killed", 12) == set()
    assert known.others(["a2"], "injured", 12) == set()


def judged(
    *claims: Claim, texts: Sequence[str] = (), tolerances: Sequence[tuple[str, float]] = ()
) -> tuple[Verdict, str]:
    """Judge claims as one question of articles a1, a2, …, each its own origin."""
    held = [replace(one, id=f"c{n}") for n, one in enumerate(claims, 1)]
    names = sorted({one.article for one in held})
    articles = [
        Article(name, "", text, Span(0, len(text)))
        for name, text in zip(names, texts or ["x" * 200] * len(names), strict=True)
    ]
    (found,) = judge(
        articles, held, [Cluster(held[0].kind, tuple(range(len(held))))], "s1", {n: n for n in names}, tolerances
    )
    return found.verdict, found.code


HEAD = "Fire kills 22 in Kessel"


def test_a_headline_is_a_short_first_line_before_a_text() -> None:
    def of(text: str, at: int, then: int) -> tuple[Verdict, str] | None:
        claims = [replace(claim(number(22), at=at), id="c1"), replace(claim(number(31), at=then), id="c2")]
        found = judge(
            [Article("a1", "", text, Span(0, len(text)))], claims, [Cluster("figure", (0, 1))], "s1", {"a1": "a1"}
        )
        return (found[0].verdict, found[0].code) if found else None

    check = (Verdict.CHECK, "figure-headline")
    assert of(f"{HEAD}\n\nA fire killed 31 people.", 11, 40) == check
    assert of(f"\n \n{HEAD}\n\nA fire killed 31 people.", 14, 44) == check
    assert of(f"{HEAD}. A fire killed 31 people.", 11, 40) is None
    assert of(f"{HEAD}\n", 2, 11) is None
    assert of(f"{HEAD} {'x' * 176}\n\nA fire killed 31 people.", 11, 210) == check
    assert of(f"{HEAD} {'x' * 177}\n\nA fire killed 31 people.", 11, 210) is None
    assert of(f"{HEAD}\n\n{HEAD}", 11, 16) is None


def test_of_three_numbers_in_one_article_any_two_may_contradict() -> None:
    mayor = [
        claim(number(n), source=who, at=k)
        for k, (n, who) in enumerate(((22, "the mayor"), (22, "police"), (31, "a hospital")))
    ]
    assert (
        judged(*[replace(one, article="a1") for one in mayor], claim(number(22), article="a2"))[0] is Verdict.CONFLICT
    )
    alone = judge(
        [Article("a1", "", "x", Span(0, 1))],
        [replace(one, id=f"c{n}") for n, one in enumerate(mayor, 1)],
        [Cluster("figure", (0, 1, 2))],
        "s1",
        {"a1": "a1"},
    )
    assert [f.code for f in alone] == ["figure-voices"]
    crates = [replace(one, topic=replace(one.topic, attribute="crate"), id=f"c{n}") for n, one in enumerate(mayor, 1)]
    assert judge([Article("a1", "", "x", Span(0, 1))], crates, [Cluster("figure", (0, 1, 2))], "s1", {"a1": "a1"}) == ()


def test_what_the_same_articles_say_in_one_voice_is_no_difference_and_in_part_is() -> None:
    both = [claim(number(n), article=a) for n in (22, 31) for a in ("a1", "a2")]
    assert judged(*both) == (Verdict.AGREE, "inside")
    assert judged(*both[:3]) == (Verdict.CONFLICT, "figure-differs")
    assert judged(*both[:3], replace(both[3], source="police")) == (Verdict.CONFLICT, "figure-differs")


def test_a_tolerance_of_the_configuration_makes_one_position() -> None:
    pair = claim(number(100), **STOCK), claim(number(104), **STOCK, **B)
    assert judged(*pair) == (Verdict.CONFLICT, "figure-differs")
    assert judged(*pair, tolerances=[("stationed", 0.05)]) == (Verdict.AGREE, "figure-same")
    assert judged(*pair, tolerances=[("killed", 0.05)]) == (Verdict.CONFLICT, "figure-differs")


def test_an_article_tells_its_first_state_and_what_restates_it_counts_once() -> None:
    def state(word: str, article: str, at: int) -> Claim:
        return claim(State("envoy", word), article=article, at=at, sentence=Span(at, at + 50), **ENVOY)

    before = [state("recalled", "a1", 0), state("in_post", "a1", 300), state("recalled", "a2", 0)]
    assert judged(*before) == (Verdict.AGREE, "status-same")
    held = [
        replace(one, id=f"c{n}")
        for n, one in enumerate(
            [
                state("recalled", "a1", 0),
                state("recalled", "a1", 51),
                state("recalled", "a1", 400),
                state("recalled", "a2", 0),
            ],
            1,
        )
    ]
    articles = [Article(name, "", "x", Span(0, 1)) for name in ("a1", "a2")]
    (found,) = judge(articles, held, [Cluster("status", (0, 1, 2, 3))], "s1", {"a1": "a1", "a2": "a2"})
    assert found.positions[0].claims == ("c1", "c3", "c4")
