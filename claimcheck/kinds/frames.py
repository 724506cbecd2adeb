"""Frames: what can be in which state, compiled from the word list so that one pass over a sentence finds them all."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.immutable import record
from claimcheck.lexicon import renewed
from claimcheck.lexicon import words as lexicon
from claimcheck.read.words import root

REACH = 8
"""Words between a holder and a state word, unless the frame says otherwise."""


@record
class Frame:
    """A question of state: who or what can be in it, and how states turn and go together."""

    name: str
    asks: str
    subject: str
    holders: frozenset[str]
    reach: int
    turned: tuple[tuple[str, str], ...]
    together: frozenset[frozenset[str]]
    barred: frozenset[str]
    """Words behind a state word that make it another: "released a statement"."""

    acting: frozenset[str] = frozenset()
    """Stems of state words whose holder is what they act on, so that it stands behind: "kept 1,000 soldiers"."""

    pairs: bool = False
    """Whether a holder has two words."""

    def turn(self, state: str) -> str:
        """Give the state that a negation makes of one; "" where it makes none."""
        return dict(self.turned).get(state, "")


@record
class Trigger:
    """Words that tell a state, as stems."""

    stems: tuple[str, ...]
    frame: Frame
    state: str


@renewed
def frames() -> dict[str, Frame]:
    """Read the frames."""
    return {name: _frame(name, entry) for name, entry in lexicon("frames").items()}


def _frame(name: str, entry: dict) -> Frame:  # type: ignore[type-arg]
    """Compile one frame."""
    holders = frozenset(" ".join(root(w) for w in h.split()) for h in entry.get("holders", ()))
    return Frame(
        name=name,
        asks=entry["asks"],
        subject=entry["subject"],
        holders=holders,
        reach=entry.get("reach", REACH),
        turned=tuple(entry.get("turned", {}).items()),
        together=frozenset(frozenset(pair) for pair in entry.get("together", ())),
        barred=frozenset(entry.get("except", ())),
        acting=frozenset(map(root, entry.get("acting", ()))),
        pairs=any(" " in holder for holder in holders),
    )


@renewed
def triggers() -> dict[str, tuple[Trigger, ...]]:
    """Index the state words by their first stem, longest phrases first."""
    index: dict[str, list[Trigger]] = {}
    for name, entry in lexicon("frames").items():
        for state, phrases in entry["states"].items():
            for phrase in phrases:
                stems = (
                    tuple(root(w) for w in phrase.replace("-", " - ").split() if w != "-")
                    if " " in phrase
                    else (root(phrase),)
                )
                index.setdefault(stems[0], []).append(Trigger(stems, frames()[name], state))
    return {
        first: tuple(sorted(found, key=lambda t: (-len(t.stems), t.frame.name, t.state)))
        for first, found in index.items()
    }


def matches(stems: Sequence[str], at: int) -> list[Trigger]:
    """Give the triggers whose words stand at a place of a sentence, longest first."""
    found = triggers().get(stems[at], ())
    after = stems[at + 1] if at + 1 < len(stems) else ""
    return [
        t
        for t in found
        if len(t.stems) == 1 or (t.stems[1] == after and tuple(stems[at : at + len(t.stems)]) == t.stems)
    ]
