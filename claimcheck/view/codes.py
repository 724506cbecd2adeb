"""The codes: what each says, with an example; the same words for `explain`, for SARIF's rules and for the pages."""

from __future__ import annotations

from claimcheck.lexicon import words


def codes() -> dict[str, dict[str, str]]:
    """The codes by name, each with `verdict`, `says` and `example`."""
    found: dict[str, dict[str, str]] = words("codes")
    return found


def problems() -> dict[str, dict[str, str]]:
    """The codes of problems with input, baseline and ignores, each with `says`, `next` and `example`."""
    found: dict[str, dict[str, str]] = words("problems")
    return found


def says(code: str) -> str:
    """What a code says; the code itself where nobody has written it down."""
    return codes().get(code, {}).get("says", code)
