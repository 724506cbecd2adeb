"""A text in tokens with its time words, and what its times hang on; the rules of the other `time_` modules read it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from claimcheck.immutable import record
from claimcheck.lexicon import words as lexicon
from claimcheck.read import calendar as cal
from claimcheck.read.calendar import Moment
from claimcheck.read.words import lowered

LIST = lexicon("dates")
MONTHS: dict[str, int] = LIST["months"]
WEEKDAYS: dict[str, int] = LIST["weekdays"]
SHORT_DAYS: dict[str, int] = LIST["short_weekdays"]
UNITS: dict[str, str] = {
    form: unit
    for word, unit in LIST["units"].items()
    for form in (word, "centuries" if word == "century" else word + "s")
}
STEPS: dict[str, int] = LIST["steps"]
PARTS: dict[str, str] = LIST["parts"]
SEASONS: dict[str, str] = LIST["seasons"]
DAY_PARTS: dict[str, str] = LIST["day_parts"]
DASHES = frozenset("-–—‑~")

TOKEN = re.compile(r"[a-z]+|[0-9]+|[^\sa-z0-9]|\n")
FUTURE = re.compile(r"\b(?:" + "|".join(LIST["future"]) + r")\b", re.IGNORECASE)
DUE = re.compile(
    rf"\b(?:{'|'.join(LIST['due'])})\s{{1,2}}(?:(?:{'|'.join(LIST['due_between'])})\s{{1,2}}){{0,5}}\Z", re.IGNORECASE
)
"""A word straight before a time by which something is due; "hit by a storm on Friday" has none."""
PAST = re.compile(r"\b(?:" + "|".join(LIST["past"]) + r")\b|\b[a-z]{3,12}ed\b", re.IGNORECASE)
HAD = re.compile(r"\bhad\b")
BEHIND = ("following ", "after ", "since ")
"""In front of a day's event that has been: "called for calm following Saturday's clash"."""
TO_BE = re.compile(r"\b(?:will|shall|to|must|would) be [a-z]{3,12}\b[^,]{0,24}\Z")
"""What is to be done is no past: "It will be decided by parliament on Friday"."""
STOP = re.compile(r"[.;\n]")
LONG_PAST = re.compile(r"(?<![0-9$€£.,])(?:1[5-9]|20)[0-9]{2}(?![0-9%]|[.,][0-9])")
REACH = 90
"""Characters on either side in which a word tells whether a time lies ahead."""
VERB = 30
"""Characters behind a time within which the verb of its clause is looked for."""
NARRATION = 60
"""Characters after a date within which a month without a year goes on from it."""
DEEPEST = 4
"""Times within times that are read: "the first week of the month before last May"; more would let a text take long."""
SOON = 45
"""Days after publication within which a day without a year, and without a verb of the past, lies ahead."""
ERAS_APART = 2
"""Years from publication at which a year is of another time."""


@record
class Found:
    """A time read from tokens: where it ends (exclusive), what it means and what it hangs on ("", "published", "told")."""

    end: int
    moment: Moment
    type: str = "DATE"
    hangs: str = ""
    start: int = -1
    """Its first token, where that is not the one it was read at."""
    parts: tuple[Found, ...] = ()
    """For a stretch between two times: the two, with their starts."""


Rule = Callable[["Scan", int], Found | None]


