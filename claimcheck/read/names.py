"""Text -> names: listed ones, and persons, places and organisations that the text's own words prove."""

from __future__ import annotations

from collections import Counter

from claimcheck.model import NameMention, Span
from claimcheck.read.ambiguous import settled
from claimcheck.read.gazetteer import Listed, listed
from claimcheck.read.page import Page
from claimcheck.read.persons import Person, by_first_name, by_role
from claimcheck.read.placing import placed
from claimcheck.read.repeats import apart, repeated, shortened
from claimcheck.read.roles import courtesies, roles
from claimcheck.read.surnames import everywhere
from claimcheck.read.things import by_noun
from claimcheck.read.tokens import Tokens, tokens


def names(text: str) -> tuple[NameMention, ...]:
    """Find all names of an article in the order of its text.

    >>> [(n.canonical, n.kind, n.role) for n in names("French President Emmanuel Macron left Niamey. Macron said")]
    [('France', 'demonym', ''), ('Emmanuel Macron', 'person', 'president'), ('Niamey', 'capital', ''), \
('Emmanuel Macron', 'person', '')]
    """
    toks = tokens(text)
    posts = roles(toks)
    beside = {k: role for role in posts for k in range(role.first, role.last)}
    found = settled(toks, listed(toks), beside)
    found += shortened(toks, found, beside)
    counts = Counter(toks.words[i] for i in toks.capitals)
    twice = frozenset(word for word, count in counts.items() if count > 1)
    page = Page(toks, {k: item for item in found for k in range(item.first, item.last)}, beside, twice)
    proved = by_role(page, posts)
    proved += by_first_name(page, {k for person in proved for k in range(person.first, person.last)})
    people = everywhere(page, proved)
    taken = {k for person in people for k in range(person.first, person.last)}
    mentions = [_person(toks, person) for person in people]
    named = repeated(page, apart(page, [*by_noun(page, taken), *placed(page, taken)], taken), taken)
    taken.update(k for thing in named for k in range(thing.first, thing.last))
    mentions += [NameMention(_span(toks, t.first, t.last), t.name, t.kind) for t in named]
    mentions += [_listed(toks, item) for item in found if item.first not in taken]
    return tuple(sorted(mentions, key=lambda mention: mention.span))


def _span(toks: Tokens, first: int, last: int) -> Span:
    return Span(toks.starts[first], toks.ends[last - 1])


def _listed(toks: Tokens, item: Listed) -> NameMention:
    entry, start = item.entry, toks.starts[item.first] + item.at
    return NameMention(Span(start, start + len(entry.form)), entry.canonical, entry.kind, entry.country)


def _person(toks: Tokens, person: Person) -> NameMention:
    span = _span(toks, person.first, person.last)
    if person.role is None or person.role.name in courtesies():
        return NameMention(span, person.name, "person")
    words = _span(toks, person.begin, person.end)
    return NameMention(span, person.name, "person", person.country, person.role.name, words)
