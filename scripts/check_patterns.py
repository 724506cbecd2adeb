"""Check that every regular expression of the package takes linear time: `python -m scripts.check_patterns FOLDER`.

FOLDER holds `node_modules/recheck` (`npm install --prefix FOLDER recheck@4.5.0`). Every pattern that the package compiles while
all its modules are imported and the corpus is compared in every format is collected, and so is every literal pattern of its source. Each is
rewritten from Python's own parse tree to JavaScript and given to recheck; a verdict other than "safe" fails the run.

The translation never makes a pattern easier: possessive repeats and atomic groups become plain ones, which can only backtrack
more. A pattern that the source uses with `match` and `fullmatch` alone is anchored, as those calls anchor it.

Of a pattern that recheck cannot decide it guesses attacks, and takes some for slow that are not, another one in each run; such
a guess counts where Python's own engine is slowed down by it.
"""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

PACKAGE = Path(__file__).parent.parent / "claimcheck"
CORPUS = Path(__file__).parent.parent / "corpus"
ANCHORED = frozenset({"match", "fullmatch"})
SEARCHED = frozenset({"search", "finditer", "findall", "sub", "subn", "split"})
CLASSES = {
    "CATEGORY_DIGIT": r"\p{Nd}",
    "CATEGORY_NOT_DIGIT": r"\P{Nd}",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
}
"""Python's categories in JavaScript; those of words need a class of their own."""
WORD, NO_WORD = r"\p{L}\p{N}_", r"[^\p{L}\p{N}_]"
PLACES = {
    "AT_BEGINNING": "^",
    "AT_BEGINNING_STRING": "^",
    "AT_END": "$",
    "AT_END_STRING": "$",
    "AT_BOUNDARY": r"\b",
    "AT_NON_BOUNDARY": r"\B",
}


@dataclass
class Found:
    """A pattern with the flags it was compiled with, where, and under which names and calls it is used."""

    pattern: str
    flags: int
    where: str
    calls: set[str] = field(default_factory=set)

    @property
    def anchored(self) -> bool:
        """Whether only calls that begin at a given place use it."""
        return bool(self.calls) and self.calls <= ANCHORED


# ------------------------------------------------------------------------------------------------------- collecting


def collected() -> list[Found]:
    """Import every module and use the program, listening to what `re` is asked to compile; then read the source's calls."""
    found: dict[tuple[str, int], Found] = {}
    real: Any = vars(re)["_compile"]

    def listen(pattern: Any, flags: Any) -> Any:
        frame = sys._getframe(1)
        while frame is not None and frame.f_code.co_filename == re.__file__:
            assert frame.f_back is not None
            frame = frame.f_back
        path = frame.f_code.co_filename
        if path.startswith(str(PACKAGE)) and isinstance(pattern, str):
            where = f"{Path(path).relative_to(PACKAGE)}:{frame.f_lineno}"
            found.setdefault((pattern, int(flags)), Found(pattern, int(flags), where))
        return real(pattern, flags)

    vars(re)["_compile"] = listen
    try:
        use()
    finally:
        vars(re)["_compile"] = real
    _uses(found)
    return sorted(found.values(), key=lambda f: f.where)


def use() -> None:
    """Import everything and run what compiles patterns late."""
    for module in pkgutil.walk_packages([str(PACKAGE)], "claimcheck."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    from typer.testing import CliRunner

    from claimcheck.cli import app

    formats = [p.stem for p in (PACKAGE / "reports").glob("[a-z]*.py")]
    for name in formats:
        CliRunner().invoke(app, ["compare", str(CORPUS), "--format", name, "--fail-on", "never"])


def _uses(found: dict[tuple[str, int], Found]) -> None:
    """Add patterns of calls never run, and say with which calls each named pattern is used."""
    by_text: dict[str, list[Found]] = {}
    for one in found.values():
        by_text.setdefault(one.pattern, []).append(one)
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}
    for path, tree in trees.items():
        module = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        values = vars(importlib.import_module(module)) if path.stem != "__main__" else {}
        named = {
            name: by_text.get(value.pattern, [])
            for name, value in values.items()
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str)
        }
        for node in ast.walk(tree):
            _mark(named, node)
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            target, call = node.func.value, node.func.attr
            if isinstance(target, ast.Name) and target.id == "re" and call in ANCHORED | SEARCHED | {"compile"}:
                _literal(found, path, node, call)


