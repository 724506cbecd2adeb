"""Names: who holds a role, and how the bank, street, ship or village of the story is called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.kinds.passage import Passage
from claimcheck.kinds.stated import destination, rules
from claimcheck.kinds.whose import Offices, former
from claimcheck.lexicon import words as lexicon
from claimcheck.model import Claim, Holder, NameMention, Span, Topic
from claimcheck.read.gazetteer import known
from claimcheck.read.sorts import noun_sort, sort_of
from claimcheck.read.things import rule

_DIVISIONS = ("district", "arrondissement", "ward", "precinct", "borough")
_NUMBERED = re.compile(
    r"\b((?:fir|1)st|(?:seco|2)nd|(?:thi|3)rd|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|[0-9]{1,2})th)"
    rf" ({'|'.join(_DIVISIONS)})\b"
)
_ENDINGS = tuple(f"{end} {noun}" for end in ("st", "nd", "rd", "th") for noun in _DIVISIONS)
"""What every such name holds."""

_AGE_BEHIND = re.compile(r" ?, ?[0-9]{1,3} ?[,.)]")
_AGE_BEFORE = re.compile(r"[0-9][ -]{1,3}year[ -]{1,3}old $")


def extract(passage: Passage) -> Iterator[Claim | None]:
    """Claim every person with a role, and everything that a noun beside it names."""
    offices = Offices(passage)
    for name in passage.names:
        if name.kind == "person" and name.role:
            yield _holder(passage, offices, name)
        elif name.kind == "person" and _aged(passage.text, name.span):
            holder = Holder(name.canonical, "person")
            yield passage.claim("name", name.span, Topic(attribute="person"), holder, head="person", family="fact")
        elif name.kind in ("place", "organisation") and not name.country:
            sort = "" if known(name.canonical) else sort_of(passage.text, name)
            if sort in rule("claimed"):
                yield _called(passage, name, sort)
    yield from _numbered(passage)


def _aged(text: str, span: Span) -> bool:
    """Whether an age says that somebody is introduced: "Orla Tavish, 34,", "34-year-old Orla Tavish"."""
    before = _AGE_BEFORE.search(text[max(0, span.start - 20) : span.start])
    return before is not None or _AGE_BEHIND.match(text, span.end) is not None


def _holder(passage: Passage, offices: Offices, name: NameMention) -> Claim | None:
    """Claim who holds a role: "French ambassador Sylvain Itte"."""
    words = name.role_span or name.span
    span = Span(min(words.start, name.span.start), max(words.end, name.span.end))
    scope = former(passage.text, words)
    role = "official" if name.role in rules()["unique"] and _one_of_many(passage.text, words) else name.role
    host = destination(passage, name)
    topic = Topic(attribute=role, subject=offices.owner(name), place=host, scope=scope if scope == "former" else "")
    return passage.claim("name", span, topic, Holder(name.canonical, role), head=role, family="fact")


def _one_of_many(text: str, words: Span) -> bool:
    """Whether "a director of the bank" says that there are more of them."""
    return text[max(0, words.start - 4) : words.start].lower().endswith((" a ", " an "))


def _called(passage: Passage, name: NameMention, sort: str) -> Claim | None:
    """Claim how a thing is called: "the Marfin bank", "Stadiou Street"."""
    holder = Holder(_form(name.canonical, sort), sort)
    return passage.claim("name", name.span, Topic(attribute=sort), holder, head=sort, family="fact")


def _form(name: str, sort: str) -> str:
    """Call streets and stores by one noun: "Stadiou Avenue" is Stadiou Street, "Casty Shop" Casty Store."""
    words = name.split()
    if sort in rule("one") and len(words) > 1 and words[0].lower() not in rule("front"):
        if len(words) > 2 and " ".join(words[-2:]).lower() in rule("double"):
            words = words[:-1]
        if noun_sort(words[-1:]) == sort or " ".join(name.lower().split()[-2:]) in rule("double"):
            words = [*words[:-1], sort.title()]
    return " ".join(map(_cased, words))


def _cased(word: str) -> str:
    """Write a word in capitals as a name, initials without their points: "MARFIN" is Marfin, "U.S." US."""
    plain = word.replace(".", "") if word.count(".") > 1 else word
    return plain.capitalize() if plain.isupper() and len(plain) > 3 else plain


def _numbered(passage: Passage) -> Iterator[Claim | None]:
    """Claim districts that are named by number: "the first arrondissement"."""
    if not any(ending in passage.text for ending in _ENDINGS):
        return
    ordinals = lexicon("ordinals")["ordinals"]
    for found in _NUMBERED.finditer(passage.text):
        ordinal = ordinals.get(found[1], found[1])
        holder = Holder(f"{ordinal} district", "district")
        yield passage.claim(
            "name", Span(*found.span()), Topic(attribute="district"), holder, head="district", family="fact"
        )
