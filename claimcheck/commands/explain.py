"""`claimcheck explain`: the page of a code, or of a finding of the articles given."""

from __future__ import annotations

import re

from claimcheck import exits
from claimcheck.commands import compare
from claimcheck.commands.output import emit
from claimcheck.commands.request import Request, color, settled, width
from claimcheck.config import meant
from claimcheck.exits import Failure
from claimcheck.explain import code_list, code_page, finding_page
from claimcheck.view.codes import codes, problems
from claimcheck.view.paint import paint

_FINDING = re.compile(r"f[0-9]{1,9}", re.ASCII)


def explain(what: str, given: Request) -> int:
    """Explain a code or a finding; `codes` lists all codes."""
    if what == "codes":
        emit(paint(code_list(), color(given)))
    elif what in codes() or what in problems():
        emit(paint(code_page(what, width(given)), color(given)))
    elif _FINDING.fullmatch(what) or given.paths:
        emit(_finding(what, given))
    else:
        raise Failure(
            f"error: no code {what!r}{meant(what, (*codes(), *problems()))}; claimcheck explain codes lists them"
        )
    return exits.CLEAN


def _finding(what: str, given: Request) -> str:
    if not given.paths:
        raise Failure(f"error: {what} is a finding; name its articles too: claimcheck explain {what} PATH…")
    request, held = settled(given)
    report = compare.checked(request, held)
    known = {name: finding for finding in report.findings for name in (finding.id, finding.fingerprint)}
    if what not in known:
        near = meant(what, tuple(known))
        raise Failure(f"error: no finding {what!r} among {len(report.findings)} in {' '.join(given.paths)}{near}")
    look = compare.look_of(request, exits.CLEAN)
    return paint(finding_page(report, known[what], look), look.color)
