"""`claimcheck explain`: the page of a code, or of a finding or of two claims of the articles given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claimcheck import exits
from claimcheck.commands import compare
from claimcheck.commands.output import emit
from claimcheck.commands.request import Request, color, settled, width
from claimcheck.config import meant
from claimcheck.exits import Failure
from claimcheck.explain import code_list, code_page, finding_page
from claimcheck.view.codes import codes, problems
from claimcheck.view.paint import paint
from claimcheck.why_apart import pair_page

_FINDING = re.compile(r"f[0-9]{1,9}", re.ASCII)
_CLAIM = re.compile(r"c[0-9]{1,9}", re.ASCII)


def explain(what: str, given: Request) -> int:
    """Explain a code, a finding or two claims; `codes` lists all codes."""
    if what == "codes":
        emit(paint(code_list(), color(given)))
    elif what in codes() or what in problems():
        emit(paint(code_page(what, width(given)), color(given)))
    elif _CLAIM.fullmatch(what):
        emit(_pair(what, given))
    elif _FINDING.fullmatch(what) or given.paths:
        emit(_finding(what, given))
    else:
        raise Failure(
            f"error: no code {what!r}{meant(what, (*codes(), *problems()))}; claimcheck explain codes lists them"
        )
    return exits.CLEAN


def _pair(what: str, given: Request) -> Iterator[str]:
    """Explain two claims of the articles, whether they matched or not: the second id stands before the paths."""
    other, *paths = given.paths or ("",)
    if not _CLAIM.fullmatch(other) or not paths:
        raise Failure(f"error: {what} is a claim; name another and the articles: claimcheck explain {what} c2 PATH…")
    request, held = settled(replace(given, paths=tuple(paths)))
    report = compare.checked(request, held, explained=True)
    place = {claim.id: number for number, claim in enumerate(report.claims)}
    for one in (what, other):
        if one not in place:
            raise Failure(f"error: no claim {one!r} among {len(place)} in {' '.join(paths)}")
    left, right = sorted((place[what], place[other]))
    look = compare.look_of(request, exits.CLEAN)
    return paint(pair_page(report, left, right, look.width), look.color)


def _finding(what: str, given: Request) -> Iterator[str]:
    if not given.paths:
        raise Failure(f"error: {what} is a finding; name its articles too: claimcheck explain {what} PATH…")
    request, held = settled(given)
    report = compare.checked(request, held, explained=True)
    known = {name: finding for finding in report.findings for name in (finding.id, finding.fingerprint)}
    if what not in known:
        near = meant(what, tuple(known))
        raise Failure(f"error: no finding {what!r} among {len(report.findings)} in {' '.join(given.paths)}{near}")
    look = compare.look_of(request, exits.CLEAN)
    return paint(finding_page(report, known[what], look), look.color)
