"""The baseline and the ignores: what they take, what they let return, what they say when they take nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import sample
from conftest import Run

from claimcheck.config import Ignore
from claimcheck.judge.fingerprint import fingerprint, value
from claimcheck.model import Claim, Figure, Position, Report
from claimcheck.sift.baseline import FILE, Entry, read, text
from claimcheck.sift.sift import Wanted, sift


def ids(report: Report) -> list[str]:
    return [finding.id for finding in report.findings]


def test_write_adds_and_what_is_added_no_longer_fails(run: Run, made: Callable[[Report], None], tmp_path: Path) -> None:
    assert run("baseline", "write", ".", "--reason", "known")[1] == f"{FILE}: 3 entries, 3 added, 0 pruned\n"
    lines = (tmp_path / FILE).read_text().splitlines()
    assert lines == sorted(lines) and len(lines) == 3
    assert {tuple(json.loads(line)) for line in lines} == {("fingerprint", "rule", "message", "reason")}
    code, out, _ = run("compare", ".", "--baseline", FILE)
    assert code == 0
    assert "3 in the baseline" in out and "conflict figure-differs" not in out
    assert run("baseline", "check", ".") == (0, f"{FILE}: 3 entries, all fit\n", "")


def test_the_json_names_what_was_left_out(run: Run, made: Callable[[Report], None]) -> None:
    run("baseline", "write", ".", "--reason", "known")
    told = json.loads(run("compare", ".", "--baseline", FILE, "-f", "json")[1])

    assert [each["by"] for each in told["suppressed"]] == ["baseline"] * 3
    assert {finding["verdict"] for finding in told["findings"]} == {"agree", "single"}


def test_update_only_prunes(run: Run, made: Callable[[Report], None], tmp_path: Path) -> None:
    run("baseline", "write", ".", "--reason", "known")
    full = sample.report()
    made(replace(full, findings=full.findings[1:], problems=()))
    stale = run("compare", ".", "--baseline", FILE)
    assert stale[0] == 0 and "problem baseline-stale" in stale[1]
    code, out, _ = run("baseline", "check", ".")
    assert code == 1 and out.startswith("stale: ") and "1 do not fit" in out
    assert run("baseline", "update", ".")[1] == f"{FILE}: 2 entries, 0 added, 1 pruned\n"

    made(replace(full, problems=()))
    code, out, err = run("baseline", "update", ".")
    assert out == f"{FILE}: 2 entries, 0 added, 0 pruned\n"
    assert "1 further finding not in it" in err
    assert run("compare", ".", "--baseline", FILE)[0] == 1


def test_write_keeps_reasons_and_renews_what_has_expired(
    run: Run, made: Callable[[Report], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("baseline", "write", ".", "--reason", "asked", "--until", "2030-06-30")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1909008000")  # 2030-06-30
    assert run("compare", ".", "--baseline", FILE)[0] == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1909094400")  # 2030-07-01
    code, out, _ = run("compare", ".", "--baseline", FILE)
    assert code == 1 and "baseline-expired" in out and "accepted until 2030-06-30" in out
    run("baseline", "write", ".", "--reason", "asked again")
    assert {entry.reason for entry in read(tmp_path / FILE)} == {"asked again"}
    run("baseline", "write", ".", "--reason", "not this")
    assert {entry.reason for entry in read(tmp_path / FILE)} == {"asked again"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "no JSON"),
        ("[]", "no object of strings"),
        ("[" * 5000, "no JSON"),
        ('{"fingerprint": 3}', "no object of strings"),
        ('{"fingerprint": "0123456789abcdef"}', "no rule"),
        ('{"fingerprint": "0123456789abcdef", "rule": "x", "message": "m", "reason": ""}', "no reason"),
        ('{"fingerprint": "x", "rule": "x", "message": "m", "reason": "r"}', "is no fingerprint"),
        ('{"fingerprint": "0123456789abcdef", "rule": "x", "message": "m", "reason": "r", "line": "3"}', "unknown key"),
        ('{"fingerprint": "0123456789abcdef", "rule": "x", "message": "m", "reason": "r", "until": "May"}', "no day"),
    ],
)
def test_a_bad_baseline_is_2_and_names_the_line(
    run: Run, made: Callable[[Report], None], tmp_path: Path, line: str, said: str
) -> None:
    (tmp_path / FILE).write_text("\n" + line + "\n")
    for call in (("compare", ".", "--baseline", FILE), ("baseline", "check", "."), ("baseline", "write", ".")):
        code, out, err = run(*call)
        assert (code, out) == (2, "")
        assert said in err and f"{FILE}:2" in err and err.count("\n") == 1
    assert (tmp_path / FILE).read_text() == "\n" + line + "\n"


def test_a_missing_baseline_is_2_and_says_how_to_make_one(run: Run, made: Callable[[Report], None]) -> None:
    for call in (("compare", ".", "--baseline", "x.jsonl"), ("baseline", "update", ".", "--baseline", "x.jsonl")):
        code, _, err = run(*call)
        assert code == 2 and "claimcheck baseline write PATH" in err
    assert "Did you mean update" in run("baseline", "updat", ".")[2]
    assert "is not a day" in run("baseline", "write", ".", "--until", "soon")[2]


def test_two_branches_that_add_entries_merge_and_twice_the_same_is_told(tmp_path: Path) -> None:
    one, two = Entry("0" * 16, "a", "m"), Entry("f" * 16, "b", "m")
    assert text([two, one]) == text([one]) + text([two])
    (tmp_path / FILE).write_text(text([one]) * 2)
    with pytest.raises(Exception, match="a second entry"):
        read(tmp_path / FILE)


# ---------------------------------------------------------------------------------------------------- ignores


@pytest.mark.parametrize(
    ("ignore", "left"),
    [
        (Ignore("r", code="figure-differs"), ["f2", "f3", "f4", "f5"]),
        (Ignore("r", topic="*drowned*"), ["f2", "f3", "f4", "f5"]),
        (Ignore("r", topic="KILLED"), ["f2", "f3", "f4", "f5"]),
        (Ignore("r", code="quote-wording", topic="*drowned*"), ["f1", "f2", "f3", "f4", "f5"]),
        (Ignore("r", topic="port"), ["f1", "f2", "f4", "f5"]),
        (Ignore("r", outlet="Coast Daily"), ["f1", "f3", "f4", "f5"]),
        (Ignore("r", outlet="ferry/004*"), ["f3", "f4", "f5"]),
        (Ignore("r", outlet="Nobody"), ["f1", "f2", "f3", "f4", "f5"]),
    ],
)
def test_an_ignore_takes_what_it_names(ignore: Ignore, left: list[str]) -> None:
    """The conflict is between 004, which says 24, and two that say 31; without 004 there is none."""
    found = sift(replace(sample.report(), problems=()), Wanted(ignores=(ignore,), ignores_file="claimcheck.toml"))

    assert ids(found) == left
    assert len(found.suppressed) == 5 - len(left)
    assert [p.code for p in found.problems] == ([] if len(left) < 5 else ["ignore-unused"])


def test_ignores_come_from_the_configuration(run: Run, made: Callable[[Report], None], tmp_path: Path) -> None:
    table = '[[ignore]]\ncode = "figure-differs"\nreason = "settled"\n'
    (tmp_path / "claimcheck.toml").write_text(table + '[[ignore]]\ntopic = "bread"\nreason = "never met"\n')
    code, out, _ = run("compare", ".")
    assert code == 0 and "1 ignored" in out
    assert "problem ignore-unused: claimcheck.toml: an ignore that nothing meets: topic bread" in out
    (tmp_path / "claimcheck.toml").write_text(table + "until = 2020-01-31\n")
    code, out, _ = run("compare", ".")
    assert code == 1 and "ignored until 2020-01-31: code figure-differs" in out


def marked() -> Report:
    """The sample, where the author of 004 has marked the line of the 24."""
    report = sample.report()
    note = " <!-- claimcheck: ignore[figure-differs] as the police had it -->"
    articles = tuple(replace(a, text=a.text + note) if a.id == "a4" else a for a in report.articles)
    return replace(report, articles=articles, problems=())


def test_an_article_cannot_hide_its_own_conflict(run: Run, made: Callable[[Report], None], tmp_path: Path) -> None:
    made(marked())
    assert run("compare", ".")[0] == 1
    (tmp_path / "claimcheck.toml").write_text("inline-ignores = true\n")
    code, out, _ = run("compare", ".", "-f", "json")
    assert code == 0
    (taken,) = json.loads(out)["suppressed"]
    assert (taken["by"], taken["code"], taken["reason"]) == ("inline", "figure-differs", "as the police had it")


def test_an_inline_ignore_for_nothing_is_told() -> None:
    report = sample.report()
    articles = tuple(
        replace(a, text=a.text + "\n\n\nclaimcheck: ignore x") if a.id == "a5" else a for a in report.articles
    )
    found = sift(replace(report, articles=articles, problems=()), Wanted(inline=True))

    assert [(p.code, p.path, p.message) for p in found.problems] == [
        ("ignore-unused", "ferry/005_undated.txt", "line 4: an ignore for nothing")
    ]
    assert len(found.findings) == 5


# ---------------------------------------------------------------------------------------------------- fingerprints


def claimed(number: float, modifier: str = "", article: str = "a1", **topic: str) -> Claim:
    claim = replace(sample.report().claims[0], article=article, value=Figure(number, number, number, modifier, ""))
    return replace(claim, topic=replace(claim.topic, **topic))


def test_a_fingerprint_is_made_of_values_and_of_nothing_else() -> None:
    mark = fingerprint("figure-differs", [[claimed(22)], [claimed(31)]])

    assert mark == fingerprint("figure-differs", [[claimed(31, article="a9")], [claimed(22), claimed(22)]])
    assert mark == fingerprint("figure-differs", [[claimed(22), claimed(20, "more_than")], [claimed(31)]])
    assert mark != fingerprint("figure-differs", [[claimed(22)], [claimed(32)]])
    assert mark != fingerprint("figure-differs", [[claimed(22)], [claimed(31)], [claimed(40)]])
    assert mark != fingerprint("figure-scope", [[claimed(22)], [claimed(31)]])
    assert mark != fingerprint(
        "figure-differs", [[claimed(22, attribute="injured")], [claimed(31, attribute="injured")]]
    )
    assert value([claimed(1500, "about"), claimed(1500)]) == value([claimed(1500)])


def test_moved_lines_and_renamed_files_keep_a_fingerprint(run: Run, tmp_path: Path) -> None:
    from repository import write

    def marks() -> list[str]:
        findings = json.loads(run("compare", "news", "-f", "json")[1])["findings"]
        return [f["fingerprint"] for f in findings if f["verdict"] == "conflict"]

    write(tmp_path, island=44)
    before = marks()
    path = tmp_path / "news/island-post_2024-03-05.txt"
    (tmp_path / "news/a-post_2024-03-05.txt").write_text("Orsa\n\nThe island mourns.\n\n" + path.read_text())
    path.unlink()
    assert len(before) == 1 and marks() == before
    write(tmp_path, island=44, coast=32)
    path.unlink()
    assert marks() != before


def test_positions_that_share_nothing_but_an_outlet_between(run: Run, made: Callable[[Report], None]) -> None:
    _, out, _ = run("compare", ".", "--between", "Coast Daily", "004_agency", "-f", "json")
    assert [f["id"] for f in json.loads(out)["findings"]] == ["f1", "f2"]
    _, out, _ = run("compare", ".", "--between", "Harbour News", "001_monday.txt", "-f", "json")
    assert [f["id"] for f in json.loads(out)["findings"]] == ["f3", "f4"]
    code, _, err = run("compare", ".", "--between", "Coast Dayly", "004_agency")
    assert code == 2 and "Did you mean Coast Daily?" in err


def test_one_story(run: Run, made: Callable[[Report], None]) -> None:
    assert run("compare", ".", "--story", "s1")[0] == run("compare", ".", "--story", "001_monday")[0] == 1
    code, _, err = run("compare", ".", "--story", "s2")
    assert code == 2 and "there are s1, or name" in err


def test_a_position_without_claims_is_nobody(run: Run) -> None:
    """An ignore by outlet does not take a finding whose claims are not in the report."""
    report = sample.report()
    lone = replace(
        report.findings[0], positions=(Position("1", ("none",), 0), Position("2", ("none",), 0)), relations=()
    )

    assert ids(sift(replace(report, findings=(lone,), problems=()), Wanted(ignores=(Ignore("r", outlet="x"),)))) == []


def test_what_was_skipped_is_told_and_nothing_is_pruned_for_it(
    run: Run, made: Callable[[Report], None], tmp_path: Path
) -> None:
    run("baseline", "write", ".")
    before = (tmp_path / FILE).read_text()
    made(replace(sample.report(), findings=()))
    code, _, err = run("baseline", "update", ".")
    assert code == 3 and "ferry/006.txt: not UTF-8" in err and "left as it is" in err
    assert (tmp_path / FILE).read_text() == before
    assert run("baseline", "write", ".")[0] == 3
    assert run("baseline", "check", ".")[0] == 1
    assert run("baseline", "update", ".", "--allow-incomplete")[0] == 0
    assert (tmp_path / FILE).read_text() == ""


def test_an_entry_for_what_is_ignored_too_is_not_stale(
    run: Run, made: Callable[[Report], None], tmp_path: Path
) -> None:
    run("baseline", "write", ".")
    (tmp_path / "claimcheck.toml").write_text('[[ignore]]\ncode = "figure-differs"\nreason = "settled"\n')
    assert run("baseline", "check", ".")[0] == 0
    assert "0 pruned" in run("baseline", "update", ".")[1]


def test_what_is_accepted_is_counted_and_named_where_all_is_asked_for(run: Run, made: Callable[[Report], None]) -> None:
    run("baseline", "write", ".", "--reason", "the desk \x1b[2J asked")
    for form in ("text", "plain"):
        told = run("compare", ".", "--baseline", FILE, "-f", form, "-v", "--width", "150")[1]
        assert told.count("(baseline: the desk <U+001B>[2J asked)") == 3
        assert "accepted figure-differs 1111111111111111 (" in told
    assert "3 in the baseline" in run("compare", ".", "--baseline", FILE, "-f", "markdown")[1]
