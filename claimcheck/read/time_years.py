"""Years alone: "2016", "347 AD", "44 BC", and what else four digits may be."""

from __future__ import annotations

from claimcheck.read import calendar as cal
from claimcheck.read.calendar import Moment
from claimcheck.read.time_numbers import leads_count, year
from claimcheck.read.time_scan import DASHES, LIST, PARTS, Found, Scan

YEAR_LEADS = frozenset(LIST["year_leads"])
COUNTED = frozenset(LIST["counted"])
ADVERBS = frozenset(LIST["adverbs"])
AFTER_YEAR = frozenset(
    {"and", "or", "to", "but", "when", "he", "she", "it", "they", "the", "was", "as", "with", "that"}
)
JOINTS = frozenset("-–—/:.,+_#@")


def bare_year(scan: Scan, i: int) -> Found | None:
    """Read a year alone where nothing makes it a count: not "1500 soldiers", "$2000", "some 2000 people"."""
    words = scan.words
    era = _era(scan, i)
    if era:
        return era
    found = year(scan, i)
    if not found or not words[i].isdecimal():
        return None
    number, end = found
    before, after = words[i - 1], words[end]
    ranged = after in DASHES and after and words[end + 1].isdecimal()
    if leads_count(scan, i) and not ranged:
        return None
    if _inside_word(scan, i) or _counts(scan, i, after) or (number < 1700 and before not in YEAR_LEADS):
        return None
    moment = cal.year(number)
    return Found(end, moment) if moment else None


def spelled(scan: Scan, i: int) -> Found | None:
    """Read a year in words behind a word that leads one: "in nineteen ninety-six", "since two thousand and fifteen"."""
    found = year(scan, i)
    if not found or scan.words[i - 1] not in YEAR_LEADS or found[0] == 2000:
        return None
    after = scan.words[found[1]]
    moment = cal.year(found[0]) if not after[:1].isalpha() or after in AFTER_YEAR else None
    return Found(found[1], moment) if moment else None


def _inside_word(scan: Scan, i: int) -> bool:
    """Whether four digits belong to something longer: a route, a score, a model, a path; not "mid-2012", "2010-2012"."""
    words = scan.words
    before, after = words[i - 1], words[i + 1]
    if i and scan.glued(i - 1) and (before in JOINTS or before.isalnum()):
        led = (
            words[i - 2] in PARTS
            or words[i - 2] in ("pre", "post")
            or (words[i - 2].isdecimal() and len(words[i - 2]) == 4)
        )
        if before not in DASHES or not led:
            return True
    if not after or not scan.glued(i):
        return False
    return after.isalnum() or after in "%:/_@" or (after == "-" and not words[i + 2].isdecimal())


def _counts(scan: Scan, i: int, after: str) -> bool:
    """Whether a counted noun stands behind four digits: "1500 soldiers"."""
    plural = after.isalpha() and (after.endswith("s") or after in COUNTED) and len(after) > 3
    lead = scan.words[i - 1] in ("in", "since", "of", "the", "by")
    return plural and not lead and after not in ADVERBS and not scan.capital(i + 1)


def _era(scan: Scan, i: int) -> Found | None:
    """Read "347 AD", "AD 347", "44 BC", "c. 347"."""
    words = scan.words
    word = words[i]
    if not word.isdecimal() or len(word) > 4 or int(word) == 0:
        return None
    number, after = int(word), words[i + 1]
    for name in ("bce", "bc"):
        if after == name or (after == "b" and words[i + 2] == "." and words[i + 3] == "c"):
            end = i + 2 if after == name else i + 5
            return Found(end, Moment(None, None, f"BC{number:04}", "year"))
    circa = words[i - 2 : i] == ["c", "."] or words[i - 1] in ("circa", "ad")
    if after in ("ad", "ce") or (circa and len(word) > 2):
        moment = cal.year(number)
        return Found(i + 2 if after in ("ad", "ce") else i + 1, moment) if moment else None
    return None
