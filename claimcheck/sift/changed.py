"""Which files changed since a git ref: committed or not, new ones too; git is asked without a shell."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

PATIENCE = 60
"""Seconds that git may take."""


class ChangedError(Exception):
    """It cannot be known what changed; the message says why."""


def changed_since(ref: str, folder: Path) -> frozenset[Path]:
    """Give the resolved paths of the files that differ from where the present work left `ref`.

    That is the merge base of `ref` and HEAD, so that what others did on the branch of `ref` meanwhile is not ours;
    in a clone too shallow to know it, `ref` itself.
    """
    start = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    if start is None:
        raise ChangedError(f"git knows no commit {ref!r} here (a shallow clone? fetch-depth: 0 gets them all)")
    commit = start.strip()
    base = (_git(folder, "merge-base", commit, "HEAD") or commit).strip()
    top = _git(folder, "rev-parse", "--show-toplevel")
    tracked = _git(folder, "diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", base, "--")
    fresh = _git(folder, "ls-files", "--others", "--exclude-standard", "--full-name", "-z", ":/")
    if top is None or tracked is None or fresh is None:
        raise ChangedError(f"git cannot say what changed since {ref!r}")
    root = Path(top.removesuffix("\n"))
    return frozenset((root / name).resolve() for name in (tracked + fresh).split("\0") if name)


def _git(folder: Path, *arguments: str) -> str | None:
    """Ask git; None where it fails, ChangedError where it is not there."""
    try:
        done = subprocess.run(
            ["git", *arguments],
            cwd=folder,
            capture_output=True,
            check=False,
            timeout=PATIENCE,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"},
        )
    except FileNotFoundError:
        raise ChangedError("git is not installed") from None
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise ChangedError(f"git: {error}") from None
    if done.returncode == 128 and b"not a git repository" in done.stderr:
        raise ChangedError("this is not a git repository")
    return os.fsdecode(done.stdout) if done.returncode == 0 else None
