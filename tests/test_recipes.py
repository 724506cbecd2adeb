"""What users copy: the GitHub Action, the pre-commit hook, the recipes of docs/ci.md; run as far as it goes here."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from repository import CLEAN, commit, git, repository, write

ROOT = Path(__file__).parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = {step.get("name", step.get("uses", "")): step for step in ACTION["runs"]["steps"]}
DOCS = (ROOT / "docs/ci.md").read_text("utf-8")
WRONG = "news/harbour-news_2024-03-05.txt"
BIN = Path(sys.executable).parent
NO_INDEX = ("No matching distribution", "Could not find a version", "ConnectionError", "Temporary failure")
INSTALLS = pytest.mark.skipif("CI" not in os.environ, reason="installs from a package index, 20 s; CI=true runs it")


def resolved(text: str, known: dict[str, str]) -> str:
    """Fill in what GitHub fills in: `${{ inputs.paths }}`; an unknown name is an error of the action."""
    return re.sub(r"\$\{\{ *([a-z._-]+) *\}\}", lambda found: known[found[1]], text)


class Runner:
    """The part of GitHub's runner that a composite action of shell steps needs."""

    def __init__(self, folder: Path, temporary: Path, **inputs: str) -> None:
        self.folder, self.temporary = folder, temporary
        temporary.mkdir(exist_ok=True)
        given = {name.replace("_", "-"): value for name, value in inputs.items()}
        assert not set(given) - set(ACTION["inputs"])
        self.known = {
            f"inputs.{name}": given.get(name, str(entry.get("default", ""))) for name, entry in ACTION["inputs"].items()
        }
        self.known["github.action_path"] = str(ROOT)
        self.summary, self.outputs = temporary / "summary", temporary / "outputs"
        for file in (self.summary, self.outputs):
            file.write_text("")

    def run(self, name: str) -> subprocess.CompletedProcess[str]:
        step = STEPS[name]
        assert step["shell"] == "bash"
        own = {key: resolved(value, self.known) for key, value in step.get("env", {}).items()}
        files = {"GITHUB_OUTPUT": self.outputs, "GITHUB_STEP_SUMMARY": self.summary, "RUNNER_TEMP": self.temporary}
        settings = {**CLEAN, **{key: str(path) for key, path in files.items()}, **own}
        call = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", resolved(step["run"], self.known)]
        done = subprocess.run(call, cwd=self.folder, env=settings, capture_output=True, text=True, timeout=300)
        if "id" in step:
            for line in self.outputs.read_text().splitlines():
                key, _, value = line.partition("=")
                self.known[f"steps.{step['id']}.outputs.{key}"] = value
        return done

    def installed(self) -> None:
        """Put this environment where the install step would have put its own."""
        (self.temporary / "claimcheck").mkdir()
        (self.temporary / "claimcheck/bin").symlink_to(BIN)


def test_the_action_annotates_summarises_and_ends_as_the_program_does(tmp_path: Path) -> None:
    folder = repository(tmp_path / "clone")
    runner = Runner(folder, tmp_path / "temp", paths="news\n")
    runner.installed()
    first = runner.run("Compare the articles")
    assert first.returncode == 0, first.stderr
    assert "::error" not in first.stdout and runner.run("Result").returncode == 0

    write(folder, harbour=60)
    commit(folder, "A wrong figure")
    runner = Runner(folder, tmp_path / "temp", paths="news\n", changed_since="HEAD~1")
    done = runner.run("Compare the articles")
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stdout.splitlines() if line.startswith("::error")] == [
        line for line in done.stdout.splitlines() if line.startswith(f"::error file={WRONG},line=3,")
    ]
    assert runner.known["steps.compare.outputs.exit-code"] == "1"
    (told,) = json.loads(Path(runner.known["steps.compare.outputs.sarif"]).read_text("utf-8"))["runs"]
    assert [result["level"] for result in told["results"]].count("error") == 1
    assert "1 conflict" in runner.summary.read_text("utf-8").lower()
    assert re.search(
        r"::stop-commands::(claimcheck-[0-9]+)\n[\s\S]*conflict figure-(?:differs|sources)[\s\S]*\n::\1::\n",
        done.stdout,
    )
    assert runner.run("Result").returncode == 1


def test_the_actions_inputs_reach_the_program_and_run_nothing(tmp_path: Path) -> None:
    folder = write_all(tmp_path)
    runner = Runner(folder, tmp_path / "temp", paths="$(touch bad)\n`touch bad`\nnews; touch bad", upload="false")
    runner.installed()
    runner.run("Compare the articles")
    assert not (folder / "bad").exists()
    assert runner.known["steps.compare.outputs.exit-code"] == "2"
    assert "steps.compare.outputs.sarif" not in runner.known
    assert runner.run("Result").returncode == 2

    runner = Runner(folder, tmp_path / "temp", paths="news", fail_on="never", arguments="--only=figure\n--show=all")
    done = runner.run("Compare the articles")
    assert runner.run("Result").returncode == 0, done.stderr
    assert "conflict figure-sources" in done.stdout and "agree" not in runner.summary.read_text()


def write_all(folder: Path) -> Path:
    write(repository(folder / "clone"), island=44)
    return folder / "clone"