def _mark(named: dict[str, list[Found]], node: ast.AST) -> None:
    """Note the uses of named patterns under a node; one handed on, and not called here, may be searched with."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.Name | ast.Attribute):
            continue
        if isinstance(child, ast.Name) and not isinstance(child.ctx, ast.Load):
            continue
        name = child.id if isinstance(child, ast.Name) else child.attr
        called = node.attr if isinstance(node, ast.Attribute) else "search"
        for one in named.get(name, ()):
            one.calls.add(called if called in ANCHORED else "search")


def _literal(found: dict[tuple[str, int], Found], path: Path, node: ast.Call, call: str) -> None:
    """Add a pattern written in a call."""
    if not node.args or not isinstance(node.args[0], ast.Constant) or not isinstance(node.args[0].value, str):
        return
    text = node.args[0].value
    known = [f for (pattern, _), f in found.items() if pattern == text]
    if not known:
        known = [Found(text, 0, f"{path.relative_to(PACKAGE)}:{node.lineno}")]
        found[text, 0] = known[0]
    for one in known:
        if call != "compile":
            one.calls.add(call)


# ------------------------------------------------------------------------------------------------------- translating


def javascript(found: Found) -> tuple[str, str]:
    """Give a pattern's source and flags in JavaScript, from Python's own parse of it."""
    tree = vars(re)["_parser"].parse(found.pattern, found.flags)
    flags = tree.state.flags
    js = "u" + ("i" if flags & re.I else "") + ("m" if flags & re.M else "") + ("s" if flags & re.S else "")
    source = _sequence(tree)
    return (f"^(?:{source})" if found.anchored else source), js


def _sequence(tree: Any) -> str:
    """Translate a run of parts."""
    return "".join(_part(str(op), value) for op, value in tree)


def _part(op: str, value: Any) -> str:
    """Translate one part."""
    match op:
        case "LITERAL":
            return _character(value)
        case "NOT_LITERAL":
            return f"[^{_character(value)}]"
        case "ANY":
            return "."
        case "IN":
            return _class(value)
        case "AT":
            return PLACES[str(value)]
        case "BRANCH":
            return "(?:" + "|".join(_sequence(b) for b in value[1]) + ")"
        case "SUBPATTERN":
            body = _sequence(value[3])
            return f"({body})" if value[0] is not None else f"(?:{body})"
        case "ATOMIC_GROUP":
            return f"(?:{_sequence(value)})"
        case "MAX_REPEAT" | "POSSESSIVE_REPEAT" | "MIN_REPEAT":
            return _repeat(value, "?" if op == "MIN_REPEAT" else "")
        case "ASSERT" | "ASSERT_NOT":
            sign = "=" if op == "ASSERT" else "!"
            return f"(?{'<' if value[0] < 0 else ''}{sign}{_sequence(value[1])})"
        case "GROUPREF":
            return f"(?:\\{value})"
    raise ValueError(f"no translation for {op}")


def _repeat(value: Any, lazy: str) -> str:
    """Translate a repeat."""
    low, high, body = value
    most = "" if str(high) == "MAXREPEAT" else str(high)
    inner = _sequence(body)
    sign = {("0", ""): "*", ("1", ""): "+", ("0", "1"): "?"}.get((str(low), most), f"{{{low},{most}}}")
    return f"(?:{inner}){sign}{lazy}"


def _class(parts: Any) -> str:
    """Translate a set of characters."""
    inside, negated = "", False
    for op, value in parts:
        match str(op):
            case "NEGATE":
                negated = True
            case "LITERAL":
                inside += _character(value)
            case "RANGE":
                inside += f"{_character(value[0])}-{_character(value[1])}"
            case "CATEGORY" if str(value) == "CATEGORY_WORD":
                inside += WORD
            case "CATEGORY" if str(value) == "CATEGORY_NOT_WORD":
                return _without(parts, negated)
            case "CATEGORY":
                inside += CLASSES[str(value)]
    return f"[{'^' if negated else ''}{inside}]"


def _without(parts: Any, negated: bool) -> str:
    r"""Translate a set that holds \W: [^\W\d_] is a letter, [^\W_] a letter or digit."""
    others = [(str(op), value) for op, value in parts if str(op) not in ("NEGATE",)]
    rest = [(o, v) for o, v in others if not (o == "CATEGORY" and str(v) == "CATEGORY_NOT_WORD")]
    if not negated:
        return f"(?:{NO_WORD}|{_class(rest)})" if rest else NO_WORD
    return f"(?!{_class(rest)})[{WORD}]" if rest else f"[{WORD}]"


def _character(code: int) -> str:
    """Write a character so that it means itself everywhere."""
    character = chr(code)
    return character if character.isascii() and character.isalnum() else f"\\u{{{code:x}}}"


# ---------------------------------------------------------------------------------------------------------- checking

CHECK = Path(__file__).with_name("check_patterns.mjs")


def verdicts(found: list[Found], folder: Path) -> Iterator[tuple[Found, dict[str, Any]]]:
    """Ask recheck about each pattern."""
    asked = [dict(zip(("source", "flags"), javascript(f), strict=True)) for f in found]
    with tempfile.TemporaryDirectory() as place:
        file = Path(place, "patterns.json")
        file.write_text(json.dumps(asked), encoding="utf-8")
        subprocess.run(["node", str(CHECK), str(folder.resolve()), str(file)], check=True)
        answers = Path(f"{file}.out").read_text(encoding="utf-8").split("\n")
    yield from zip(found, map(json.loads, answers), strict=True)


PIECE = re.compile(r"'((?:[^'\\]|\\.)*)'(?:\.repeat\(([0-9]+)\))?")
ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))")
PLAIN = {"t": "\t", "n": "\n", "r": "\r", "v": "\v", "f": "\f", "b": "\b", "0": "\0"}
TIMES, MORE = 1_000, 4
"""How often an attack's parts are repeated, and how many times as often the second time."""
STEEPEST = 2.5 * MORE
"""How many times as long an attack that is so many times as long may take; twice polynomial, it takes sixteen."""


