"""A number and the words around it -> its unit, and what sort of quantity it is: money, age, magnitude, measure, count."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from claimcheck.read.counted import STOPS, Counted, counted_at
from claimcheck.read.digits import digits_at
from claimcheck.read.labels import befell
from claimcheck.read.leads import led_by
from claimcheck.read.numerals import words_at
from claimcheck.read.parts import SCALES
from claimcheck.read.precision import AFTER, Value
from claimcheck.read.units import DIMENSION, MINOR, SIGN_BEFORE, SIGNS, minor_factor, rate_at, unit_at

MAGNITUDE_BEFORE = re.compile(
    r"\b[Mm]agnitude ?[ -] ?(?:(?:of|at|was|is|to|as) )?(?:(?:about|around|at least) )?\Z|\bmeasur(?:ed|ing) (?:a )?\Z"
)

MAGNITUDE_AFTER = re.compile(
    r" ?-? ?magnitude\b|(?: on| \(?on) the Richter|[ -]Richter|(?:[ -][a-z]{2,12})?[ -](?:earth)?quake\b", re.IGNORECASE
)

AGE_AFTER = re.compile(r"[ -]{1,3}(year|month|week|day)s?[ -]{1,3}(?:old|of age)\b", re.IGNORECASE)

AGE_BEFORE = re.compile(r"\b(?:aged|age|ages)(?: of| between)? (?:the )?\Z", re.IGNORECASE)

AGE_UNDER = re.compile(
    r"\b(?:children|kids|infants|babies|boys|girls|minors|youngsters|adults|those|anyone|everyone|people) (?:under|over|below|above) (?:the )?\Z",
    re.IGNORECASE,
)
"""In front of an age without its unit: "three of the dead were children under five"."""
AGE_OVER = re.compile(r"\b(?:was|were|are|is) (?:all )?(?:over|under|below|above) \Z", re.IGNORECASE)
"""In front of an age, where nothing follows it: "most of the dead were over 85"."""
GIRL_OF = re.compile(
    r"\b(?:girl|boy|child|baby|toddler|son|daughter|man|woman|student|pupil|(?-i:an? [A-Z][a-z]{2,12}(?:ian|an|ese|ish|i|ole))) of \Z",
    re.IGNORECASE,
)
"""In front of somebody's age, where nothing follows it: "a girl of nine"."""
OF_WHERE = re.compile(r" (?:from|who|with)\b")
"""Behind such an age, more of whose it is: "a man of 71 from Orsa"."""
HE_OR_SHE = r"\b(?:he|she) (?:was|is|turned|had turned) "
HE_WAS = re.compile(rf"(?:{HE_OR_SHE}|\b(?:youngest|oldest|eldest)(?: [a-z]+){{0,4}} (?:was|is) )\Z", re.IGNORECASE)
"""In front of somebody's age, where nothing follows it: "She was 71."."""
DIED_AT = re.compile(r"\b(?:dies|died|dead|die) at (?:the age of )?\Z", re.IGNORECASE)
"""In front of the age at which somebody died, where nothing follows it: "Singer dies at 71"."""
AGE_APPOSED = re.compile(
    r"\b(?:[A-Z][\w'’-]{1,20}|(?:grand)?(?:daughter|son)|wife|husband|brother|sister|mother|father|niece|nephew|cousin"
    r"|(?:girl|boy)friend|girl|boy|man|woman|child|student|pupil|driver|suspect|victim|teenager|toddler), \Z"
)
AND_WITH = re.compile(r" and (?:with|an?|the|from|mother|father|married|single|his|her)\b")
"""Behind such an age, more of whose it is: "Ann Lee, 48 and with two sons"."""
JOIN = re.compile(r",? (?:and )?(?=[0-9a-z])|(?=[0-9])", re.IGNORECASE)
CODE_SCALE = re.compile(r" (thousand|million|billion|trillion)\b", re.IGNORECASE)
MINUS_WORD = re.compile(r"\bminus \Z", re.IGNORECASE)
OF_WHAT = re.compile(r" of ([a-z]{3,15})\b(?! (?:the|his|her|its|their)\b)")
CLAUSE_ENDS = re.compile(r"[.;]|\s*\Z")
INCHES = re.compile(r" ?(?:in\b|\"|″)")


