"""Text -> names: listed ones, and persons, places and organisations that the text's own words prove."""

from __future__ import annotations

from claimcheck.model import NameMention, Span
from claimcheck.read.gazetteer import Listed, listed
from claimcheck.read.persons import Page, Person, by_role
from claimcheck.read.roles import roles
from claimcheck.read.surnames import everywhere
from claimcheck.read.tokens import Tokens, tokens


def names(text: str) -> tuple[NameMention, ...]:
    """Find all names of an article in the order of its text.

    >>> [(n.canonical, n.kind, n.role) for n in names("French President Emmanuel Macron left Niamey. Macron said")]
    [('France', 'demonym', ''), ('Emmanuel Macron', 'person', 'president'), ('Niamey', 'capital', ''), \
('Emmanuel Macron', 'person', '')]
    """
    toks = tokens(text)
    found = listed(toks)
    posts = roles(toks)
    page = Page(
        toks,
        {k: item for item in found for k in range(item.first, item.last)},
        {k: role for role in posts for k in range(role.first, role.last)},
    )
    people = everywhere(page, by_role(page, posts))
    taken = {k for person in people for k in range(person.first, person.last)}
    mentions = [_person(toks, person) for person in people]
    mentions += [_listed(toks, item) for item in found if item.first not in taken]
    return tuple(sorted(mentions, key=lambda mention: mention.span))


def _listed(toks: Tokens, item: Listed) -> NameMention:
    entry, start = item.entry, toks.starts[item.first]
    return NameMention(Span(start, start + len(entry.form)), entry.canonical, entry.kind, entry.country)


def _person(toks: Tokens, person: Person) -> NameMention:
    span = Span(toks.starts[person.first], toks.ends[person.last - 1])
    if person.role is None:
        return NameMention(span, person.name, "person")
    words = Span(toks.starts[person.begin], toks.ends[person.end - 1])
    return NameMention(span, person.name, "person", person.country, person.role.name, words)
