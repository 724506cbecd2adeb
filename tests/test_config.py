"""Configuration: where it is read from, what it takes, what it refuses."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from conftest import Run

from claimcheck.config import Config, ConfigError, Ignore, config, parse
from claimcheck.model import Limits, Report


def test_configuration_is_read_from_the_working_directory(
    run: Run, made: Callable[[Report], None], tmp_path: Path
) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.claimcheck]\nfail-on = "never"\n')
    assert run("compare", ".")[0] == 0
    assert run("compare", ".", "--fail-on", "conflict")[0] == 1
    (tmp_path / "claimcheck.toml").write_text('fail-on = "conflict"\n')
    assert run("compare", ".")[0] == 1


def test_configuration_is_never_read_from_the_articles(
    run: Run, made: Callable[[Report], None], tmp_path: Path
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "claimcheck.toml").write_text('fail-on = "never"\n')
    (corpus / "pyproject.toml").write_text('[tool.claimcheck]\nfail-on = "never"\n')

    assert run("compare", "corpus")[0] == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('fail_on = "never"', "unknown key fail_on. Did you mean fail-on?"),
        ('fail-on = "agree"', "'agree' is not one of conflict, check, updated, never"),
        ("only = ['figures']", "Did you mean figure?"),
        ("about = 5", "not a share between 0 and 1"),
        ("about = true", "not a share"),
        ("sources = 3", "not a list of strings"),
        ("limits = 3", "limits is not a table"),
        ("[limits]\nfile = 3", "unknown key limits.file. Did you mean files?"),
        ("[limits]\nfiles = 0", "not a whole number above 0"),
        ("fail-on = ", "claimcheck.toml: "),
        ("inline-ignores = 1", "not true or false"),
        ("[tolerances]\ninjurd = 0.1", "Did you mean injured?"),
        ("[tolerances]\ninjured = 3", "tolerances.injured: 3 is not a share"),
        ("ignore = 3", "write [[ignore]]"),
        ('[[ignore]]\ncode = "figure-differs"', "no reason; every ignore says why"),
        ('[[ignore]]\nreason = "x"', "names no code, topic or outlet"),
        ('[[ignore]]\nreason = "x"\ncode = "figure-difers"', "Did you mean figure-differs?"),
        ('[[ignore]]\nreason = "x"\ntopics = "y"', "unknown key ignore[0].topics. Did you mean topic?"),
        ('[[ignore]]\nreason = "x"\ntopic = "y"\nuntil = "May"', "ignore[0].until: 'May' is not a day"),
        ("[outlets.BBC]\norigins = 'x'", "unknown key outlets.BBC.origins. Did you mean origin?"),
        ("outlets = 3", "outlets is not a table"),
        ("[frames.crossing]\nasks = 'x'", "frames.crossing: no subject; a new frame needs asks, subject and states"),
        ("[frames.border]\nholder = ['x']", "Did you mean holders?"),
        ("[frames.border.states]\nclosed = 'x'", "'x' is no list"),
        ("[frames.crossing]\nasks = 'x'\nsubject = 'places'\nstates = {}", "Did you mean place?"),
        ("[frames.crossing]\nasks = 'x'\nsubject = 'place'\nstates = { a = [] }", "states.a: no words"),
        ("[words.agency]\nx = ['y']", "Did you mean agencies?"),
        ("[words.attributes.barricaded]\nafter = ['saved']", "a new attribute needs family and asks"),
        ("[words.events.classes]\ncoup = 3", "words.events.classes.coup: 3 is no list"),
        ("a\x1b[2J = 1", "claimcheck.toml: "),
    ],
)
def test_a_wrong_configuration_is_2(run: Run, tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "claimcheck.toml").write_text(text)
    code, out, err = run("compare", ".")

    assert (code, out) == (2, "")
    assert said in err and "\x1b" not in err


def test_limits_and_tolerance_are_taken_over(tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").write_text('about = 0.2\nonly = "figure"\n[limits]\nfile-bytes = 1000\n')
    held = config(tmp_path)

    assert (held.about, held.only, held.limits.file_bytes, held.origin) == (0.2, ("figure",), 1000, "claimcheck.toml")
    assert config(tmp_path / "elsewhere") == Config()
    with pytest.raises(ConfigError):
        parse(3, "x")


FULL = """
fail-on = "check"
show = "all"
only = ["figure"]
sources = ["outlets.csv"]
encoding = "cp1252"
about = 0.2
baseline = ".claimcheck-baseline.jsonl"
inline-ignores = true
tolerances = { injured = 0.1 }
words = { agencies = { agencies = ["Coastpress"] } }
[[ignore]]
code = "figure-differs"
topic = "*bridge*"
reason = "two bridges"
until = 2030-01-31
[outlets."Harbour *"]
origin = "Harbour Group"
trust = "B"
[frames.crossing]
asks = "Is the crossing of {place} free"
subject = "place"
states = { free = ["unblocked"], shut = ["barricaded"] }
[limits]
files = 50
"""


def test_config_says_what_holds_and_from_where(run: Run, tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").write_text(FULL)
    code, out, _ = run("config")
    told = dict(line.rsplit("#", 1) for line in out.splitlines())
    rows = {key.strip(): where.strip() for key, where in told.items()}

    assert code == 0
    assert rows["limits.files = 50"] == rows['tolerances = { "injured" = 0.1 }'] == "claimcheck.toml"
    assert rows["limits.block = 500"] == "default"
    assert 'code = "figure-differs", topic = "*bridge*", until = 2030-01-31' in out
    assert {key.partition(" =")[0].partition(".")[0] for key in rows} == {
        f.name.replace("_", "-") for f in fields(Config) if f.name != "origin"
    }


def test_the_schema_knows_every_key_and_takes_what_the_program_takes(run: Run) -> None:
    schema = json.loads(run("config", "--schema")[1])
    jsonschema.Draft202012Validator.check_schema(schema)
    check = jsonschema.Draft202012Validator(schema)
    known = schema["properties"]

    assert set(known) == {f.name.replace("_", "-") for f in fields(Config)} - {"origin"}
    assert set(known["limits"]["properties"]) == {f.name.replace("_", "-") for f in fields(Limits)}
    assert set(known["ignore"]["items"]["properties"]) == {f.name for f in fields(Ignore)}
    table = json.loads(json.dumps(tomllib.loads(FULL), default=str))
    assert parse(table, "x") == parse(tomllib.loads(FULL), "x")
    check.validate(table)
    for wrong in ({"fail_on": "never"}, {"about": 5}, {"ignore": [{"reason": "x"}]}, {"limits": {"files": 0}}):
        assert not check.is_valid(wrong)
        with pytest.raises(ConfigError):
            parse(wrong, "x")


def test_a_tolerance_makes_near_numbers_one_position(run: Run, tmp_path: Path) -> None:
    from repository import write

    write(tmp_path, island=33)
    assert run("compare", "news")[0] == 1
    (tmp_path / "claimcheck.toml").write_text("tolerances = { killed = 0.05 }\n")
    assert run("compare", "news")[0] == 1
    (tmp_path / "claimcheck.toml").write_text("tolerances = { killed = 0.07 }\n")
    assert run("compare", "news")[0] == 0


def test_outlets_have_the_origin_and_trust_that_the_configuration_gives(run: Run, tmp_path: Path) -> None:
    from repository import write

    write(tmp_path)
    (tmp_path / "outlets.csv").write_text("path,outlet\nharbour*,Harbour News\nisland*,Harbour Post\n")
    call = ("compare", "news", "--sources", "outlets.csv", "-f", "json")
    told = json.loads(run(*call)[1])
    before = {a["outlet"]: (a["origin"], a["trust"]) for a in told["articles"]}
    (tmp_path / "claimcheck.toml").write_text('[outlets."harbour *"]\norigin = "Harbour Group"\ntrust = "B2"\n')
    after = json.loads(run(*call)[1])

    assert before["Harbour News"] == ("", "")
    assert [(a["origin"], a["trust"]) for a in after["articles"]] == [("", ""), *[("Harbour Group", "B2")] * 2]
    counts = [next(f for f in r["findings"] if f["kind"] == "figure")["positions"][0]["origins"] for r in (told, after)]
    assert counts == [2, 1]  # two are near copies of each other


CROSSING = """
[frames.crossing]
alarm = true
asks = "Is the crossing free"
subject = "thing"
holders = ["crossing"]
states = { free = ["unblocked"], shut = ["barricaded"] }
[words.attributes.barricades]
family = "stock"
asks = "How many {head} stood"
after = ["barricading"]
"""


def outcome(folder: Path, *arguments: str) -> dict[str, Any]:
    """In a process of its own: a process reads its words once."""
    call = [sys.executable, "-m", "claimcheck", "compare", "news", "-f", "json", *arguments]
    done = subprocess.run(call, cwd=folder, capture_output=True, timeout=120)
    assert done.returncode in (0, 1), done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_own_frames_and_words_are_read_like_the_shipped_ones(tmp_path: Path, jobs: str) -> None:
    (tmp_path / "news").mkdir()
    for name, told in (("a", "unblocked"), ("b", "barricaded")):
        text = f"Orsa\n\nOn Monday the Orsa crossing was {told}. Police counted 20 lorries barricading the road.\n"
        (tmp_path / f"news/{name}_2024-03-05.txt").write_text(text, encoding="utf-8")
    before = outcome(tmp_path)
    (tmp_path / "claimcheck.toml").write_text(CROSSING)
    after = outcome(tmp_path, "--jobs", jobs)

    assert "crossing" not in {claim["topic"]["attribute"] for claim in before["claims"]}
    states = {c["value"]["state"] for c in after["claims"] if c["topic"]["attribute"] == "crossing"}
    assert states == {"free", "shut"}
    assert "barricades" in {claim["topic"]["attribute"] for claim in after["claims"]}


def test_more_words_for_a_shipped_frame_come_and_go(run: Run, tmp_path: Path) -> None:
    """In one process: a second configuration is not what the first one was."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news/a.txt").write_text("The port of Orsa was padlocked on Monday.\n")

    def states() -> list[str]:
        told = json.loads(run("claims", "news", "-f", "json")[1])["claims"]
        return [claim["value"]["state"] for claim in told if claim["kind"] == "status"]

    assert states() == []
    (tmp_path / "claimcheck.toml").write_text('[frames.border.states]\nclosed = ["padlocked"]\n')
    assert states() == ["closed"]
    (tmp_path / "claimcheck.toml").unlink()
    assert states() == []


def test_words_that_come_after_the_list_was_read_are_refused(run: Run, tmp_path: Path) -> None:
    import claimcheck

    claimcheck.claims("A blast killed 22 people.")
    (tmp_path / "claimcheck.toml").write_text(CROSSING)
    code, _, err = run("compare", ".")
    assert code == 2 and "the list attributes has been read already" in err
