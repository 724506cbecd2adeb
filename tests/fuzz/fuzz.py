"""`python tests/fuzz/fuzz.py TARGET SECONDS`: fuzz one part of the program with atheris, from the seeds in `seeds/`."""

from __future__ import annotations

import sys
import tempfile
from importlib import import_module
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["claimcheck"]):
    sys.path.insert(0, str(Path(__file__).parent))
    from targets import TARGETS

    import_module("claimcheck.pipeline")  # All that is loaded on first use, so that it is instrumented.


def main(name: str, seconds: int) -> None:
    """Run until the time is up; a failure prints the input and ends with a non-zero exit code."""
    seeds = Path(__file__).parent / "seeds"
    found = Path(tempfile.mkdtemp(prefix=f"claimcheck-fuzz-{name}-"))  # libFuzzer adds to the first folder it is given.
    options = [
        f"-max_total_time={seconds}",
        "-max_len=600",
        "-timeout=20",
        "-rss_limit_mb=3000",
        f"-artifact_prefix={found}/",
    ]
    words = f"-dict={Path(__file__).parent / 'words.dict'}"
    atheris.Setup([sys.argv[0], *options, words, str(found), str(seeds)], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
