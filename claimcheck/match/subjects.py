"""Claims of a story -> the same, with the person of a figure that its article tells again without the name.

"Ex-governor jailed for nine years" above "Ernesto Quilca was sentenced to nine years" is of Ernesto Quilca.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from claimcheck.match.figure_guards import PERSONAL
from claimcheck.model import Claim, Value


def named(claims: Iterable[Claim]) -> list[Claim]:
    """Give the claims, those of one person with the only name under which their article tells the same value."""
    held = list(claims)
    told: defaultdict[tuple[str, str, Value], set[str]] = defaultdict(set)
    for claim in held:
        if claim.topic.attribute in PERSONAL and claim.topic.subject:
            told[_key(claim)].add(claim.topic.subject)
    return [
        replace(claim, topic=replace(claim.topic, subject=next(iter(names))))
        if claim.topic.attribute in PERSONAL
        and not claim.topic.subject
        and len(names := told.get(_key(claim), set())) == 1
        else claim
        for claim in held
    ]


def _key(claim: Claim) -> tuple[str, str, Value]:
    """Give what must be one: article, attribute and value."""
    return claim.article, claim.topic.attribute, claim.value
