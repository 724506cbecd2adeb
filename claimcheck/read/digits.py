"""Digits -> values: separators of several customs, decimals, fractions, exponents and the scale word behind them."""

from __future__ import annotations

import re

from claimcheck.read.parts import SCALES, SHORT, VULGAR, Numeral, mixed, slashed, tidy

MOST_DIGITS = 15
"""Longer runs of digits are no figure."""

DIGITS = re.compile(
    r"[0-9]{1,3}(?:([,'’ \u00a0\u202f])[0-9]{3})(?:\1[0-9]{3}){0,5}(?![0-9])(?:\.[0-9]{1,6})?(?![0-9])"  # 1,500 1'500.5
    r"|[0-9]{1,3}(?: , [0-9]{3}){1,4}(?![0-9])"  # 1 , 500
    r"|[0-9]{1,3}(?:\.[0-9]{3}){2,5}(?:,[0-9]{1,2})?(?![0-9.])"  # 1.500.000
    r"|[0-9]{1,3}\.[0-9]{3},[0-9]{1,2}(?![0-9])"  # 1.500,75
    r"|[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}(?![0-9])(?:\.[0-9]{1,6})?"  # 12,34,567
    r"|[0-9]{1,3},[0-9]{1,2}(?![0-9,]|\.[0-9])"  # 1,5
    r"|[0-9]{1,4} \. [0-9]{1,4}(?= (?:%|percent|per cent|million|billion|trillion|cents|points)\b|  ?%)"  # 7 . 5 %
    r"|[0-9]*\.[0-9]{1,9}(?![0-9])|[0-9]+(?![0-9])"
)
UNSURE = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
COMMA_DECIMAL = re.compile(r"[0-9]+,[0-9]{1,2}|[0-9.]+\.[0-9]{3},[0-9]{1,2}")
DOTTED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,5}(?:,[0-9]{1,2})?|[0-9]{1,3}\.[0-9]{3},[0-9]{1,2}")
MEASURED_NEXT = re.compile(
    r"[ \u00a0]?(?:%|[€£$°]|per ?cent|percent|(?:m|mn|bn|km|kg|cm|million|billion|thousand|tonnes|hectares|euros)\b)",
    re.IGNORECASE,
)
EXPONENT = re.compile(r"[eE]([+-]?[0-9]{1,2})(?![\w.])|\^([+-]?[0-9]{1,2})(?![\w.])")
TIMES_TEN = re.compile(r" ?[×x] ?10(?:\^|\*\*)?([+\-−–]?[0-9]{1,2}|[⁻⁰¹²³⁴-⁹]{1,3})(?![\w.])")
RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−–", "-0123456789--")
SCALE = re.compile(
    r"(?: - (?=[hmtb][a-z]{5})|[ \u00a0\u202f-])?(hundred|thousand|million|billion|trillion|lakh|crore|mln|bln|trn|tln|mil|mn|bn|tn|k|m|b)\b\.?(?![\w/²'’])"
    r"|[ \u00a0]?(M)(?=[A-Z]{3}\b)",
    re.IGNORECASE,
)
METRES = re.compile(
    r"m(?:-| |)(?:tall|long|wide|high|deep|away|above|below|from|off|race|sprint|final|hurdles|dash|freestyle|relay"
    r"|butterfly|breaststroke|backstroke|is|in (?:length|height|width|depth))\b"
)
REST = re.compile(r" and ([1-9][0-9]?)(?![\w.,])")
SMALLER = re.compile(r" ([0-9]{1,3}) (hundred|thousand|lakh|million)\b", re.IGNORECASE)