class Measured(NamedTuple):
    """Unit, sort of quantity ("" for none after all), end, noun phrase, and the value with its smaller unit added."""

    unit: str
    kind: str
    end: int
    counted: Counted
    value: Value


def measured(text: str, start: int, value: Value, sign: str) -> Measured:
    """Give unit, kind, end and what is counted; kind "" for what is no quantity after all."""
    end, none = value.end, Counted(value.end)
    if sign:
        return _signed(text, value, sign)
    age = AGE_AFTER.match(text, end)
    if age:
        unit = age[1].lower()
        return Measured(unit, "age", age.end(), Counted(age.end(), f"{unit}-old", unit), value)
    window = text[max(0, start - 24) : start].lower()
    if "age" in window and led_by(AGE_BEFORE, text, start, 17):
        return Measured("year", "age", end, Counted(end, "age"), value)
    if _apposed_age(text, start, end, value) or _age_told(text, start, end, window):
        return Measured("year", "age", end, Counted(end, "", ""), value)
    quake = MAGNITUDE_AFTER.match(text, end)
    said = ("magn" in window or "meas" in window) and led_by(MAGNITUDE_BEFORE, text, start, 24)
    told = said and ("agn" in said.group() or unit_at(text, end) is None)  # "Measured 5 km" is none.
    if told or (quake and "." in text[start:end]):
        return Measured("magnitude", "measure", end, none, value)
    behind = end + 1 if text.startswith(". ", end) and value.numeral.scaled > 1 else _precise(text, end)
    measure = unit_at(text, end) or (unit_at(text, behind) if behind > end else None)
    if measure:
        return _with_unit(text, start, value, measure)
    counted = _counted(text, start, value)
    if value.numeral.kind == "fraction":
        whole = text[start:end].lower() != "half" or text.startswith((" of ", " the "), end)
        return Measured("ratio", "ratio", end, counted, value) if whole else Measured("", "", end, none, value)
    if value.numeral.kind == "fold":
        return Measured("fold", "ratio", end, Counted(end, text[start:end]), value)
    if (
        value.number in (0, 1)
        and not counted.head
        and text[start].isalpha()
        and value.numeral.scaled == 1
        and not value.ranged
        and not led_by(MINUS_WORD, text, start, 6)
        and not befell(text, start, value.end)
    ):
        return Measured("", "", end, none, value)
    rate = rate_at(text, counted.end) if counted.head else None
    if rate and DIMENSION.get(rate[0]) == "duration":
        counted = replace(counted, end=rate[1], phrase=counted.phrase + _told(text, counted.end, rate[1]))
    return Measured(counted.head, "count", end, counted, value)


def _counted(text: str, start: int, value: Value) -> Counted:
    """Read what is counted behind a number, or behind the words of its precision: "20 or more people", "20+ people"."""
    counted = counted_at(text, value.end, value.number == 1, text[start : value.end])
    behind = _precise(text, value.end)
    more = counted_at(text, behind) if behind > value.end and not counted.head else counted
    return more if more.head else counted


def _precise(text: str, end: int) -> int:
    """Step over the words of precision behind a number: "20 or more", "20+"."""
    after = AFTER.match(text, end)
    return after.end() if after else end


def _signed(text: str, value: Value, sign: str) -> Measured:
    """Read money behind its sign: the currency's name may follow ("$5 US dollars"), and what it is paid for."""
    code = SIGNS.get(sign) or SIGNS.get(sign.upper()) or "EUR"
    end, written = value.end, sign.replace(" ", "")
    after = unit_at(text, end)
    if after and DIMENSION.get(after[0]) == "money" and after[0] not in ("cent", "penny"):
        end = after[1]
    rate = rate_at(text, end)
    if rate:
        return Measured(code, "money", rate[1], Counted(rate[1], written + _told(text, end, rate[1])), value)
    if text.startswith("-", end):
        return Measured(code, "money", end, counted_at(text, end), value)
    return Measured(code, "money", end, Counted(end, written), value)


def _told(text: str, start: int, end: int) -> str:
    """Quote a rate as words: " per barrel"."""
    return text[start:end].replace("-", " ")


