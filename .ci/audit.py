"""Ask pip-audit for known weaknesses of what the lock file names, and fail for any; say how much could be asked.

`python .ci/audit.py PIP_AUDIT LOCK`. Advisories come from the package index: where it gives none, nothing is proved.
"""

from __future__ import annotations

import json
import subprocess
import sys


def main(audit: str, lock: str) -> int:
    """Print a line for each weakness; 1 where there is one."""
    done = subprocess.run(
        [audit, "-r", lock, "--disable-pip", "--progress-spinner", "off", "-f", "json"],
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        found = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        print(f"not audited: {(done.stderr.strip().splitlines() or ['no answer'])[-1]}")
        return 0
    asked = [each for each in found if "skip_reason" not in each]
    weak = [(each["name"], each["version"], one["id"]) for each in asked for one in each["vulns"]]
    print(f"{len(asked)} of {len(found)} packages audited, {len(weak)} known weaknesses")
    for name, version, advisory in weak:
        print(f"{name} {version}: {advisory}")
    return 1 if weak else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
