"""A figure -> the event that it belongs to, where that is not its article's own: a war's, a period's, an earlier one's, another town's."""

from __future__ import annotations

import re
from datetime import date

from claimcheck.kinds.passage import Passage
from claimcheck.kinds.wars import of_war
from claimcheck.lexicon import words as lexicon
from claimcheck.model import Interval, QuantityMention, Sentence, Span
from claimcheck.read.comparing import dates_another
from claimcheck.read.incidents import INCIDENTS, class_of
from claimcheck.read.leads import led_by
from claimcheck.read.other_events import ANOTHERS, AT, COMPARED, OF, WIDER
from claimcheck.read.spelling import same_name
from claimcheck.read.words import root

AFTER_EVENTS = frozenset({"aftershock", "aftershocks"})
_LINKING = frozenset({"it", "that", "this", "they", "those", "these"})
"""First words by which a sentence goes on telling of the event of the one before."""
RECENT = 5
"""Days before publication from which what is told is another, earlier event."""
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
PERIOD = re.compile(
    r"\b(?:(?:past|last|previous|recent) (?:\w+ )?(?:days|weeks|months|years)|(?:days|weeks|months) of(?! (?:[a-z]+ )?(?:rain|rains|snow|downpours|storms|heat|wind|winds)\b)|this year(?!['’]s)"
    rf"|since (?:the )?(?:start|beginning|{_MONTHS}|[0-9]{{4}}|it began|they began|[a-z]+ [a-z]+ (?:began|broke off|broke out|started))"
    r"|(?:past|last|previous) (?:season|decade|century)"
    r"|(?:took|taken|takes) (?:(?:more than|over|nearly|almost|about|at least) )?(?:an?|[a-z]+|[0-9]+) (?:months|years)"
    r"|(?:each|every|per) (?:day|week|month|year)"
    r"|an? (?:day|week|month|year)\b(?! ago| earlier| later| after| before))",
    re.IGNORECASE,
)
RECORD = re.compile(
    r"\b(?:(?:deadli|bloodi|bigg|larg|great|grav|heavi|high|low|strong|fierc|long|small|few)est|worst|first|most [a-z]+)\b[^,;:]{0,60}\Z",
    re.IGNORECASE,
)
"""In front of a time in which nothing was so great: "the deadliest such strike in a year"."""
WIDE = re.compile(
    r"(?<!\ba )(?<!\bthe )\b(?:nationwide|nationally|countrywide|country-wide|statewide|worldwide|globally"
    r"|(?:across|throughout|around|all over) the (?:whole |entire )?(?:country|nation|region|world|state|island|province))\b",
    re.IGNORECASE,
)
"""By which all that fell in a country are told from those of one place."""
ANOTHER = re.compile(
    r"\b(?:(?:in|after|from|during|by) )?(another|an? (?:second|third|previous|earlier|similar|different|later|further)"
    r"|(?:earlier|previous|past|other|similar|recent))((?: [a-z-]{3,14}){1,3})",
    re.IGNORECASE,
)
"""In front of what happened beside an article's own event: "in another shipwreck", "most of them from earlier wrecks"."""
OTHERS = frozenset(map(root, lexicon("events")["others"]))
IN_ANOTHER = re.compile(r"(?: [a-z]+)? in (?:another|a second|a third)(?= (?:in|on|at|near|last|this|a|the)\b|[.,;])")
"""Behind those who fell in another of what the clause has told of: "38 deaths in 2020, and eight in another in 2023"."""
NEIGHBOUR = re.compile(
    r"\b(?:neighbou?ring|adjacent) (?:[a-z]{3,10} )?(?:town|village|city|district|province|camp)(?: of)? \Z"
)
"""In front of a place that is told to lie beside the event's own."""
IN_LAND = re.compile(r"In (?:(?:nearby|neighbou?ring) )?", re.IGNORECASE)
"""Between the start of a sentence and the country that it tells of."""
OPENS = re.compile(r"(?:(?:Back |Earlier )?[Ii]n |On |Last )?")
"""Between the start of a sentence and its time."""
BACK = 2
"""Sentences back in a paragraph whose opening time still holds."""
IN_TOWN = re.compile(
    r"(?:In|At|Near|Outside|Around) (?:(?:nearby|neighbou?ring|the town of|the city of|the village of) )?"
)
"""Between the start of a sentence and the town that it tells of."""
WHERE = re.compile(r", where\b")
WITHIN = frozenset(lexicon("events")["within"])
"""Words between a town and the region that it is told to lie in: "Orsa in the northern province of Varn"."""


