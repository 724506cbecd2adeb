"""A toll's number -> whether it counts those by whom the toll has grown, or a part of all, by the words of its sentence."""

from __future__ import annotations

import re

from claimcheck.lexicon import words as lexicon
from claimcheck.model import QuantityMention, Sentence
from claimcheck.read.deeds import AFTER
from claimcheck.read.leads import led_by

PERSONS = tuple(sorted(lexicon("person_nouns")["nouns"]))
BRINGING = re.compile(
    r"[^;\n]{0,160}?, (?:bringing|raising|taking|lifting|pushing|driving|increasing) (?:the |its |their )?(?:[a-z]{4,12} ){0,2}?"
    r"(?:toll|count|tally|total|number (?:of (?:the |people |those )?)?(?:dead|deaths|killed|victims|fatalities|lives))\b"
)
"""Behind those by whom a toll grows, in front of the toll: "two died of burns, bringing the number killed to eight"."""
DIED_OF_HURT = re.compile(
    r" (?:more )?of (?:its|the|their|those|his) (?:[a-z]{3,12} )?(?:wounded|injured|hurt)\b[^,.;:\n]{0,70}?"
    r" (?:(?:had|have|has) )?(?:since |now |also )*(?:died|die|succumbed)\b"
)
"""Behind those of the hurt who died later: "four of those wounded in the bombing have died"."""
DIED_LATER = re.compile(
    r"(?: [\w’'-]{1,16}){0,3}(?:, [^,.;:\n]{1,60},)? (?:had |have |has )?(?:died|dies|die) (?:later )?(?:in|at) (?:a |the )?(?:[a-z]+ )?(?:hospital|clinic)\b"
)
"""Behind those of the hurt who died later: "two passengers died in hospital on Monday"."""
AMONG = re.compile(
    r"(?: [\w’'-]{1,20}){0,3}?(?: (?:was|were|is|are)(?: now| also)?)? among (?:(?:the|those|at least|more than|some|about) )?"
    r"(?:(?:[0-9]{1,6}|[a-z]{3,9}(?:-[a-z]{3,6})?) )?(?:(?:people|civilians|persons|victims) )?"
    r"(?P<fate>dead|killed|victims|injured|wounded|hurt|casualties|missing|arrested|detained|rescued)\b"
)
"""Behind those who are a part of all: "six tourists were among the dead", "two medics among 31 dead"."""
SUCCUMBED = re.compile(
    r"(?: (?!as\b|after\b|when\b|and\b|,)[\w’'-]{2,16}){0,3}? (?:(?:have|had|has) )?(?:succumb(?:s|ed)?|(?:died|die|dies) of (?:(?:their|his|her) )?(?:wounds|injuries)|(?:died|die|dies) of (?:their|his|her) burns)\b"
)
"""Behind those of the hurt who died later: "toll climbs to 17 as three succumb to injuries"."""
STRUCK = re.compile(r"[^.;:\n0-9]{0,40}?\b(?:were|was|been) (?:struck off|removed from|taken off|deducted from)\b")
"""Behind those who are counted no more."""
ON_THE_SPOT = re.compile(
    r"[^.;:\n]{0,80}?\b(?:died|dead|killed|perished)(?: [a-z]+)? (?:on the spot|on site|at the scene|on the scene|instantly|on impact|underground|outright)\b"
)
"""Behind those who died at once, others later: "two died on the spot"."""
LATER = re.compile(
    r"\b(?:[0-9]+|one|two|three|four|five|six|seven|eight|nine|ten) (?:more )?in (?:the )?hospital\b|\b(?:died|dies|die|succumbed|succumb)\b[^.;:\n]{0,50}\b(?:hospitals?|clinic|injuries|wounds|overnight)\b",
    re.IGNORECASE,
)
"""By which an article tells of those who died later."""
AND_ONE = re.compile(rf"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er) (?:[a-z-]{{3,12}} )?(?P<who>{'|'.join(PERSONS)}) and \Z")
"""In front of those who share a fate with one told beside them: "the driver and three passengers died"."""
SHARE_OF_ALL = re.compile(r"\bof (?:the|those|all) (?:deaths|dead|killed|victims|injured|wounded|cases|missing), \Z")
"""In front of a share told as a number too: "a third of the deaths, 22, took place in one state"."""
RECEIVED = re.compile(r"\b(?:received|took in|taken in|housed|sheltered|welcomed)(?: about| some)? \Z")
"""In front of those who came to one of several places: "the airport received 37 evacuees"."""
SEEN = re.compile(
    r"\b(?:seen|saw|sees|see|photographs of|photos of|pictures of|images of|video of|footage of)(?: at least| about)? \Z"
)
"""In front of bodies that somebody has seen."""
COUNTING = re.compile(r", (?:not )?counting (?:the )?\Z")
"""In front of a part: "18 people died, counting two who were never found"."""
ALONE = re.compile(
    r"[^.;:\n0-9]{0,60}?\b(?:in|on|at|across|during|over|this|last) [^,.;:\n0-9]{2,40}? alone\b(?! (?:in|at|with))"
)
"""Behind those of one day or place: "fourteen bodies were found on Wednesday alone"."""
STILL = re.compile(
    r" (?:(?:wounded|injured|hurt|patients|people|casualties|victims) ){0,2}(?:are |were )?(?:still )?"
    r"(?:remain|remained|stay|stayed|still) (?:(?:in|under|at|being) )?(?:the )?(?:hospital|treatment|intensive|treated|clinic)"
)
"""Behind those of the hurt who are not well yet: "eight injured remain under treatment"."""
OF_ALL = re.compile(r"\bof (?:the|those|these) \Z")
"""In front of the whole of a part: "30 of the 80 wounded remained in hospital"."""
THERE = re.compile(
    r"[^,.;:\n0-9]{0,40}? in (?:that|each) (?:[a-z]{3,12} )?(?:ward|village|town|district|street|house|building|unit|camp|school|family|prison|region)\b"
)
"""Behind those of one of several places: "one of eight patients in that ward"."""


