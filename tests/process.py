"""The program in a process of its own, with the sample for a report."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HELD = (
    "import sys; sys.path.insert(0, {tests!r}); import sample, claimcheck.commands.compare as c\n"
    "c.checked = lambda request, held: sample.report()\n"
    "from claimcheck.cli import main; main()\n"
)


def process(*arguments: str, stdout: object = subprocess.PIPE, **more: object) -> subprocess.CompletedProcess[bytes]:
    script = HELD.format(tests=str(Path(__file__).parent))
    call = [sys.executable, "-c", script, *arguments]
    return subprocess.run(call, stdout=stdout, stderr=subprocess.PIPE, timeout=60, **more)  # type: ignore[call-overload,no-any-return]