def test_the_action_uploads_before_it_fails_and_pins_what_it_uses() -> None:
    names = list(STEPS)
    assert names.index("Upload to code scanning") < names.index("Result") == len(names) - 1
    for step in ACTION["runs"]["steps"]:
        assert "uses" not in step or re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", step["uses"])
        assert "${{" not in step.get("run", ""), "an input in the text of a script is run"
    assert set(re.findall(r"steps\.(\w+)\.", (ROOT / "action.yml").read_text())) == {"compare"}


def offline(output: str) -> bool:
    return any(each in output for each in NO_INDEX)


@INSTALLS
def test_the_actions_install_step_gives_a_program_that_runs(tmp_path: Path) -> None:
    runner = Runner(tmp_path, tmp_path / "temp", paths=".")
    done = runner.run("Install claimcheck")
    if done.returncode and offline(done.stderr):
        pytest.skip("no package index to install from")
    assert done.returncode == 0, done.stderr
    call = [tmp_path / "temp/claimcheck/bin/claimcheck", "config", "--schema"]
    told = json.loads(subprocess.run(call, capture_output=True, check=True).stdout)
    assert told["$id"] == "claimcheck/config/1", "what is not Python is installed too"


@INSTALLS
@pytest.mark.skipif(not (BIN / "pre-commit").exists(), reason="pre-commit is not installed")
def test_the_hook_runs_from_a_clone(tmp_path: Path) -> None:
    source = tmp_path / "claimcheck"
    source.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, source / name)
    shutil.copytree(ROOT / "claimcheck", source / "claimcheck", ignore=shutil.ignore_patterns("__pycache__"))
    git(source, "init", "-q", "-b", "main")
    commit(source, "The hook")
    folder = repository(tmp_path / "clone")
    hook = {"id": "claimcheck", "args": ["news"]}
    told = {"repos": [{"repo": str(source), "rev": git(source, "rev-parse", "HEAD").strip(), "hooks": [hook]}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(told))
    git(folder, "add", "-A")

    settings = {**CLEAN, "PRE_COMMIT_HOME": str(tmp_path / "cache")}
    call = [str(BIN / "pre-commit"), "run", "--all-files"]
    first = subprocess.run(call, cwd=folder, env=settings, capture_output=True, text=True, timeout=300)
    if first.returncode and offline(first.stdout):
        pytest.skip("no package index to install from")
    assert first.returncode == 0, first.stdout + first.stderr
    write(folder, harbour=60)
    git(folder, "add", "-A")
    second = subprocess.run(call, cwd=folder, env=settings, capture_output=True, text=True, timeout=300)
    assert second.returncode == 1
    assert "exit code: 1" in second.stdout
    assert len(re.findall(r"^conflict figure-(?:differs|sources)", second.stdout, re.MULTILINE)) == 1, (
        "the hook ran more than once"
    )


def in_docs(folder: Path, script: str) -> subprocess.CompletedProcess[str]:
    settings = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    call = ["sh", "-euc", script]
    return subprocess.run(call, cwd=folder, env=settings, capture_output=True, text=True, timeout=120)


def test_the_recipes_for_a_shell(tmp_path: Path) -> None:
    plain, accepting = re.findall(r"<!-- run -->\n```sh\n(.*?)```", DOCS, re.DOTALL)
    write(tmp_path)
    assert in_docs(tmp_path, plain).stdout.endswith("nothing conflicts\n")
    write(tmp_path, island=44)
    done = in_docs(tmp_path, plain)
    assert done.stdout.endswith("something conflicts\n") and json.loads((tmp_path / "report.json").read_text("utf-8"))
    done = in_docs(tmp_path, accepting)
    assert done.returncode == 0 and "all fit" in done.stdout, done.stderr
    shutil.rmtree(tmp_path / "news")
    assert in_docs(tmp_path, plain).returncode == 2


def test_the_recipe_for_gitlab(tmp_path: Path) -> None:
    (job,) = [yaml.safe_load(b)["claimcheck"] for b in re.findall(r"```yaml\n(claimcheck:.*?)```", DOCS, re.DOTALL)]
    write(tmp_path, island=44)
    _, compare = job["script"]
    done = in_docs(tmp_path, compare.replace(".venv/bin/", ""))
    assert done.returncode == 1, done.stderr
    reports = job["artifacts"]["reports"]
    issues = json.loads((tmp_path / reports["codequality"]).read_text("utf-8"))
    assert {"description", "check_name", "fingerprint", "severity", "location"} <= set(issues[0])
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert issues[0]["location"]["path"] == "news/island-post_2024-03-05.txt"
    assert "<failure" in (tmp_path / reports["junit"]).read_text("utf-8")


def test_the_workflow_shown_gives_the_action_what_it_takes() -> None:
    (workflow,) = [yaml.safe_load(b) for b in re.findall(r"```yaml\n(name:.*?)```", DOCS, re.DOTALL)]
    checkout, claimcheck = workflow["jobs"]["claimcheck"]["steps"]
    assert checkout["with"]["fetch-depth"] == 0
    assert set(claimcheck["with"]) <= set(ACTION["inputs"])
    (shown,) = [yaml.safe_load(b) for b in re.findall(r"```yaml\n(repos:.*?)```", DOCS, re.DOTALL)]
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert shown["repos"][0]["hooks"][0]["id"] == hook["id"]
    assert (hook["pass_filenames"], hook["require_serial"]) == (False, True)