class Scan:
    """The tokens of a text, what has been told so far, and the rule that reads a time at a token."""

    def __init__(self, text: str, published: date | None, moment: Rule) -> None:
        self.text = text
        self.published = published
        low = lowered(text)
        self.cased = text != low
        found = list(TOKEN.finditer(low))
        self.words = [match[0] for match in found]
        self.starts = [match.start() for match in found]
        self.count = len(self.words)
        self.words += [""] * 8
        self.starts += [len(text)] * 8
        self.told: date | None = None
        self.told_as = ""
        self.told_end = -NARRATION
        self._moment = moment
        self._depth = 0
        self._history: bool | None = None
        self._low = low

    def moment(self, i: int) -> Found | None:
        """Read the longest time that begins at a token."""
        if self._depth >= DEEPEST:
            return None
        self._depth += 1
        try:
            return self._moment(self, i)
        finally:
            self._depth -= 1

    def end_of(self, i: int) -> int:
        """Give the character after a token."""
        return self.starts[i] + len(self.words[i])

    def glued(self, i: int) -> bool:
        """Whether no space stands between a token and the next."""
        return self.starts[i + 1] == self.end_of(i)

    def capital(self, i: int) -> bool:
        """Whether a token begins with a capital."""
        return self.text[self.starts[i] : self.starts[i] + 1].isupper()

    def named(self, i: int) -> bool:
        """Whether a token may be a name: it has a capital, or the text has none at all."""
        return not self.cased or self.capital(i)

    def skip(self, i: int, *words: str) -> int:
        """Step over one token if it is one of these."""
        return i + 1 if self.words[i] in words else i

    def ordinal_end(self, i: int) -> int:
        """Step over "st", "nd", "rd", "th" behind the digits at a token."""
        return i + 2 if self.words[i + 1] in ("st", "nd", "rd", "th") and self.words[i].isdecimal() else i + 1

    def ahead(self, i: int, end: int) -> bool:
        """Whether the words around a time look ahead."""
        start = self.starts[i]
        left = self.text[max(0, start - REACH) : start]
        left = left[max(left.rfind(". "), left.rfind("\n"), left.rfind("; ")) + 1 :]
        if self.text.startswith(("'s", "’s"), self.end_of(end - 1)) and left.lower().endswith(BEHIND):
            return False
        due = DUE.search(left[-60:])
        if PAST.search(left[-24:]) and not (FUTURE.search(left[-24:]) or TO_BE.search(left) or due):
            return False
        right = self.text[self.end_of(end - 1) : self.end_of(end - 1) + 50]
        stop = STOP.search(right)
        right = right[: stop.start()] if stop else right
        if FUTURE.search(left[-60:]):
            return True
        if due:  # "By Wednesday it was gone" lies behind, and so does "It had reached 61 by Tuesday".
            return not (HAD.search(left[-60:]) or (PAST.search(right[:24]) and not FUTURE.search(right[:24])))
        behind = right.lstrip()[:24]
        return bool(FUTURE.match(behind)) or behind.startswith("until ")

    def behind(self, i: int, end: int) -> bool:
        """Whether a verb in front of a time, or soon behind it, tells of what has been."""
        left = self.text[max(0, self.starts[i] - REACH) : self.starts[i]]
        if PAST.search(left[max(left.rfind(". "), left.rfind("\n"), left.rfind("; ")) + 1 :]):
            return True
        right = STOP.split(self.text[self.end_of(end - 1) : self.end_of(end - 1) + VERB], maxsplit=1)[0]
        return any(found.group().lower() not in ("said", "told") for found in PAST.finditer(right))

    def history(self) -> bool:
        """Whether the text tells of another time than its publication's: most of at least six years named lie far off."""
        if self._history is None:
            years = [int(y) for y in LONG_PAST.findall(self._low)]
            at = self.published.year if self.published else 0
            far = sum(y > at or at - y >= ERAS_APART for y in years)
            self._history = len(years) >= 6 and far * 4 > len(years) * 3
        return self._history

    def year_for(self, i: int, end: int, month: int, day: int = 0) -> tuple[int | None, str]:
        """Choose the year of a month named without one, and what that hangs on: the story's where it tells of another time,
        else that which brings the month nearest to publication, the past before the future. `day` is 0 of a month alone."""
        near = self.starts[i] - self.told_end < NARRATION
        if self.told and (
            self.published is None or (abs(self.told.year - self.published.year) > 1 and near) or self.history()
        ):
            return (self.told.year, "told") if self.published or near else (None, "published")
        anchor = self.published
        if anchor is None:
            return None, "published"
        day = day or anchor.day
        later = (month, day) > (anchor.month, anchor.day)
        future = self.ahead(i, end)
        soon = 0 < (month - anchor.month) % 12 * 30 + day - anchor.day <= SOON and not self.behind(i, end)
        if later and not future and not soon:
            return anchor.year - 1, "published"
        if not later and ((future and (anchor.month - month) % 12 > 2) or soon):
            return anchor.year + 1, "published"
        return anchor.year, "published"

    def last_told(self, unit: str) -> date | None:
        """Give the day last told if it is told as finely as the unit; else the publication day."""
        fine = {"year": 4, "decade": 4, "century": 4, "season": 3, "quarter": 3, "month": 3, "week": 2, "weekend": 2}
        if self.told and fine.get(unit, 1) >= fine.get(self.told_as, 1):
            return self.told
        return None if self.told and self.published is None else self.published

    def tell(self, found: Found, end: int) -> None:
        """Remember a time as the one last told."""
        moment = found.moment
        if moment.begin is None or found.type not in ("DATE", "TIME") or moment.value.endswith("_REF"):
            return
        self.told = moment.begin
        self.told_as = "day" if moment.granularity == "time" else moment.granularity
        if moment.granularity != "year":
            self.told_end = end


def day_or_open(year: int | None, month: int, day: int) -> Moment | None:
    """Give a day, open where its year is unknown; None for a day that no calendar has."""
    if year is not None:
        return cal.day(year, month, day)
    return Moment(None, None, f"XXXX-{month:02}-{day:02}") if cal.day(2000, month, day) else None
