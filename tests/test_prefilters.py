"""What is looked at first, for the sake of speed, loses nothing: each against the plain way, on texts made of the pieces that count."""

from __future__ import annotations

import re

from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.furniture import END_CREDIT, dateline_of
from claimcheck.kinds.name import _ENDINGS, _NUMBERED
from claimcheck.model import Part, Span
from claimcheck.read.attribution import TRAIL, _over_helpers
from claimcheck.read.cues import HELPERS, SAID_WHEN, TRAILING, WHEN_BEGINS
from claimcheck.read.numbers import _STARTS, _WHOLE, _starts
from claimcheck.read.plain import HIDDEN, OTHER_DIGITS, plain_text
from claimcheck.read.sentences import ABBREVIATION, END, sentences_of
from claimcheck.read.tokens import _BREAK, _LOOSE_HYPHEN, _WRAP, capital, tokens
from claimcheck.read.trie import trie
from claimcheck.split import _sentences, _tokenizer, _trim

PIECES = [
    *(
        "one",
        "Two",
        "twenty-two",
        "half",
        "a",
        "A",
        "couple of",
        "dozen",
        "several",
        "hundred",
        "million",
        "fold",
        "tenfold",
    ),
    *(
        "0",
        "7",
        "1,200",
        "3.5",
        ".5",
        "½",
        "US$3m",
        "A320",
        "2023",
        "12th",
        "twelfth",
        "first",
        "district",
        "ward",
        "towards",
    ),
    *(
        "said",
        "has",
        "also",
        "Has",
        "never",
        "recently",
        "police",
        "U.S.",
        "Mr.",
        "Gen.",
        "No.",
        "he",
        "on Monday",
        "late on Friday",
    ),
    *(
        "in a statement",
        "yesterday",
        "al-Danaf",
        "O'Brien",
        "d'Ivoire",
        "NATO",
        "𝐀da",
        "ʼn",
        "İ",
        "ß",
        "É",
        "Niger's",
        "Niger’s",
    ),
    *(
        " ",
        " ",
        " ",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        "\u00a0",
        ".",
        "!",
        "?",
        "…",
        ",",
        ";",
        ":",
        "-",
        " - ",
        "–",
        "'",
        "’",
        "”",
    ),
    *("“", '"', "(", ")", ")", "_", "/", "#", "@", "\u200b", "١", "٢٣", "，", "．"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)
START = re.compile(
    rf"(?<![0-9])[0-9]|(?<![\w.)])\.(?=[0-9])|[{_WHOLE}]|(?<![\w.,/:'’#@])(?:{trie(_STARTS)})\b", re.IGNORECASE
)


def everywhere(pattern: re.Pattern[str], text: str) -> list[int]:
    """Give every place at which a pattern matches."""
    return [at for at in range(len(text)) if pattern.match(text, at)]


@given(TEXTS)
def test_numbers_begin_where_one_pattern_finds_them(text: str) -> None:
    if len(text.lower()) == len(text):
        assert _starts(text) == everywhere(START, text)


@given(TEXTS)
def test_helpers_are_stepped_over_as_their_pattern_does(text: str) -> None:
    trail = TRAILING.search(text, max(0, len(text) - TRAIL))
    assert trail is not None
    assert _over_helpers(text, 0, len(text)) == trail.start()


def test_the_longest_helpers_fit_what_is_looked_at() -> None:
    assert 5 * (1 + max(map(len, HELPERS))) + 3 <= TRAIL


@given(TEXTS)
def test_when_something_was_said_begins_with_these_letters(text: str) -> None:
    for at in everywhere(SAID_WHEN, text):
        assert text[at + 1 : at + 3] in WHEN_BEGINS


@given(TEXTS)
def test_sentences_end_at_every_stop_but_those_of_abbreviations(text: str) -> None:
    ends = {
        m.end()
        for m in END.finditer(text)
        if m.group()[0] != "." or not ABBREVIATION.search(text, max(0, m.start() - 6), m.start())
    }
    assert sentences_of(text).ends == tuple(sorted({0, *ends}))


@given(TEXTS)
def test_a_paragraph_without_a_stop_inside_is_one_sentence(text: str) -> None:
    line = " ".join(text.split())
    assume(not dateline_of(line) and not END_CREDIT.search(line))  # "Two - one" begins with a date line.
    spans = [_trim(line, Span(*span)) for span in _tokenizer().span_tokenize(line)]
    assert list(_sentences(line, Span(0, len(line)), Part.BODY, 10_000)) == [s for s in spans if s.start < s.end]


@given(TEXTS)
def test_capitals_are_all_the_words_that_are_written_as_names(text: str) -> None:
    found = tokens(text)
    assert found.capitals == tuple(i for i, word in enumerate(found.words) if capital(word))
    assert found.loose == (_LOOSE_HYPHEN.search(found.text) is not None)
    wrapped = len(_WRAP.findall(text)) > 1
    assert found.text == (_BREAK.sub(lambda m: " " * len(m[0]), text) if wrapped else text)


@given(TEXTS)
def test_other_digits_and_hidden_characters_are_seen(text: str) -> None:
    plain, places = plain_text(text)
    assert not HIDDEN.search(plain)
    assert not OTHER_DIGITS.search(plain)
    assert (places is None) == (HIDDEN.search(text) is None)
    if not OTHER_DIGITS.search(text) and places is None:
        assert plain == text


@given(TEXTS)
def test_every_numbered_district_holds_one_of_the_endings(text: str) -> None:
    if _NUMBERED.search(text):
        assert any(ending in text for ending in _ENDINGS)
