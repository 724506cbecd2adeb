"""Write what docs/ takes from the program: options, codes, kinds, formats, configuration, and pictures of the terminal.

`python scripts/make_docs.py` rewrites them, tests/test_docs.py compares; `--screenshots [FOLDER]` saves the page at three widths,
without a folder those that docs/ shows, with a mark of the page that they were made from. They need Chromium.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

from claimcheck.kinds import KINDS
from claimcheck.lexicon import words
from claimcheck.reports import formats

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PICTURES = {
    "compare": ["compare", "corpus/kessel-ferry", "--show", "updated"],
    "matrix": ["compare", "corpus/kessel-ferry", "-f", "matrix"],
    "explain": ["explain", "figure-differs"],
}
PAGE = ("compare", "corpus/kessel-ferry", "-f", "html")
"""What the screenshots show."""
BLOCK = re.compile(r"<!-- ([a-z]+) -->\n(?:.*\n)*?<!-- end -->")
FONTS = re.compile(r"@font-face \{\{.*?\}\}", re.DOTALL)
"""The faces that rich's template loads over the network."""


def printed(*arguments: str, color: bool = False) -> str:
    """What the program prints, 100 columns wide."""
    environment = {**os.environ, "COLUMNS": "100", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "claimcheck", *arguments]
    told = ["--color", "always", "--width", "100"] if color else []
    form = ["-f", "text"] if color and arguments[0] == "compare" and "-f" not in arguments else []
    done = subprocess.run([*command, *form, *told], cwd=ROOT, env=environment, capture_output=True, timeout=120)
    return done.stdout.decode()


def picture(name: str) -> str:
    """Draw what a terminal shows, as SVG without any address to load from."""
    console = Console(width=100, record=True, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text.from_ansi(printed(*PICTURES[name], color=True)))
    title = f"claimcheck {' '.join(PICTURES[name])}"
    return console.export_svg(title=title, code_format=FONTS.sub("", CONSOLE_SVG_FORMAT), unique_id=name)


def generated() -> dict[str, str]:
    """The generated blocks by name."""
    commands = ("compare", "watch", "claims", "explain", "kinds", "config", "baseline")
    schema = json.loads((ROOT / "claimcheck/config-1.schema.json").read_text(encoding="utf-8"))
    pages = [
        (ROOT / f"claimcheck/kinds/{kind}.md").read_text(encoding="utf-8").strip()
        for kind in (each.name for each in KINDS)
    ]
    lines = [(name, (import_module(f"claimcheck.reports.{name}").__doc__ or "").split("\n")[0]) for name in formats()]
    return {
        "options": "\n\n".join(f"### {name}\n\n```text\n{printed(name, '--help').strip()}\n```" for name in commands),
        "codes": _table("codes", ("verdict", "says", "example")),
        "problems": _table("problems", ("says", "next", "example")),
        "kinds": "\n\n".join(re.sub("^#", "##", page, flags=re.MULTILINE) for page in pages),
        "formats": "| format | is |\n|---|---|\n" + "\n".join(f"| `{name}` | {says} |" for name, says in lines),
        "config": f"```json\n{json.dumps(schema, indent=2, ensure_ascii=False)}\n```",
    }


def _table(name: str, columns: tuple[str, ...]) -> str:
    head = f"| code | {' | '.join(columns)} |\n|{'---|' * (len(columns) + 1)}"
    rows = (
        f"| `{code}` | {' | '.join(str(told[column]).replace('|', '/') for column in columns)} |"
        for code, told in words(name).items()
    )
    return "\n".join([head, *rows])


def fresh(text: str, blocks: dict[str, str]) -> str:
    """A page with its generated blocks as they should be."""
    return BLOCK.sub(lambda found: f"<!-- {found[1]} -->\n{blocks[found[1]]}\n<!-- end -->", text)


def main() -> None:
    """Rewrite pages and pictures, or save screenshots."""
    if sys.argv[1:2] == ["--screenshots"]:
        screenshots(Path(sys.argv[2]) if len(sys.argv) > 2 else DOCS / "pictures")
        return
    blocks = generated()
    for page in DOCS.glob("*.md"):
        page.write_text(fresh(page.read_text(encoding="utf-8"), blocks), encoding="utf-8")
    for name in PICTURES:
        (DOCS / "pictures" / f"{name}.svg").write_text(picture(name), encoding="utf-8")


def screenshots(folder: Path) -> None:
    """Save the page of an example story at three widths, and the mark of the page."""
    sys.path.insert(0, str(ROOT / "tests"))
    browser = import_module("browser").browser
    with tempfile.TemporaryDirectory() as scratch, browser() as page:
        report = Path(scratch, "report.html")
        report.write_text(printed(*PAGE), encoding="utf-8")
        for width in (360, 900, 1400):
            page.size(width, 1000)
            page.open(report)
            (folder / f"report-{width}.png").write_bytes(page.picture())
    (folder / "report.sha256").write_text(f"{mark()}\n", encoding="utf-8")


def mark() -> str:
    """Name the page as it is now: what screenshots were made from."""
    return hashlib.sha256(printed(*PAGE).encode()).hexdigest()


if __name__ == "__main__":
    main()
