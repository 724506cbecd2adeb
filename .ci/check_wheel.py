"""Check a wheel's contents: every file of the package that git tracks, the metadata, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import zipfile

held = {name for name in zipfile.ZipFile(sys.argv[1]).namelist() if ".dist-info/" not in name}
tracked = set(
    subprocess.run(["git", "ls-files", "claimcheck"], capture_output=True, text=True, check=True).stdout.split()
)
if held != tracked:
    sys.exit(f"missing from the wheel: {sorted(tracked - held)}; not of the package: {sorted(held - tracked)}")
sys.stdout.write(f"{len(held)} files, as tracked\n")