def slows(one: Found, attack: str) -> bool:
    """Whether an attack that recheck has guessed slows Python's own engine down by more than its length."""
    pattern = re.compile(one.pattern, one.flags)
    look = pattern.match if one.anchored else pattern.search
    taken = []
    for times in (TIMES, TIMES * MORE):
        text = "".join(_unescaped(words) * (times if count else 1) for words, count in PIECE.findall(attack))
        taken.append(min(_seconds(look, text) for _ in range(5)))
    return taken[1] > STEEPEST * max(taken[0], 1e-5)


def _unescaped(words: str) -> str:
    """Read a string of JavaScript."""
    return ESCAPE.sub(
        lambda m: chr(int(m[1] or m[2] or m[3], 16)) if m[1] or m[2] or m[3] else PLAIN.get(m[4], m[4]), words
    )


def _seconds(look: Any, text: str) -> float:
    begin = time.perf_counter()
    look(text)
    return time.perf_counter() - begin


def main(folder: str) -> int:
    """Print a table of what is not safe, and count."""
    found = collected()
    bad = 0
    for one, verdict in verdicts(found, Path(folder)):
        if verdict["status"] == "safe" or (verdict["checker"] == "fuzz" and not slows(one, verdict["attack"])):
            continue
        bad += 1
        print(f"{verdict['status']:10} {verdict['complexity']:12} {one.where:30} {one.pattern[:100]!r}")
        print(
            f"{'':10} {verdict['checker']} {verdict['error']} {'anchored' if one.anchored else ''} {verdict['attack'][:90]}"
        )
    print(f"{len(found)} patterns, {len(found) - bad} safe, {bad} not")
    return 1 if bad else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