def digits_at(text: str, at: int) -> Numeral | None:
    """Read a number in digits with its scale word.

    >>> digits_at("1.2 million", 0).number, digits_at("1,500 men", 0).number, digits_at("2½", 0).number
    (1200000, 1500, 2.5)
    >>> digits_at("1.500.000 men", 0).number, digits_at("12,34,567 rupees", 0).number, digits_at("2,5 km", 0).number
    (1500000, 1234567, 2.5)
    >>> digits_at("1.3e6", 0).number, digits_at("10 1/2 miles", 0).number
    (1300000, 10.5)
    """
    if text[at : at + 1] in VULGAR and text[at : at + 1]:
        return Numeral(VULGAR[text[at]], at + 1, kind="fraction")
    match = DIGITS.match(text, at)
    if not match or sum(map(str.isdigit, match.group())) > MOST_DIGITS:
        return None
    part = slashed(text, at)
    if part:
        return Numeral(part[0], part[1], kind="fraction")
    number, ambiguous = _plain(text, match.group().replace(" . ", ".").replace(" , ", ","), match.end())
    number, end = _raised(text, *_with_part(text, number, match.end()))
    scaled = _scaled(text, number, end)
    ambiguous = ambiguous and scaled.scaled == 1
    found = mixed(text, scaled.number or 0, scaled.end, scaled.scaled)
    if found:
        return Numeral(tidy(round(found[0], 6)), found[1], scaled=found[2])
    return Numeral(tidy(scaled.number or 0), scaled.end, ambiguous=ambiguous, scaled=scaled.scaled)


def _plain(text: str, raw: str, end: int) -> tuple[float, bool]:
    """Give the value of digits with separators, and whether they could be read two ways."""
    if DOTTED.fullmatch(raw):
        return float(raw.replace(".", "").replace(",", ".")), False
    if COMMA_DECIMAL.fullmatch(raw):
        return float(raw.replace(",", ".")), not MEASURED_NEXT.match(text, end)
    plain = re.sub(r"[,'’ \u00a0\u202f]", "", raw)
    return (float(plain) if "." in plain else int(plain)), UNSURE.fullmatch(raw) is not None


def _with_part(text: str, number: float, end: int) -> tuple[float, int]:
    """Add a fraction written at the number: "2½", "10 1/2"."""
    nearby = text[end : end + 2]
    if nearby[:1] in VULGAR:
        return number + VULGAR[nearby[0]], end + 1
    if nearby[:1] in (" ", "-") and nearby[1:].isdecimal() and number == int(number):
        part = slashed(text, end + 1)
        if part:
            return number + part[0], part[1]
    return number, end


def _raised(text: str, number: float, end: int) -> tuple[float, int]:
    """Apply an exponent: "1.3e6", "2^10", "1.99×10^30"; one that leaves the range of figures is left alone."""
    nearby = text[end : end + 1]
    if nearby not in ("e", "E", "^", "×", "x", " "):
        return number, end
    found = EXPONENT.match(text, end)
    if found:
        power = number * 10.0 ** int(found[1]) if found[1] else _power(number, int(found[2]))
        return (round(power, 6) if found[2] else power, found.end()) if abs(power) < 1e30 else (number, end)
    times = TIMES_TEN.match(text, end)
    if times:
        return number * 10.0 ** int(times[1].translate(RAISED)), times.end()
    return number, end


def _power(number: float, exponent: int) -> float:
    """Raise a number; infinity where it has no finite value."""
    try:
        return float(number) ** exponent
    except (OverflowError, ZeroDivisionError):
        return float("inf")


def _scaled(text: str, number: float, end: int) -> Numeral:
    """Apply the scale words behind a number: "1.2 million", "4 thousand 3 hundred"."""
    factor = 1.0
    while (scale := SCALE.match(text, end)) and _scales(text, end, scale[1] or scale[2]):
        word = (scale[1] or scale[2]).lower()
        step = float(SCALES.get(word) or SHORT[word])
        factor, number, end = factor * step, number * step, end + len(scale.group().rstrip("."))
    rest = REST.match(text, end) if factor == 100 else None
    if rest:
        return Numeral(number + int(rest[1]), rest.end())
    smaller = SMALLER.match(text, end) if factor > 100 else None
    if smaller and int(smaller[1]) * SCALES[smaller[2].lower()] < factor:
        return Numeral(number + int(smaller[1]) * SCALES[smaller[2].lower()], smaller.end())
    return Numeral(number, end, scaled=factor)


def _scales(text: str, end: int, word: str) -> bool:
    """Whether a scale word is one here: a single letter must stand at the digits ("12m"), but for "110 b"; "100m tall" is none."""
    if word in ("m", "k", "M") and text[end : end + 1] in " -" and not text[end + 2 : end + 5].isupper():
        return False
    return word != "m" or not METRES.match(text, end)