def grows_by(text: str, sentence: Sentence, quantity: QuantityMention, attribute: str) -> str:
    """Give "more" for those by whom a toll grows, "part" for those of one day, place or sort, "" for all others."""
    at, end = quantity.digits.end, sentence.span.end
    if attribute == "killed" and any(
        found.match(text, at, end) for found in (DIED_LATER, DIED_OF_HURT, SUCCUMBED, BRINGING)
    ):
        return "more"
    if attribute in ("evacuated", "rescued") and led_by(RECEIVED, text, quantity.span.start, 40):
        return "part"
    if led_by(SHARE_OF_ALL, text, quantity.span.start, 40):
        return "part"
    if attribute == "killed" and (
        (quantity.head in ("body", "corpse", "bodies") and led_by(SEEN, text, quantity.span.start, 40))
        or led_by(AND_ONE, text, quantity.span.start, 50)
        or (ON_THE_SPOT.match(text, at, end) and LATER.search(text))
    ):
        return "part"
    if led_by(COUNTING, text, quantity.span.start, 24) or _alone(text, at, end) or STRUCK.match(text, at, end):
        return "part"
    hurt = attribute in ("injured", "hospitalised") and not led_by(OF_ALL, text, quantity.span.start, 12)
    return "part" if (hurt and STILL.match(text, at, end)) or THERE.match(text, at, end) else ""


def _alone(text: str, at: int, end: int) -> bool:
    """Whether those of one day or place are counted; a look for the word comes before the expression."""
    return text.find(" alone", at, min(end, at + 120)) >= 0 and ALONE.match(text, at, end) is not None


def fate_of_all(text: str, quantity: QuantityMention, end: int) -> str:
    """Give what befell all those of whom a number is told to be a part; "" where it is of no part."""
    at = quantity.span.end
    found = AMONG.match(text, at, end) if text.find(" among ", at, at + 90) >= 0 else None
    return AFTER.get(found["fate"], "killed") if found else ""


def died_of_hurt(text: str, quantity: QuantityMention) -> bool:
    """Whether those of the hurt are told of who died."""
    return DIED_OF_HURT.match(text, quantity.digits.end) is not None