def _age_told(text: str, start: int, end: int, window: str) -> bool:
    """Whether a bare number is an age by the words in front of it: "children under five", "dies at 71"."""
    ends = text[end : end + 1] in ("", "\n", ".", ",", ";", ")")
    if window.endswith(("under ", "over ", "below ", "above ")):
        if led_by(AGE_UNDER, text, start, 24):
            return unit_at(text, end) is None
        return ends and led_by(AGE_OVER, text, start, 24) is not None
    if window.endswith("of "):
        return (ends or OF_WHERE.match(text, end) is not None) and led_by(GIRL_OF, text, start, 24) is not None
    if window.endswith(("was ", "is ", "turned ")):
        return ends and led_by(HE_WAS, text, start, 48) is not None
    return ends and window.endswith("at ") and led_by(DIED_AT, text, start, 16) is not None


def _apposed_age(text: str, start: int, end: int, value: Value) -> bool:
    """Whether a number between commas behind a name is an age: "Smith, 45, said"."""
    if not value.number or value.number > 110 or value.number < 2 or not text[start].isdecimal():
        return False
    return bool(led_by(AGE_APPOSED, text, start, 24)) and (
        text[end : end + 1] in (",", ".", ";", ")") or AND_WITH.match(text, end) is not None
    )


def _with_unit(text: str, start: int, value: Value, unit: tuple[str, int]) -> Measured:
    """Sort a measured number by its unit's dimension; a smaller unit or a rate may follow."""
    name, stop = unit
    end = value.end
    dimension = DIMENSION[name]
    if name == "second" and text[stop - 1] != "s" and text[end : end + 1] != "-":
        return Measured("", "", end, Counted(end), value)
    kind = {"percent": "percent", "money": "money", "duration": "duration"}.get(dimension, "measure")
    value, stop = _with_minor(text, value, name, stop)
    scale = CODE_SCALE.match(text, stop) if kind == "money" and value.numeral.scaled == 1 else None
    if scale and value.number is not None and text[stop - 1].isupper():
        number = value.number * SCALES[scale[1].lower()]
        value, stop = value._replace(number=number, low=number, high=number, end=scale.end()), scale.end()
    phrase = text[end:stop].strip(" -\u00a0") if value.end == end else ""
    counted = Counted(stop, phrase, name)
    if kind == "percent" and text.startswith(" of ", stop):
        whole = counted_at(text, stop)
        counted = Counted(stop, counted.phrase, name, (), "", text[stop + 4 : whole.end])
    what = OF_WHAT.match(text, stop) if kind == "measure" else None
    if what and what[1] not in STOPS:
        counted = Counted(what.end(), f"{phrase} of {what[1]}", name)
    rate = rate_at(text, stop) if kind in ("measure", "money") else None
    if rate:
        name = f"{name} per {rate[0]}" if kind == "measure" else name
        counted = Counted(rate[1], phrase + _told(text, stop, rate[1]), counted.head)
        stop = rate[1]
    return Measured(name, kind, stop, counted, value)


def _with_minor(text: str, value: Value, unit: str, stop: int) -> tuple[Value, int]:
    """Add a smaller unit: "5 feet 2 inches", "three dollars and fifty cents"."""
    join = JOIN.match(text, stop) if unit in MINOR and value.number is not None else None
    if join is None or value.number is None:
        return value, stop
    more = digits_at(text, join.end()) if text[join.end()].isdecimal() else words_at(text, join.end())
    if more is None or more.number is None or more.kind:
        return value, stop
    minor = unit_at(text, more.end)
    inches = INCHES.match(text, more.end) if unit == "foot" else None
    if inches is None and (minor is None or minor[0] != MINOR[unit]):
        bare = (
            minor is None
            and DIMENSION[unit] == "money"
            and 10 <= more.number < 100
            and not SIGN_BEFORE.search(text, 0, join.end())
            and CLAUSE_ENDS.match(text, more.end)
        )
        if not bare or "," in join.group():
            return value, stop
    number = round(value.number + more.number * minor_factor(unit, MINOR[unit]), 6)
    end = inches.end() if inches else minor[1] if minor else more.end
    return value._replace(number=number, low=number, high=number, end=more.end), end
