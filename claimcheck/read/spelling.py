"""Two spellings -> whether they are one name: transliterations, short forms, initials; never two listed names."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from rapidfuzz.distance import Levenshtein

from claimcheck.lexicon import words as lexicon
from claimcheck.read.gazetteer import known

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'’‘`ʿʾʻ.")
_SERVANT = re.compile(r"abd[aeiou]{0,3}(?:l{1,2}|([rsnztd])(?=\1))?")
_RULES = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"^gi(?=[aeo])", "yi"),  # Giannis, Yiannis
        (r"^(?:dj|dzh)", "j"),  # Djamal
        (r"^tch", "t"),  # Tchiani
        (r"sch|sh", "š"),
        (r"kh", "x"),
        (r"gh", "g"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"ph", "f"),
        (r"ch", "č"),
        (r"ck|q|c", "k"),
        (r"w", "v"),
        (r"ou|oo|u", "o"),
        (r"ei|ey|ay|ai|aj", "e"),
        (r"ee|ij|iy|yi|y|j(?=$)", "i"),
        (r"([^aeiou])\1{1,3}", r"\1"),
        (r"([aeio])\1{1,3}", r"\1"),
        (r"(?<=..)[ae]h$", "a"),
        (r"ii$", "i"),
    )
)
_VOWELS = frozenset("aeio")
_NEAR_VOWELS = frozenset(("ae", "ea", "ei", "ie"))
_NEAR_CONSONANTS = frozenset(("bv", "vb", "sz", "zs", "xk", "kx", "gk", "kg", "xh", "hx", "td", "dt", "čk", "kč", "šč"))


@cache
def _variants() -> dict[str, str]:
    return {form: row[0] for row in lexicon("spellings")["variants"] for form in row}


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon("spellings")[name])


def plain(name: str) -> str:
    """Write a name without accents, apostrophes and capitals.

    >>> plain("Ould Ghazouani’s São")
    'ould ghazouanis sao'
    """
    decomposed = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower().replace("ø", "o").replace("ł", "l")


@lru_cache(maxsize=65536)
def spelled(word: str) -> str:
    """Write one word as the rules of transliteration leave it; equal results are one name.

    >>> spelled("sheikhoun") == spelled("shaykhun"), spelled("karolos") == spelled("carolos")
    (True, True)
    """
    word = _variants().get(word, word)
    match = _SERVANT.match(word)
    if match is not None and len(word) - match.end() > 2:
        word = "abd" + word[match.end() :]
    for pattern, by in _RULES:
        word = pattern.sub(by, word)
    return word


@lru_cache(maxsize=65536)
def parts(name: str) -> tuple[str, ...]:
    """Split a name into its words, without articles and titles; "Abdel Rahman" is one word.

    >>> parts("the late Rami Abdel-Rahman al-Shami")
    ('late', 'rami', 'abdelrahman', 'shami')
    """
    found: list[str] = []
    words = [word for word in _WORD.findall(plain(name)) if word not in _words("dropped")]
    for word in words or _WORD.findall(plain(name)):
        if found and _SERVANT.fullmatch(found[-1]):
            found[-1] += word
        else:
            found.append(word)
    return tuple(found)


@lru_cache(maxsize=65536)
def _listed(name: str) -> str:
    """Give the canonical form of a listed name, "" for another."""
    return known(name.strip())


@lru_cache(maxsize=65536)
def same_name(a: str, b: str) -> bool:
    """Whether two spellings can be one name; a surname alone is the same as the full name, an initial as its word.

    >>> same_name("Rami Abdel Rahman", "Rami Abdurrahman"), same_name("Niger", "Nigeria")
    (True, False)
    """
    if a == b:
        return True
    first, second = _listed(a), _listed(b)
    if first and second:
        return first == second
    left, right = parts(a), parts(b)
    if len(left) > len(right):
        left, right = right, left
    return bool(left) and _within(left, right)


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the last words are one and the others of the shorter name stand in the longer in their order."""
    if not same_word(short[-1], long[-1]):
        return False
    rest = list(long[:-1])
    for word in reversed(short[:-1]):
        while rest and not (same_word(word, rest[-1]) or _initial(word, rest[-1])):
            if rest.pop() in _words("distinguishing"):
                return False
        if not rest:
            return False
        rest.pop()
    return not any(word in _words("distinguishing") for word in rest)


def _initial(a: str, b: str) -> bool:
    return min(len(a), len(b)) == 1 and a[0] == b[0]


@lru_cache(maxsize=65536)
def same_word(a: str, b: str) -> bool:
    """Whether two words are spellings of one: equal by the rules, or one slip of a kind that transliteration makes."""
    if a == b:
        return True
    x, y = spelled(a), spelled(b)
    if x == y:
        return True
    if min(len(x), len(y)) < 5 or (a in _variants() and b in _variants()):
        return False
    edits = [(str(tag), int(i), int(j)) for tag, i, j in Levenshtein.editops(x, y, score_hint=2).as_list()]
    return len(edits) == 1 and _slip(edits[0][0], x, edits[0][1], y, edits[0][2])


def _slip(tag: str, x: str, i: int, y: str, j: int) -> bool:
    """Whether one edit is a spelling: a vowel between consonants left out, "e" for "i", "v" for "b" in a long word."""
    if tag == "replace":
        last = i == len(x) - 1
        pair = x[i] + y[j]
        return (pair in _NEAR_VOWELS and not last and i > 0) or (pair in _NEAR_CONSONANTS and min(len(x), len(y)) > 5)
    longer, k = (x, i) if tag == "delete" else (y, j)
    if longer[k] not in _VOWELS:
        return longer[k] == "h" and 0 < k < len(longer) - 1 and len(longer) > 5
    if k == len(longer) - 1:
        return longer[k] == "e" and len(longer) > 6
    return k > 0 and longer[k - 1] not in _VOWELS and longer[k + 1] not in _VOWELS


def alike(a: str, b: str) -> float:
    """Say how alike two names are spelled, 0 to 1; 1 where `same_name` holds, 0 for two listed names.

    >>> alike("Alan Lane", "Anthony Lake") < 0.7
    True
    """
    if same_name(a, b):
        return 1.0
    if _listed(a) and _listed(b):
        return 0.0
    left, right = (" ".join(spelled(word) for word in parts(name)) for name in (a, b))
    return min(0.95, Levenshtein.normalized_similarity(left, right))
