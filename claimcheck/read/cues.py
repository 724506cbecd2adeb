"""The verbs of saying: each form with its lemma, each lemma with how its speaker stands to what is said."""

from __future__ import annotations

from claimcheck.lexicon import words as lexicon

_LISTS = lexicon("cues")
STANCES = ("say", "believe", "deny", "demand", "plan", "doubt")


def _forms(lemma: str) -> list[str]:
    """Give a verb's forms: listed ones, or the regular past and third person."""
    if lemma in _LISTS["forms"]:
        return list(_LISTS["forms"][lemma])
    stem = lemma.removesuffix("e")
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return [lemma[:-1] + "ied", lemma[:-1] + "ies", lemma]
    double = lemma + lemma[-1] if lemma in ("admit",) else stem
    return [double + "ed", lemma + ("es" if lemma.endswith(("s", "sh", "ch")) else "s"), double + "ing"]


LEMMA = {form: lemma for stance in STANCES for lemma in reversed(_LISTS[stance]["lemmas"]) for form in _forms(lemma)}
STANCE = {lemma: stance for stance in reversed(STANCES) for lemma in _LISTS[stance]["lemmas"]}
