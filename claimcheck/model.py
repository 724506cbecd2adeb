"""The nouns: frozen records that every stage passes on; offsets count characters of an article's text as loaded."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from enum import StrEnum
from importlib import import_module
from typing import Any

from claimcheck.immutable import held_short, ordered, record

_NOTEBOOK = "claimcheck.notebook"
"""Named, not imported: the nouns know nothing of those who draw them until one is asked for."""


@ordered
class Span:
    """Half-open character offsets [start, end) into a text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Quote the span's words."""
        return text[self.start : self.end]

    def meets(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether the other lies inside this one."""
        return self.start <= other.start and other.end <= self.end


# ---------------------------------------------------------------------------------------------- what is read from disk


@record
class Limits:
    """What a run takes in at most; every hit is a Problem "limit" or "too-large"."""

    file_bytes: int = 5_000_000
    files: int = 10_000
    sentence_chars: int = 2_000
    digits: int = 15
    claims: int = 20_000
    block: int = 500
    seconds: int = 10


@record
class Problem:
    """Something that could not be read, or was cut: returned beside the items, never raised."""

    code: str
    """A lower-case hyphenated word: "bytes", "binary", "too-large", "unreadable", "empty", "bad-date", "limit", …"""
    path: str
    message: str
    severe: bool = True
    """Whether input was lost by it (exit code 3) or it is only worth a word."""


@held_short("text")
@record
class Article:
    """One article as loaded; `text` is never rewritten, `body` is the part of it that is the article."""

    id: str
    path: str
    text: str
    body: Span
    outlet: str = ""
    title: str = ""
    published: date | None = None
    published_from: str = ""
    """Where the date came from: "manifest", "metadata", "json-ld", "meta", "time", "feed", "header", "text", "file name"; empty where unknown."""
    outlet_from: str = ""
    """Where the outlet's name came from: as `published_from`."""
    origin: str = ""
    """The agency or outlet that the report comes from, where the article or the manifest says so."""
    url: str = ""
    language: str = "en"
    trust: str = ""
    """How far the user's configuration says that the outlet is to be trusted; never invented."""
    pages: tuple[int, ...] = ()
    """The offsets at which its pages begin, for a document that has pages."""


class Part(StrEnum):
    """What a sentence is to its article."""

    HEADLINE = "headline"
    BODY = "body"
    CREDIT = "credit"
    FURNITURE = "furniture"


@record
class Sentence:
    """One sentence of an article; furniture and credits carry no claims."""

    index: int
    span: Span
    paragraph: int
    part: Part = Part.BODY


# ----------------------------------------------------------------------------------------------------- what is read


@record
class QuantityMention:
    """A number with everything that is said of it.

    `number` is the value as stated, None for a range; `low` and `high` the interval that the words admit, an open end
    None. `unit` is an ISO currency code, a unit of measure, "percent", "person", "year" … or the counted noun;
    `counted` the counted noun phrase as written ("French soldiers"), "" where there is none.
    """

    span: Span
    """Modifier, number, unit and counted noun phrase together."""
    number: float | None
    low: float | None
    high: float | None
    modifier: str
    """"" or about, more_than, at_least, less_than, up_to, range."""
    unit: str
    counted: str
    change: str
    """"" or up, down: "rose 5 %", "fell by 300"."""
    kind: str
    """count, money, percent, measure, age, duration, ratio, ordinal, score."""
    digits: Span
    """The number alone, without its modifier and unit."""
    head: str = ""
    """The counted noun, singular and lower case: "soldier"."""
    qualifiers: tuple[str, ...] = ()
    """Lower-case words before the head: ("french",)."""
    part_of: str = ""
    """What a fraction or a part is taken of: "the around 1,100 US troops", "them"."""
    scope: str = ""
    """"" (all), "part" (of them, including, among), "more" (another, other, a further)."""
    ambiguous: bool = False
    """Whether a separator could be read two ways: "1.500"."""


@record
class Timex:
    """A time expression: TIMEX3 type and value, with its first and last day (inclusive; None where open or unknown)."""

    span: Span
    type: str
    """DATE, TIME, DURATION, SET."""
    value: str
    begin: date | None
    end: date | None
    relation: str = "at"
    """at, since, until, by, before, after, between."""
    granularity: str = "day"
    """time, day, week, month, season, quarter, year, decade, century."""
    anchor: str = ""
    """What a relative time hangs on: "" (absolute), "published", "text" (the date last told), "open" (unresolved)."""


@record
class NameMention:
    """A name that a list, a title or the text's own pattern proves."""

    span: Span
    canonical: str
    """One form for all mentions in the article: "Mohamed Bazoum" for "Bazoum", "France" for "French"."""
    kind: str
    """country, demonym, capital, place, person, organisation, outlet, agency, group."""
    country: str = ""
    """ISO 3166 alpha-2 code for countries, demonyms, capitals and for roles whose country is said."""
    role: str = ""
    """For persons: the canonical role ("president", "foreign minister", "ambassador") where one stands beside it."""
    role_span: Span | None = None
    """The role's words with the country or organisation it is said of."""


@record
class Attribution:
    """Who says what: spans of source, cue and content (PARC 3.0)."""

    source: Span | None
    cue: Span | None
    content: Span | None
    name: str = ""
    """The source resolved to a canonical form; "he said" becomes the last named person."""
    lemma: str = ""
    """The cue's lemma: say, tell, report, according-to."""
    quoted: bool = False
    """Whether the content stands in quotation marks."""
    stance: str = "say"
    """say, believe, deny, demand, plan, doubt, estimate."""


@record
class Factuality:
    """How sure, whether affirmed (+ or -), and whether it happened, is planned or only demanded."""

    certainty: str = "certain"
    """certain, probable, possible."""
    polarity: str = "+"
    tense: str = "past"
    """past, present, future, planned, demanded."""


@record
class Reading:
    """An article with all that its sentences hold, in the order of the text; `told` is its day where its date line is older."""

    article: Article
    sentences: tuple[Sentence, ...]
    quantities: tuple[QuantityMention, ...]
    timexes: tuple[Timex, ...]
    names: tuple[NameMention, ...]
    attributions: tuple[Attribution, ...]
    told: date | None = None


# ----------------------------------------------------------------------------------------------------------- claims


@record
class Interval:
    """First and last day, inclusive, and where they come from."""

    start: date | None
    end: date | None
    origin: str = ""


@record
class Topic:
    """What a claim is about; an empty slot is one that the text leaves open."""

    attribute: str
    subject: str = ""
    place: str = ""
    event: str = ""
    scope: str = ""


@record
class Figure:
    """A number with its precision; an open end is None."""

    number: float | None
    low: float | None
    high: float | None
    modifier: str
    unit: str
    ambiguous: bool = field(default=False, compare=False)
    """Whether its separator could part thousands as well as decimals: "1.500"."""

    @property
    def is_result(self) -> bool:
        """Whether it is how a game or a vote ended: its ends are the two sides' counts, and no number lies between."""
        return self.unit == "result" and self.low is not None and self.high is not None


@record
class Day:
    """When: first and last day, inclusive, and the TIMEX3 value."""

    start: date | None
    end: date | None
    timex: str


@record
class State:
    """A state within a frame: ambassador, recalled."""

    frame: str
    state: str


@record
class Holder:
    """Who holds a role."""

    name: str
    role: str


@record
class Words:
    """What was said, as printed."""

    text: str


Value = Figure | Day | State | Holder | Words


@record
class Context:
    """What the words around a claim offer to matching; the claim's own value takes no part in it.

    All words are lower case and stemmed, sorted and without doubles; entities are canonical names.
    """

    head: str = ""
    """What is counted, dated or spoken of, as one word."""
    qualifiers: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    """Content words of the clause."""
    terms: tuple[str, ...] = ()
    """Content words of the sentence."""
    entities: tuple[str, ...] = ()
    """Names in the sentence."""
    places: tuple[str, ...] = ()
    """Places in the clause, nearest first."""
    when: Interval | None = None
    """When the thing told of happened, where the clause says so."""
    family: str = ""
    """How values of this attribute behave: toll, stock, fact, plan, state."""
    revision: str = ""
    """"raised", "previously" …: whether the words themselves speak of a change of report."""
    area: str = ""
    """Whether the nearest place is the town or the land of that name, where the words say so; known with the stories."""
    alone: bool = False
    """Whether the article tells no other number of that sort; known once the stories are."""


@record
class Claim:
    """One typed statement in canonical form, with the words it rests on."""

    id: str
    article: str
    kind: str
    span: Span
    sentence: Span
    topic: Topic
    value: Value
    as_of: Interval
    source: str = ""
    """Who says so, canonical; empty where it is the article itself."""
    cue: str = ""
    factuality: Factuality = Factuality()
    context: Context = Context()
    stance: str = ""
    """How the source stands to it: "estimate", "denial", "own claim" (it tells of its own doing), or "" for plain saying."""


# ------------------------------------------------------------------------------------------- matching and judging


@record
class CandidatePair:
    """Two claims (indices into the run's claims, left < right) that share a blocking key."""

    left: int
    right: int
    key: str


@record
class Comparison:
    """One slot of a pair: the level that held and its match weight (log2 of m/u)."""

    slot: str
    level: str
    weight: float


@record
class Match:
    """A compared pair: the sum of its weights, and the guard that holds it apart, if any."""

    pair: CandidatePair
    comparisons: tuple[Comparison, ...]
    weight: float
    guard: str = ""


@record
class Cluster:
    """Claims (indices) that answer one question, with the matches that join them."""

    kind: str
    claims: tuple[int, ...]
    matches: tuple[Match, ...] = ()


class Verdict(StrEnum):
    """What is said of a finding, worst first."""

    CONFLICT = "conflict"
    CHECK = "check"
    UPDATED = "updated"
    AGREE = "agree"
    SINGLE = "single"


@record
class Position:
    """The claims of a finding that say the same."""

    label: str
    claims: tuple[str, ...]
    origins: int
    """How many independent origins stand behind it."""


@record
class Relation:
    """How two positions (indices) stand to each other."""

    a: int
    b: int
    verdict: Verdict
    code: str
    why: str = ""


@record
class Finding:
    """A cluster judged: its positions, the verdict, the code that is its reason, and the question it answers."""

    id: str
    fingerprint: str
    kind: str
    verdict: Verdict
    code: str
    question: str
    positions: tuple[Position, ...]
    relations: tuple[Relation, ...]
    why: str
    story: str = ""
    confidence: float = 0.0
    """Probability, 0 to 1, that all its claims answer one question."""


@record
class Suppressed:
    """A finding that is left out because somebody accepted it."""

    fingerprint: str
    code: str
    by: str
    """"baseline", "ignore" (of the configuration) or "inline" (of the article itself)."""
    reason: str = ""


@record
class Report:
    """The result of a run, in the order of the input."""

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...] = ()
    stories: tuple[tuple[str, str], ...] = ()
    """(article id, story id)."""
    origins: tuple[tuple[str, str], ...] = ()
    """(article id, origin): equal for articles that carry one report, named by an agency or by the first article's id."""
    matches: tuple[Match, ...] = field(default=(), repr=False)
    """The compared pairs that were kept, where `explain` has asked for them."""
    suppressed: tuple[Suppressed, ...] = ()
    """What was found but is not among the findings, because a baseline or an ignore takes it."""

    def to_pandas(self) -> Any:
        """Give a pandas DataFrame, a row a claim; raises ImportError where pandas is not installed."""
        return import_module(_NOTEBOOK).to_pandas(self)

    def to_polars(self) -> Any:
        """Give a polars DataFrame, a row a claim; raises ImportError where polars is not installed."""
        return import_module(_NOTEBOOK).to_polars(self)

    def _repr_html_(self) -> str:
        """Show itself in a notebook."""
        shown: str = import_module(_NOTEBOOK).table(self)
        return shown
