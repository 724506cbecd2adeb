"""What happened to those counted, told in more words than a verb: over an apposition, before the number, by a vehicle."""

from __future__ import annotations

import re

from claimcheck.kinds.verbs import is_deadly
from claimcheck.model import Span
from claimcheck.read.deeds import AFTER, BEFORE, THINGS
from claimcheck.read.leads import led_by

ADMITTED = re.compile(
    r"\b(?:admission of|admitted|received|receiving|taken in|took in|treating|treated) (?:about |some |at least )?\Z",
    re.IGNORECASE,
)
HURT = re.compile(
    r" (?:wounded|injured|hurt)\b(?P<came> (?:people |persons |patients )?(?:were|was|have been|had been) (?:admitted|treated)\b)?"
)
"""Around those of the hurt who came to one hospital."""
HOUSES = frozenset({"house", "building"})
APPOSED = re.compile(
    r"(?: of (?:one|a single|the same) [a-z]{3,12})?, (?:[^,.;:\n]|(?<=[A-Z])\.){1,60}, (?:(?:has|have|had) )?(?P<be>(?:was|were|been|are|is) )?(?P<verb>[a-z]{3,12})(?P<death> to death| (?:their|his|her) li(?:ves|fe))?\b"
    r"(?P<object> (?:a|an|the|his|her|their|its|at least|more|some|many|several|dozens|hundreds|[0-9]))?"
)
"""Who they are, between the number and its verb: "three people, a man and two women, were killed"."""
AT_LAST = re.compile(
    r"(?: of (?:one|a single|the same) [a-z]{3,12})?, (?:[^,.;:\n]|(?<=[A-Z])\.){1,60}, "
    r"(?:(?:are|is|were|was|have|has|had|been|now|known|believed|confirmed|feared|reported|thought|also|all|both|shot|found|pronounced|to) ){2,7}"
    r"(?P<verb>[a-z]{4,12})\b"
)
"""The same with more words of the verb: "eleven people, six of them children, are now known to have died"."""
DRIVEN = re.compile(
    r" (?:drove|drive|rammed|ram|crashed|smashed|ploughed|plowed|backed|reversed) (?:a|an|their|the|his|two|[0-9]) (?:[\w-]+ ){1,3}?(?:through|into) (?:the |a |an )?"
    r"(?:[a-z-]+ ){0,2}?(?:windows?|shop|store|jewellers?|jewelers?|bank|gates?|checkpoint|crowds?|barracks|embassy|entrance|doors?|mosque|church|market)\b"
)
"""Behind those who break in or attack with a vehicle."""
TOLL_BEHIND = re.compile(
    r" (?:the|its|their) (?:[a-z]{3,12} )?(?:death toll|number of (?:dead|deaths|people killed))\b"
)
"""Behind a number that has its noun after it."""
ATTENDED = re.compile(
    r"\battendance (?:(?:was|is|at [\w’' ]{3,30} was) )?(?:officially )?(?:given as|put at|announced as|recorded as|of|stood at) (?:about |some )?\Z",
    re.IGNORECASE,
)
"""In front of how many saw a game."""
LOST = re.compile(r" (?:were|was|have been|had been|are) (?:[a-z]+ )?lost\b")
"""Behind houses that burned down or were swept away."""
TAKEN = re.compile(
    r" (?:were|was|had been|have been) taken\b(?! (?:to|into|off|out|ill|down|aboard|in|back|up|for|over)\b| by (?:bus|ambulance|helicopter|plane|boat|road))"
)
SOUGHT = re.compile(
    r"(?: (?:persons?|people|others?|skiers?|hikers?|climbers?|passengers?|workers?|miners?))?(?: (?:is|are|was|were))? (?:still|being) sought\b"
)
"""Behind those who are missing."""
KIDNAP = re.compile(r"\b(?:abduct|kidnap)", re.IGNORECASE)
"""Behind those who were taken, and by which an article shows that they were abducted."""
PUT_AT = re.compile(
    r"\b(?:puts?|putting|placed|estimated) (?:the|its|their) "
    r"(?:(?:number|figure|total|count|crowd|turnout|attendance)(?: of (?P<who>[a-z]{3,16}))?|(?P<rally>march|protest|rally|demonstration|procession))"
    r"(?:, [^,.;:\n]{1,60},)? at \Z|\b(?:spoke|speak|speaks|talked) of (?:(?:about|some|more than|at least|over) )?\Z",
    re.IGNORECASE,
)
"""In front of another count of what was counted before, or of a march."""
NUMBER_OF = re.compile(
    r"\bnumber (?:(?:of (?:those |the )?(?:[a-z]{3,12} ){0,2}(?:who (?:(?:have|had|has) )?)?)?(?P<verb>died|killed|dead|martyred|injured|wounded|hurt|missing|displaced|arrested|detained|in custody|in detention|in hospital)\b"
    r"[^.;:\n0-9]{0,70}? (?:from [0-9][0-9,]* )?|of (?:known |confirmed )?(?:victims|fatalities) (?:has |have |had )?)(?:now )?(?:reached|hit|risen to|rose to|climbed to|stood at|stands at|now at|to|from) \Z"
)
"""In front of a toll told at length: "the number of people who died of poisoning had reached 26"."""
HELD_IN = {"in custody": "arrested", "in detention": "arrested", "in hospital": "hospitalised"}
"""Where those are of whom it tells -> what befell them."""


def number_of(text: str, at: int) -> str:
    """Give what befell those whose number is told in front of a place in the text; "" where no such words stand there."""
    found = led_by(NUMBER_OF, text, at, 150)
    return (HELD_IN.get(found["verb"]) or AFTER.get(found["verb"], "killed")) if found else ""


def told_at_length(text: str, span: Span, end: int, group: str) -> str:
    """Give what happened to those counted, of a group, where more words or the whole article tell it; else ""."""
    return _over_apposition(text, span.end, end) or _by_context(text, span.start, span.end, group)


def _by_context(text: str, start: int, at: int, group: str) -> str:
    """Give what happened to those counted by a verb that says so of houses alone, or in a story of a kidnapping alone."""
    if text.find("ttendance", max(0, start - 70), start) >= 0 and led_by(ATTENDED, text, start, 70):
        return "attendance"
    hurt = HURT.match(text, at)
    if hurt and (hurt["came"] or led_by(ADMITTED, text, start, 40)):
        return "hospitalised"
    if (group == "person" or " " not in text[start:at]) and SOUGHT.match(text, at):
        return "missing"
    if group in HOUSES and LOST.match(text, at):
        return "damaged"
    return "abducted" if group not in THINGS and TAKEN.match(text, at) and KIDNAP.search(text) else ""


def _over_apposition(text: str, at: int, end: int) -> str:
    """Give what happened behind words that say who they are: "three people, a man and two women, were killed".

    Or what number it is: "raised to 61 the death toll".
    """
    if TOLL_BEHIND.match(text, at, end):
        return "killed"
    if DRIVEN.match(text, at, end):
        return "attackers"
    long = AT_LAST.match(text, at, end)
    if long and long["verb"] in AFTER:
        return AFTER[long["verb"]]
    found = APPOSED.match(text, at, end)
    if found is None or (found["object"] and not found["be"] and found["verb"] in BEFORE):
        return ""
    return (
        "killed"
        if found["death"] and (is_deadly(found["verb"]) or found["verb"] == "lost")
        else AFTER.get(found["verb"], "")
    )
