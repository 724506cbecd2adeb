"""Nothing that an article holds can act on a terminal, or hide on it."""

from __future__ import annotations

import json
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.reports.json import dumps
from claimcheck.view.cells import around, head, pad, tail, width_of, wrap
from claimcheck.view.paint import line, paint
from claimcheck.view.visible import one_line, unsafe, visible, whole

ANYTHING = st.text(st.characters(), max_size=60)
"""Lone surrogates too."""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Toll [red]1,100[/red]", "Toll [red]1,100[/red]"),
        ("“crews left [on Sunday] [sic]”", "“crews left [on Sunday] [sic]”"),
        ("[link=https://example.org/]agency[/link] :skull:", "[link=https://example.org/]agency[/link] :skull:"),
        ("\x1b[2J\x1b[H ALL AGREE", "<U+001B>[2J<U+001B>[H ALL AGREE"),
        ("\x1b]52;c;eA==\x07", "<U+001B>]52;c;eA==<U+0007>"),
        ("\x9b2J", "<U+009B>2J"),
        ("900 dead\r   50 dead\b\b", "900 dead<U+000D>   50 dead<U+0008><U+0008>"),
        ("name\nwith a break", "name<U+000A>with a break"),
        ("\u202e005,1\u2066", "<U+202E>005,1<U+2066>"),
        ("1\u200b,500 \u00ad \ufeff", "1<U+200B>,500 <U+00AD> <U+FEFF>"),
        ("\U000e0031", "<U+E0031>"),
        ("\ud800 \ufffe", "<U+D800> <U+FFFE>"),
        ("a\x00b\x7f", "a<U+0000>b<U+007F>"),
        ("Müller, Lomé, 東京, ½, “”…", "Müller, Lomé, 東京, ½, “”…"),
    ],
)
def test_what_could_act_is_shown_as_its_code(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_every_control_and_format_character_is_caught() -> None:
    missed = [
        hex(code)
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) in ("Cc", "Cf", "Cs", "Zl", "Zp") and not unsafe(chr(code))
    ]

    assert missed == []


def test_what_is_printed_with_ink_is_left_alone() -> None:
    ink = ("Lu", "Ll", "Nd", "Nl", "Pd", "Ps", "Pe", "Pi", "Pf", "Sc", "Sm")
    changed = [hex(c) for c in range(sys.maxunicode + 1) if unicodedata.category(chr(c)) in ink and unsafe(chr(c))]

    assert changed == []


def test_a_tower_of_marks_is_cut_to_four() -> None:
    assert visible("1" + "\u0301" * 50) == "1" + "\u0301" * 4


@given(ANYTHING)
def test_showing_twice_changes_nothing(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@given(ANYTHING)
def test_nothing_unsafe_is_left(text: str) -> None:
    assert not unsafe(visible(text))


@given(ANYTHING)
def test_a_painted_line_is_one_line(text: str) -> None:
    printed = "".join(paint([line(text, (text, "bold"))], color=False))

    assert printed.count("\n") == 1 and "\r" not in printed and "\x1b" not in printed


@given(ANYTHING)
def test_json_is_valid_harmless_and_the_same(text: str) -> None:
    written = dumps({"text": whole(text)})

    written.encode("utf-8")
    assert not unsafe(written.replace("\n", ""))
    assert json.loads(written)["text"] == whole(text)


@given(st.text(max_size=80), st.integers(2, 40))
def test_cutting_keeps_to_the_width(text: str, width: int) -> None:
    text = visible(one_line(text))

    assert width_of(head(text, width)) <= width
    assert width_of(tail(text, width)) <= width
    assert width_of(pad(text, width)) == width
    assert all(width_of(part) <= width for part in wrap(text, width))


@given(st.text(max_size=50), st.text(min_size=1, max_size=12), st.text(max_size=50), st.integers(16, 60))
def test_a_clipped_quotation_keeps_to_the_width(before: str, mark: str, after: str, width: int) -> None:
    before, mark, after = (visible(one_line(part)) for part in (before, mark, after))

    assert sum(map(width_of, around(before, mark, after, width))) <= width


def test_a_clipped_quotation_keeps_its_figure() -> None:
    before, mark, after = around("x" * 1_000_000, "1,500", "y" * 1_000_000, 40)

    assert mark == "1,500"
    assert before.startswith("…") and after.endswith("…")


def test_wide_characters_count_two() -> None:
    assert width_of("東京") == 4
    assert width_of(head("東京都の人口", 6)) <= 6
