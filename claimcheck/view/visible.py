"""The one gate between foreign text and a terminal: what could act or hide there is shown as <U+XXXX>.

Article text, file names, configuration values and the messages of exceptions pass here; square brackets stay.
"""

from __future__ import annotations

import re

_HIDDEN = (
    "\x00-\x1f\x7f-\x9f"  # controls, C0 and C1
    "\xad\u034f\u061c"  # soft hyphen, grapheme joiner, Arabic letter mark
    "\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2"  # format characters of other scripts
    "\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0"  # fillers that print as nothing
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f"  # zero width, line separators, bidirectional
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff"  # halves, noncharacters, byte order mark, annotation
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"  # tags and further variation selectors
)
_UNSAFE = re.compile(f"[{_HIDDEN}]")
_MARK = "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_STACK = re.compile(f"({_MARK}{{4}}){_MARK}+")
_COMMAND = re.compile(r"#(?=#(?:\[|vso\[))", re.IGNORECASE)
"""What Azure's agent and older runners take for a command wherever it stands in a line: `##vso[`, `##[`."""
_HALF = re.compile("[\ud800-\udfff]")
_SPACE = re.compile(r"[ \t\n\u00a0\u2000-\u200a\u202f\u205f\u3000]+")


def visible(text: str) -> str:
    """Show what would act on a terminal or hide in it; safe to apply twice.

    >>> visible("toll \\x1b[2J [sic] 22\\u202e")
    'toll <U+001B>[2J [sic] 22<U+202E>'
    """
    if text.isascii() and text.isprintable() and "##" not in text:
        return text
    return _STACK.sub(r"\1", _COMMAND.sub("<U+0023>", _UNSAFE.sub(_name, text)))


def inert(line: str) -> str:
    """Break what GitHub's runner would take from a printed line as a command: `::name::` at its start or after spaces.

    >>> inert("  ::error::x")
    '  :<U+003A>error::x'
    """
    return (
        f"{line[: line.index('::')]}:<U+003A>{line[line.index('::') + 2 :]}"
        if line.lstrip(" ").startswith("::")
        else line
    )


def one_line(text: str) -> str:
    """Fold line breaks, tabs and runs of spaces into one space each; a bare carriage return stays to be seen.

    >>> one_line("22 dead,\\r\\n\\n  31\\thurt")
    '22 dead, 31 hurt'
    """
    return _SPACE.sub(" ", text.replace("\r\n", "\n")).strip(" ")


def unsafe(text: str) -> bool:
    """Whether the text holds a character that the gate would show as a code."""
    return _UNSAFE.search(text) is not None


def escaped_json(text: str) -> str:
    r"""Write unsafe characters of a finished JSON text as \uXXXX: the same JSON, harmless when printed.

    >>> escaped_json('"a\u202eb"')
    '"a\\u202eb"'
    """
    return _UNSAFE.sub(_json_escape, text).replace("##", "#\\u0023")


def whole(text: str) -> str:
    """Replace halves of surrogate pairs, which no UTF-8 file can hold.

    >>> whole("a\\ud800b")
    'a\\ufffdb'
    """
    return text if text.isascii() else _HALF.sub("\ufffd", text)


def _name(found: re.Match[str]) -> str:
    return f"<U+{ord(found.group()):04X}>"


def _json_escape(found: re.Match[str]) -> str:
    code = found.group()
    if code == "\n":
        return code
    number = ord(code)
    if number <= 0xFFFF:
        return f"\\u{number:04x}"
    number -= 0x10000
    return f"\\u{0xD800 + (number >> 10):04x}\\u{0xDC00 + (number & 0x3FF):04x}"
