"""Every case on every kind's page; an id like `figure.md:12` is the line of the page."""

from __future__ import annotations

import pytest
from cases import Case, cases, claims_case, fits, verdict_case

from claimcheck.extract import extract
from claimcheck.kinds import KINDS
from claimcheck.pipeline import check

CASES = list(cases())


def _marked(sort: str) -> list[object]:
    return [
        pytest.param(c, id=c.id, marks=pytest.mark.xfail(strict=True) if c.todo else ())
        for c in CASES
        if c.sort == sort
    ]


@pytest.mark.parametrize("kind", [k.name for k in KINDS])
def test_every_kind_has_a_page_with_a_claim_and_a_text_without_one(kind: str) -> None:
    bodies = [c.body for c in CASES if c.kind == kind and c.sort == "claims"]

    assert any("-> none" in b for b in bodies)
    assert any("=" in b.split("-> ")[-1] for b in bodies)
    assert any(c.kind == kind and c.sort == "verdict" for c in CASES)


@pytest.mark.parametrize("case", _marked("claims"))
def test_the_claims_of_the_page_are_found(case: Case) -> None:
    found_in, wanted = claims_case(case.body)
    claims = [c for c in extract([found_in]) if c.kind == case.kind]

    if not wanted:
        assert [c.span.of(found_in.text) for c in claims] == []
    for one in wanted:
        assert any(fits(c, found_in.text, one) for c in claims), (
            one,
            [(c.topic, c.value, c.factuality) for c in claims],
        )


@pytest.mark.parametrize("case", _marked("verdict"))
def test_the_verdicts_of_the_page_are_given(case: Case) -> None:
    articles, wanted = verdict_case(case.body)
    report = check(articles)
    home = {c.id: c.article for c in report.claims}
    joined = [
        f for f in report.findings if f.kind == case.kind and len({home[c] for p in f.positions for c in p.claims}) > 1
    ]

    if wanted == ["none"]:
        assert joined == []
    else:
        assert [str(f.verdict) for f in joined][:1] == wanted[:1], [
            (f.verdict, f.code, f.question) for f in report.findings
        ]
        assert [f.code for f in joined][:1] == wanted[1:2] or len(wanted) == 1
