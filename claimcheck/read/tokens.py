"""Text -> words with their offsets, and which of them look like names."""

from __future__ import annotations

import re

from claimcheck.immutable import record

# "Al-Danaf", "O'Brien", "N'Djamena", "U.S.", "co-operation"; the possessive ('s) stays outside: "Niger's" -> "Niger".
_WORD = re.compile(
    r"((?:[A-Z]\.){2,}|[^\W_]+(?:[-‑'’](?:(?<=[-‑])|(?!(?:s|t|re|ve|ll|d|m)\b))[^\W_]+)*+)(?:['’]s\b)?",
)
_PREFIX = re.compile(r"[^\W_]*")
_SPACES = frozenset((" ", "\u00a0", "\u202f", "  ", " \n", "\n "))
_OWNING = frozenset(("'s ", "’s ", "' ", "’ "))
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
# A text with lines broken at a width: a name may run over the end of a line; the same length keeps all offsets.
_LOWER_LINE = re.compile(r"\n[a-z]")
_WRAP = re.compile(r"[a-z,;] ?\r?\n[a-z]")
_BREAK = re.compile(r"(?<![\r\n])\r?\n(?![\r\n])")
_LOOSE_HYPHEN = re.compile(r"[a-z] - [a-z]")
_ARTICLES = frozenset(
    ("al", "el", "ar", "as", "ash", "at", "az", "ad", "an", "ul", "ud", "ur", "es", "ez", "er", "d", "l")
)
_NEVER_IN_TITLES = frozenset(("said", "says", "told", "was", "were", "has", "had", "have", "who", "that", "is", "are"))
"""Words that a line of title case capitalises: "Who Was Hurt"."""
_TAILS = (
    "ed",
    "ing",
    "led",
    "held",
    "run",
    "made",
    "born",
    "style",
    "like",
    "wide",
    "era",
    "bound",
    "long",
    "majority",
)
_MORE_TAILS = (
    "friendly",
    "level",
    "old",
    "free",
    "rich",
    "hit",
    "only",
    "built",
    "wing",
    "based",
    "owned",
    "type",
    "class",
)
_TITLE_CASE = 0.68
_COMMA = re.compile(r"[a-z], [a-z]")


@record
class Tokens:
    """A text as parallel tuples of its words and their offsets."""

    text: str
    """The text, with the breaks of wrapped lines as spaces."""
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lower: tuple[str, ...]
    capitals: tuple[int, ...]
    """The words that are written as names."""
    bare: bool
    """Whether the text has lost its commas, as scraped news has: "Rami Abdel Rahman head of the Observatory said"."""
    loose: bool
    """Whether hyphens stand between spaces: "Strauss - Kahn"."""

    def gap(self, i: int) -> str:
        """Quote what stands between word i and the next."""
        if not 0 <= i < len(self.words) - 1:
            return "\n\n"
        return self.text[self.ends[i] : self.starts[i + 1]]

    def joined(self, i: int) -> bool:
        """Whether nothing but space stands between word i and the next."""
        return self.gap(i) in _SPACES

    def linked(self, i: int) -> bool:
        """Whether word i and the next can belong to one name: "Tony Blair", "George W. Bush", "Strauss - Kahn"."""
        gap = self.gap(i)
        return gap in _SPACES or (gap == ". " and len(self.words[i]) == 1) or (self.loose and gap == " - ")

    def owns(self, i: int) -> bool:
        """Whether word i is a possessive before the next word: "Niger's ambassador"."""
        return self.gap(i) in _OWNING


def tokens(text: str) -> Tokens:
    """Split a text into words.

    >>> tokens("Niger's U.S. envoy O'Brien met al-Danaf").words
    ('Niger', 'U.S.', 'envoy', "O'Brien", 'met', 'al-Danaf')
    """
    if _LOWER_LINE.search(text) is not None and len(_WRAP.findall(text)) > 1:
        text = _BREAK.sub(lambda found: " " * len(found[0]), text)
    found = list(_WORD.finditer(text))
    words = tuple([m[1] for m in found])
    lower = tuple([w.lower() for w in words])
    return Tokens(
        text,
        words,
        tuple([m.start() for m in found]),
        tuple([m.end(1) for m in found]),
        lower,
        tuple([i for i, w in enumerate(words) if (w != lower[i] or not w.isascii()) and capital(w)]),
        len(words) > 40 and _COMMA.search(text) is None,
        " - " in text and _LOOSE_HYPHEN.search(text) is not None,
    )


def first_word(text: str) -> str:
    """Give the first word of a text that has one."""
    found = _WORD.search(text)
    return found[1] if found else ""


def capital(word: str) -> bool:
    """Whether a word is written as a name: "Danaf", "al-Danaf", "d'Ivoire", but no number.

    >>> [capital(w) for w in ("Danaf", "al-Danaf", "d'Ivoire", "pan-Arab", "2023")]
    [True, True, True, False, False]
    """
    if word[0].isupper():
        return True
    if "-" not in word and "'" not in word and "’" not in word:
        return False
    return _PREFIX.match(word)[0] in _ARTICLES and not _CAPITALS.isdisjoint(word)  # type: ignore[index]


def compound(word: str) -> bool:
    """Whether a word is an adjective made of a name: "Daesh-held", but not "Mazar-i-Sharif", "Sang-mok"."""
    tail = word.rpartition("-")[2]
    if not (2 < len(tail) < len(word) - 1 and tail.islower() and word[0].isupper()):
        return False
    return tail in _TAILS or tail in _MORE_TAILS or tail.endswith(("ed", "ing"))


def begins_sentence(toks: Tokens, i: int) -> bool:
    """Whether word i stands where a capital says nothing."""
    if i == 0:
        return True
    gap = toks.gap(i - 1)
    if gap == " ":
        return False
    bare = gap.rstrip(" \"'“”‘’([")
    return "\n" in gap or bare.endswith((".", "!", "?", ":", "•")) or (not bare and gap.strip() != "") or "—" in gap


def title_case(toks: Tokens, i: int) -> bool:
    """Whether word i stands in a line of capitalised words, such as a headline, where capitals prove nothing."""
    first = max(0, i - 5)
    last = min(len(toks.words) - 1, max(i + 5, first + 10))
    begin = toks.text.rfind("\n", toks.starts[first], toks.starts[i])
    end = toks.text.find("\n", toks.ends[i], toks.starts[last])
    while toks.starts[first] < begin:
        first += 1
    while end >= 0 and toks.starts[last] > end:
        last -= 1
    near = [word for word in toks.words[first : last + 1] if len(word) > 1 and word[0].isalpha()]
    if any(word.islower() and (len(word) > 4 or word in _NEVER_IN_TITLES) for word in near):
        return False
    return len(near) > 4 and sum(word[0].isupper() for word in near) > _TITLE_CASE * len(near)


def shouting(toks: Tokens, i: int) -> bool:
    """Whether the words beside word i are all in capitals."""
    near = [word for word in toks.words[max(0, i - 3) : i + 4] if word.isalpha() and len(word) > 2]
    near = [word for word in near if word != toks.words[i]]
    return len(near) > 1 and all(word.isupper() for word in near)
