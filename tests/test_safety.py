"""What the program never does, whatever it reads: open the network, start a program, unpickle, write beside its output."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.reports import formats

ROOT = Path(__file__).parent.parent
WATCHED = """
import os, sys
from pathlib import Path

FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.spawn", "os.posix_spawn", "pickle.", "marshal.",
             "shutil.", "ctypes.", "ftplib.", "http.", "smtplib.", "urllib.", "webbrowser.", "os.remove", "os.rename",
             "os.chmod", "os.link", "os.symlink", "os.truncate", "os.fork")
ALLOWED = ("marshal.loads", "shutil.which", "ctypes.dlopen", "ctypes.dlsym", "ctypes.dlsym/handle")  # imports, SQLite


def watch(event, args):
    if event.startswith(FORBIDDEN) and event not in ALLOWED:
        print("FORBIDDEN", event, args, file=sys.stderr)
    if event == "open" and (set(args[1] or "") & set("wax+") or args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)):
        print("WRITES", args[0], file=sys.stderr)


import claimcheck.cli, claimcheck.pipeline, claimcheck.reports  # what loading costs is not looked at
sys.addaudithook(watch)
claimcheck.cli.main()
"""


def watched(*arguments: str) -> list[str]:
    """Run the program under an audit hook (PEP 578); give what it did that it should not."""
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    return [line for line in done.stderr.splitlines() if line.startswith(("FORBIDDEN", "WRITES"))]


@pytest.mark.parametrize("name", formats())
def test_a_comparison_only_reads(name: str) -> None:
    assert watched("compare", "corpus", "-f", name, "--jobs", "1") == []


@pytest.mark.parametrize("command", ["claims corpus", "explain f1 corpus", "explain figure-differs", "kinds figure"])
def test_the_other_commands_only_read(command: str) -> None:
    assert watched(*command.split()) == []


def test_the_watch_sees_what_it_is_to_see(tmp_path: Path) -> None:
    """A test that could not fail would be none: an output file is seen."""
    out = str(tmp_path / "out.json")
    assert any(line.startswith("WRITES") and str(tmp_path) in line for line in watched("compare", "corpus", "-o", out))
