"""A figure -> the event that it belongs to, where that is not its article's own: a war's, a period's, an earlier one's, another town's."""

from __future__ import annotations

import re

from claimcheck.kinds.passage import Passage
from claimcheck.kinds.wars import of_war
from claimcheck.lexicon import words as lexicon
from claimcheck.model import QuantityMention, Sentence, Span
from claimcheck.read.comparing import dates_another
from claimcheck.read.leads import led_by
from claimcheck.read.other_events import AT, OF
from claimcheck.read.spelling import same_name

AFTER_EVENTS = frozenset({"aftershock", "aftershocks"})
_LINKING = frozenset({"it", "that", "this", "they", "those", "these"})
"""First words by which a sentence goes on telling of the event of the one before."""
RECENT = 5
"""Days before publication from which what is told is another, earlier event."""
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
PERIOD = re.compile(
    r"\b(?:(?:past|last|previous|recent) (?:\w+ )?(?:days|weeks|months|years)|(?:days|weeks|months) of|so far this year"
    rf"|since (?:the )?(?:start|beginning|{_MONTHS}|[0-9]{{4}}|it began|they began|[a-z]+ [a-z]+ (?:began|broke off|broke out|started))"
    r"|(?:past|last|previous) (?:season|decade|century)"
    r"|(?:each|every|per) (?:day|week|month|year)"
    r"|an? (?:day|week|month|year)\b(?! ago| earlier| later| after| before))",
    re.IGNORECASE,
)
NEIGHBOUR = re.compile(
    r"\b(?:neighbou?ring|adjacent) (?:[a-z]{3,10} )?(?:town|village|city|district|province|camp)(?: of)? \Z"
)
"""In front of a place that is told to lie beside the event's own."""
WITHIN = frozenset(lexicon("events")["within"])
"""Words between a town and the region that it is told to lie in: "Orsa in the northern province of Varn"."""


def event_of(passage: Passage, quantity: QuantityMention, sentence: Sentence) -> str:
    """Name the event a figure belongs to where it is not the article's own: "war", "period", "past", else "".

    So that a war's dead, a week's and last year's never meet those of the day.
    """
    if quantity.kind == "age":  # A person is as old whatever happened.
        return ""
    start, end = quantity.span.start, quantity.span.end
    left, right = max(sentence.span.start, start - 100), min(sentence.span.end, end + 90)
    if of_war(passage.text[left:start], passage.text[end:right]):
        return "war"
    clause = passage.clause(quantity.span, sentence)
    told = {w for w, _, _ in passage.words_in(clause)}
    if told & AFTER_EVENTS and "toll" not in told:
        return "aftershock"
    if PERIOD.search(passage.text, max(clause.start, start - 120), min(clause.end, end + 120)):
        return "period"
    if _long_ago(passage, quantity, sentence) or _month_only(passage, clause, quantity):
        return "past"
    return elsewhere(passage, quantity.span, clause)


def elsewhere(passage: Passage, span: Span, clause: Span) -> str:
    """Give "at PLACE" where the clause of a span names a place that is none of those of the article's opening, else ""."""
    lead = passage.lead_places()
    places = [n for n in passage.names_in(clause) if n.kind == "place"]
    if not places or not lead:
        return ""
    near = next((n for n in places if led_by(NEIGHBOUR, passage.text, n.span.start, 40)), None)
    if near is not None:
        return f"{OF}{near.canonical}"
    if span.start < passage.lead_end():
        return ""
    known = [n for n in places if n.canonical in lead or any(same_name(n.canonical, p) for p in lead)]
    within = [n for n in places if n not in known and any(_lies_in(passage.text, n.span, k.span) for k in known)]
    if known and not within:
        return ""
    places = within or places
    place = min(places, key=lambda n: (abs(n.span.start - span.start), n.span.start)).canonical
    return f"{AT}{place}"


def _lies_in(text: str, town: Span, region: Span) -> bool:
    """Whether a place is told as one within another: "in the town of Orsa in Varn province", "Orsa, Varn"."""
    between = text[town.end : region.start] if 0 <= region.start - town.end <= 80 else ""
    words = between.replace(",", " in ").lower().split()
    return bool({"in", "of"} & set(words)) and WITHIN.issuperset(words)


def _long_ago(passage: Passage, quantity: QuantityMention, sentence: Sentence) -> bool:
    """Whether the clause tells of a time well before the article."""
    published = passage.article.published
    told = passage.when(quantity.span, passage.clause(quantity.span, sentence)) or passage.when(
        quantity.span, sentence.span
    )
    first = passage.words_in(sentence.span)[:1]
    before = passage.previous(sentence)
    if told is None and first and first[0][0] in _LINKING and before is not None:
        told = passage.when(quantity.span, before.span)
    if told is None or told.end is None:
        return False
    if published is None:
        return False
    return (published - told.end).days > RECENT


def _month_only(passage: Passage, clause: Span, quantity: QuantityMention) -> bool:
    """Whether the clause's time is told by month or year only: its own event an article tells by day."""
    times = [
        t for t in passage.timexes_in(clause) if t.type == "DATE" and not dates_another(passage.text, quantity.span, t)
    ]
    published = passage.article.published
    due = [t for t in times if t.relation in ("by", "until")]
    if published and any(t.end and t.end > published for t in due):  # "By the end of the year" is no earlier event.
        return False
    coarse = all(t.granularity in ("month", "season", "year") for t in times)
    return bool(times) and coarse
