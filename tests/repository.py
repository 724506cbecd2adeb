"""A git repository of three articles about a ferry, made for a test, in which a figure can be changed."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

LEADS = {
    "news/coast-daily_2024-03-05.txt": "Ferry sinks off Orsa\n\nThe fire on the ferry Lumen killed {toll} people on Monday, the coast guard of Orsa said.\n",
    "news/harbour-news_2024-03-05.txt": "Many dead on the Lumen\n\nThe fire on the ferry Lumen killed {toll} people on Monday, police in Orsa said.\n",
    "news/island-post_2024-03-05.txt": "Orsa mourns\n\nOn Monday {toll} people were killed in the fire on the ferry Lumen off Orsa, the mayor said.\n",
}
CLEAN = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_DATE": "2024-03-05T12:00:00Z",
    "GIT_COMMITTER_DATE": "2024-03-05T12:00:00Z",
}


def git(folder: Path, *arguments: str) -> str:
    call = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", *arguments]
    done = subprocess.run(call, cwd=folder, check=True, capture_output=True, text=True, env=CLEAN)
    return done.stdout


def write(folder: Path, **tolls: int) -> None:
    """Write the articles, each with a toll of 31 unless another is given by the outlet's first word."""
    for name, text in LEADS.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        toll = tolls.get(path.name.partition("-")[0], 31)
        path.write_text(text.format(toll=toll), encoding="utf-8")


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", message)


def repository(folder: Path) -> Path:
    """Make the repository with its first commit, in which all agree."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "-q", "-b", "main")
    write(folder)
    commit(folder, "Three reports that agree")
    return folder