FOLLOWED = re.compile(r"\b(?:that|which) (?:followed|ensued)\b|\b(?:ensuing|subsequent)\b")
"""By which what came after an article's own event is told: "riots that followed left one dead"."""
SISTER = re.compile(
    r"\b(?:sister|neighbou?ring|nearby) (?:rig|ship|vessel|plane|aircraft|train|bus|boat|ferry|mine|plant|platform|hotel|school|camp)\b",
    re.IGNORECASE,
)
"""Another of the sort that the article is about."""
OTHER_ONES = re.compile(
    r"\b[Tt]he (?:(?:two|three|four|five|six|seven|[0-9]{1,2}) )?(?:earlier|previous|prior)"
    r"(?: (?:ones?|two|three|four|five|six|seven|[0-9]{1,2}))?\b(?=,| (?:[a-z]+ed|left|cost|took)\b)"
)
"""Events of the same sort, as a subject: "the earlier three killed 19 people"."""
OLD_FIGURE = re.compile(
    r"\b(?:correct(?:s|ed|ing)|replac(?:es|ed|ing)) (?:an?|the|its|their|earlier) (?:[a-z]+ ){0,2}(?:figure|toll|count|number|estimate|total) of \Z"
    r"|\bprevious (?:[a-z]+ ){0,2}(?:price|record|sum|figure|high|best|total|offer|bid)\b[^.;:\n0-9]{0,40} (?:was|of|at|stood at) (?:about )?\Z"
    r"|\b(?:number|toll|count|tally)(?: of [a-z ]{3,20})? had (?:been|stood at) (?:just |only |about )?\Z"
)
"""In front of a toll that another one has replaced: "corrects a figure of 19", "on Friday the toll had been 11"."""
FROM_TO = re.compile(r"\b(?:number|toll|count|tally|total|figure)\b[^.;:\n0-9]{0,90} from \Z")
TO = re.compile(r" to [0-9]")
"""Around the old toll of two: "revised the number of dead from 19 to 18"."""
ENDS = frozenset({"stood", "was", "reached", "been", "at", "just", "only", "about", "of", "from"})
LONGEST = 9
"""The words that stand in front of an old toll, and the letters of the longest, with its spaces."""
WHEN_STOOD = re.compile(
    r"\b(?:when|by which time|at which point|at a time when) (?:the |its |their )?(?:[a-z]{4,12} ){0,2}?"
    r"(?:number|toll|count|total|tally|figure)(?: of [a-z]{3,12})? (?:stood|was|had reached|had been|reached)(?: at)? (?:just |only |about )?\Z"
)
"""In front of a number of an earlier time: "declared in June, when the number of cases stood at nine"."""


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
    if _is_old(passage.text, start, end):
        return COMPARED
    clause = passage.clause(quantity.span, sentence)
    told = {w for w, _, _ in passage.words_in(clause)}
    if told & AFTER_EVENTS and "toll" not in told:
        return "aftershock"
    near = Span(max(clause.start, start - 120), min(clause.end, end + 120))
    below = start >= passage.lead_end()
    if below and _is_wide(passage, quantity, near):
        return WIDER
    if _in_period(passage.text, near):
        return "period"
    if below and (_in_another(passage, quantity, near) or OTHER_ONES.search(passage.text, sentence.span.start, start)):
        return ANOTHERS
    if _long_ago(passage, quantity, sentence) or _month_only(passage, clause, quantity):
        return "past"
    return elsewhere(passage, quantity.span, clause) or elsewhere(passage, quantity.span, _opening(passage, sentence))


def _is_old(text: str, start: int, end: int) -> bool:
    """Whether a number is told as one of an earlier time, or one that another has replaced."""
    last = text[max(0, start - LONGEST) : start].split()[-1:]
    if not last or last[0] not in ENDS:
        return False
    if led_by(WHEN_STOOD, text, start, 80) or led_by(OLD_FIGURE, text, start, 60):
        return True
    return TO.match(text, end) is not None and led_by(FROM_TO, text, start, 110) is not None


