"""Numbers that name something and count nothing: what the readers let through and no figure claim is made of."""

from __future__ import annotations

import re

from claimcheck.kinds.deed import Deed
from claimcheck.lexicon import words as lexicon
from claimcheck.model import QuantityMention, Sentence
from claimcheck.read.deeds import FAMILY

_LISTS = lexicon("naming")["words"]
LABELS = frozenset(_LISTS["labels"])
KEPT = frozenset(_LISTS["kept"])
IDIOMS = tuple(_LISTS["idioms"])
STREETS = frozenset(_LISTS["streets"])
CALIBRE = re.compile(r"[ -](?:" + "|".join(_LISTS["guns"]) + r")", re.IGNORECASE)
OTHER_DIGITS = re.compile(r"[ \u00a0-][0-9]{2,}|\.[0-9]")
"""What follows the first group of a telephone number, or of an address or version with two stops."""
NUMBER_NAME = re.compile(r" [A-Z][a-z]")
ADDRESS = re.compile(r" ((?:[A-Z][\w’'.-]{0,20}[ ,.]{1,2}){1,3})")
LAST = re.compile(r"(?<![\w’'-])([\w’'-]{1,24})[ \u00a0]\Z")
COUNTS_ON = re.compile(r" ?[\"“'‘(]| (?:of|a|an|per|with|each)\b| [a-z]{3,14} ?-|[ -]?[×x] ?[0-9]")
"""What follows a number that is an amount though its noun was not read: two "rebels", 900 a month."""
GROUPS = frozenset({"family", "household", "unit", "team", "village", "town", "company", "clan", "tribe"})
"""What "14 members of one family" belong to."""
SMALL_LETTERS = re.compile(r"\b[a-z]{3,20}\b")


def names_something(text: str, sentence: Sentence, quantity: QuantityMention, deed: Deed) -> bool:
    """Whether the number is part of a name, an address, an identifier, a score or an idiom."""
    start, end = quantity.digits.start, quantity.digits.end
    if quantity.kind == "measure":
        return quantity.unit in ("mm", "millimetre") and CALIBRE.match(text, quantity.span.end) is not None
    if quantity.kind != "count":
        return False
    before = LAST.search(text, max(sentence.span.start, start - 26), start)
    last = before[1] if before else ""
    if text[start].isdecimal():
        return _digits(text, start, end, last, quantity, deed)
    return _words(text, sentence, quantity, last, deed) or _bare(text, quantity, last, deed)


def _digits(text: str, start: int, end: int, last: str, quantity: QuantityMention, deed: Deed) -> bool:
    """Whether digits belong to a label, a telephone number, a street, a score or a team."""
    label = last.lower().removesuffix("’s").removesuffix("'s")
    if label in LABELS or (label == "year" and last == "Year"):
        return True
    if text[start - 1 : start] == "-" and text[start - 2 : start - 1].isalpha() and "nder-" in text[start - 6 : start]:
        return True
    if not quantity.head and _grouped(text, start, end):
        return True
    street = ADDRESS.match(text, end)
    if street and STREETS & {w.strip(",.").lower() for w in street[1].split()}:
        return True
    return _bare(text, quantity, last, deed)


def _grouped(text: str, start: int, end: int) -> bool:
    """Whether more groups of digits stand beside these, as in a telephone number, a score or a version."""
    if text[start - 1 : start] == "+" or (text[start] == "0" and end - start > 1 and text[start + 1].isdecimal()):
        return True
    if OTHER_DIGITS.match(text, end) and text[end : end + 1] == "." and "." in text[start:end]:
        return True
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isdecimal():
        return True
    return text[start - 2 : start - 1].isdecimal() and text[start - 1 : start] in " \u00a0"


def _words(text: str, sentence: Sentence, quantity: QuantityMention, last: str, deed: Deed) -> bool:
    """Whether a number word is part of a name in a sentence that is no headline in capitals: "the Five Eyes".

    What something has happened to is counted: "Two Palestinians were killed".
    """
    start, end = quantity.digits.start, quantity.digits.end
    words = text[start:end]
    around = text[max(sentence.span.start, start - 16) : min(sentence.span.end, end + 12)].lower()
    if any(idiom in around for idiom in IDIOMS):
        return True
    if last.lower() in ("neither", "either") and quantity.number == 1:
        return True
    if last.lower() == "of" and quantity.number == 1 and quantity.head in GROUPS:
        return True
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isupper():
        return True
    if last.lower() in LABELS and not quantity.head:
        return True
    if not words[0].isupper() or len(SMALL_LETTERS.findall(sentence.span.of(text))) < 2:
        return False
    initial = start == sentence.span.start
    if not initial and last and (last[0].islower() or last == "The" or last.endswith(("'s", "’s"))):
        return bool(NUMBER_NAME.match(text, end)) or not quantity.head
    return initial and deed.attribute not in FAMILY and _name_at_start(text, quantity)


def _name_at_start(text: str, quantity: QuantityMention) -> bool:
    """Whether the sentence opens with a name such as "Seven Sisters": the noun counted has a capital of its own."""
    counted = quantity.counted
    return bool(counted) and counted.split()[-1][0].isupper() and bool(NUMBER_NAME.match(text, quantity.digits.end))


def _bare(text: str, quantity: QuantityMention, last: str, deed: Deed) -> bool:
    """Whether nothing is counted, and no word around says what of: "the code is 90210"; not "rose to 61"."""
    if quantity.head or quantity.modifier or quantity.number is None or deed.attribute != "number":
        return False
    if COUNTS_ON.match(text, quantity.digits.end) or set(",.") & set(quantity.digits.of(text)):
        return False
    return last.lower() not in KEPT and quantity.number < 1_000_000
