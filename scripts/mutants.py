"""`python scripts/mutants.py GROUP [SAMPLE]`: change the code a little, many times, and see whether the group's tests notice.

Needs cosmic-ray (`pip install '.[mutants]'`). Works on a copy of the tree as committed; prints each mutant that survives
and, at the end, how many were tried and killed. SAMPLE mutants of each module are tried, chosen by a fixed seed (default 60).
"""

from __future__ import annotations

import ast
import random
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import MutationSpec, TestOutcome

ROOT = Path(__file__).parent.parent
SEED = 7
Place = tuple[int, int]
"""Line and column."""
GROUPS = {
    "ladders": (
        [f"judge/{name}.py" for name in ("ladders", "figures", "positions", "slips", "told", "pairing", "headline", "judge")],
        ["tests/test_ladders.py", "tests/test_judge.py", "tests/test_kinds.py", "tests/test_golden.py", "claimcheck/judge"],
    ),
    "numbers": (
        [f"read/{name}.py" for name in ("numbers", "numerals", "digits", "ranges", "precision", "units", "measured", "counted")],
        ["tests/test_exact_quantities.py", "tests/test_numbers.py", "tests/test_kinds.py", "tests/test_traps.py", "tests/test_planted.py", "claimcheck/read"],
    ),
    "dates": (
        ["read/dates.py", "read/calendar.py", *(f"read/{p.name}" for p in sorted((ROOT / "claimcheck/read").glob("time_*.py")))],
        ["tests/test_exact_times.py", "tests/test_dates.py", "tests/test_timexes.py", "tests/test_times_read_back.py", "tests/test_newswire.py", "tests/test_kinds.py"],
    ),
    "gate": (["view/visible.py", "view/paint.py"], ["tests/test_visible.py", "tests/test_terminal.py", "claimcheck/view"]),
}  # fmt: skip
SAME = frozenset(
    ["core/RemoveDecorator"]
    + [f"core/ReplaceComparisonOperator_{pair}" for pair in ("Eq_Is", "Is_Eq", "NotEq_IsNot", "IsNot_NotEq")]
)
"""Changes without an effect here: a cache less, and identity for equality of members and interned words."""
CONFIG = """[cosmic-ray]
module-path = "{module}"
timeout = 90.0
excluded-modules = []
test-command = "{python} -m pytest -q -x -p no:cacheprovider -p no:randomly --doctest-modules {tests}"
[cosmic-ray.distributor]
name = "local"
"""


def main(group: str, most: int) -> int:
    """Try the group's mutants; the exit code is 1 where fewer than 85 in 100 are killed."""
    modules, tests = GROUPS[group]
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(tree)], check=True)
        outcomes = [_module(tree, module, tests, most) for module in modules]
    tried, killed = sum(t for t, _ in outcomes), sum(k for _, k in outcomes)
    print(f"{group}: {killed} of {tried} killed, {killed / tried:.0%}")
    return int(killed < 0.85 * tried)


def _module(tree: Path, module: str, tests: list[str], most: int) -> tuple[int, int]:
    """Give how many mutants of a module were tried and how many were killed."""
    held = Path("claimcheck") / module
    config, session = tree / "mutants.toml", tree / "mutants.sqlite"
    config.write_text(CONFIG.format(module=held, python=sys.executable, tests=" ".join(tests)))
    session.unlink(missing_ok=True)
    subprocess.run(["cosmic-ray", "init", config.name, session.name], cwd=tree, check=True)
    with use_db(session) as found:
        _thin(found, _annotations((tree / held).read_text()), most)
    subprocess.run(["cosmic-ray", "exec", config.name, session.name], cwd=tree, check=True)
    counted: Counter[TestOutcome] = Counter()
    with use_db(session) as found:
        for _, result in found.completed_work_items:
            counted[result.test_outcome] += 1
            if result.test_outcome is TestOutcome.SURVIVED:
                print(f"survived in {module}:\n{result.diff}", flush=True)
    tried = sum(counted.values())
    print(f"{module}: {tried - counted[TestOutcome.SURVIVED]} of {tried} killed", flush=True)
    return tried, tried - counted[TestOutcome.SURVIVED]


def _annotations(source: str) -> list[tuple[Place, Place]]:
    """Give where annotations stand: nothing runs there, so that a change of them is no change."""
    found: list[ast.expr | None] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            found.append(node.returns)
        elif isinstance(node, ast.arg | ast.AnnAssign):
            found.append(node.annotation)
    return [((e.lineno, e.col_offset), (e.end_lineno or 0, e.end_col_offset or 0)) for e in found if e]


def _counts(mutation: MutationSpec, idle: list[tuple[Place, Place]]) -> bool:
    """Whether a mutation can change what is computed: not in an annotation, nor a cache or a frozen record less."""
    return mutation.operator_name not in SAME and not any(start <= mutation.start_pos < end for start, end in idle)


def _thin(found: WorkDB, idle: list[tuple[Place, Place]], most: int) -> None:
    """Leave as many mutants as are to be tried, of all lines alike."""
    items = [item for item in found.work_items if all(_counts(m, idle) for m in item.mutations)]
    items.sort(key=lambda item: [(m.start_pos, m.end_pos, m.operator_name, m.occurrence) for m in item.mutations])
    kept = random.Random(SEED).sample(items, min(most, len(items)))
    found.clear()
    found.add_work_items(kept)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 60))