def _is_wide(passage: Passage, quantity: QuantityMention, clause: Span) -> bool:
    """Whether a number is told of a whole country, with no other number between the two."""
    found = WIDE.search(passage.text, clause.start, clause.end)
    if found is None:
        return False
    before = found.end() <= quantity.span.start
    between = Span(found.end(), quantity.span.start) if before else Span(quantity.span.end, found.start())
    return not passage.quantities_in(between)


def _in_another(passage: Passage, quantity: QuantityMention, clause: Span) -> bool:
    """Whether a number is told of another incident than the article's own: "in another shipwreck 48 people were on board"."""
    if IN_ANOTHER.match(passage.text, quantity.span.end, clause.end):
        return True
    if FOLLOWED.search(passage.text, clause.start, clause.end) or SISTER.search(
        passage.text, clause.start, quantity.span.start
    ):
        return True
    for found in ANOTHER.finditer(passage.text, clause.start, clause.end):
        named = any(_happens(passage, word, Span(*found.span())) for word in found[2].split())
        if named and not quantity.span.meets(Span(*found.span())):
            return True
    return False


def _happens(passage: Passage, word: str, span: Span) -> bool:
    """Whether a word names an incident."""
    return root(word) in OTHERS or class_of(root(word), passage.text, span) in INCIDENTS


def _in_period(text: str, clause: Span) -> bool:
    """Whether a clause tells of all that fell in a time; not one by which a day's toll is called a record."""
    found = PERIOD.search(text, clause.start, clause.end)
    return found is not None and not led_by(RECORD, text, found.start(), 90)


def _opening(passage: Passage, sentence: Sentence) -> Span:
    """Give the words by which a sentence names its town, of which all its clauses tell: "In Orsa, a hospital was hit; five died"."""
    begin = sentence.span.start
    led = IN_TOWN.match(passage.text, begin, sentence.span.end)
    town = next((n for n in passage.names_in(sentence.span) if led and n.span.start == led.end()), None)
    comma = town is not None and passage.text.startswith(",", town.span.end)
    return Span(begin, town.span.end) if town and comma else Span(begin, begin)


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


def other_land(passage: Passage, span: Span) -> str:
    """Give the country that a sentence tells of ("In Portugal", "Mexico, where …"), where the opening tells of others only; else ""."""
    sentence = passage.sentence_at(span.start)
    if sentence is None or span.start < passage.lead_end():
        return ""
    begin = sentence.span.start
    lands = [n for n in passage.names_in(Span(begin, span.start)) if n.kind == "country"]
    land = next((n for n in reversed(lands) if WHERE.match(passage.text, n.span.end)), lands[0] if lands else None)
    if land is None or not (
        IN_LAND.fullmatch(passage.text, begin, land.span.start) or WHERE.match(passage.text, land.span.end)
    ):
        return ""
    opening = passage.names_in(Span(passage.article.body.start, passage.lead_end()))
    told = {n.country for n in opening if n.country}
    return land.canonical if told and land.country not in told else ""


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
    told = told or _opened_with(passage, sentence)
    if told is None or told.end is None:
        return False
    if published is None or (published - told.end).days <= RECENT:
        return False
    own = _event_day(passage)
    return own is None or told.start is None or not told.start <= own <= told.end


def _opened_with(passage: Passage, sentence: Sentence) -> Interval | None:
    """Give the time with which an earlier sentence of the paragraph opens: "In 2024 a ship sank. All 39 were rescued"."""
    before = passage.previous(sentence)
    for _ in range(BACK):
        if before is None or before.paragraph != sentence.paragraph:
            return None
        times = [t for t in passage.timexes_in(before.span) if t.type == "DATE"]
        if times:
            first = times[0]
            opens = OPENS.fullmatch(passage.text, before.span.start, first.span.start)
            return Interval(first.begin, first.end, first.relation) if opens and first.begin else None
        before = passage.previous(before)
    return None


def _event_day(passage: Passage) -> date | None:
    """Give the day of which the opening tells first, that of the article's own event however old; None where it tells of none."""
    opening = Span(passage.article.body.start, passage.lead_end())
    days = (t.begin for t in passage.timexes_in(opening) if t.granularity in ("day", "time") and t.begin == t.end)
    return next((day for day in days if day is not None), None)


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
