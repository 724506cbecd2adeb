"""What loading says of an article: its text, its body, its outlet, its day and where each comes from."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

from claimcheck.load import LoadError, load
from claimcheck.model import Article, Limits

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def one(path: Path, words: str, manifests: tuple[str, ...] = ()) -> Article:
    """Load a file of these words."""
    path.write_text(words, encoding="utf-8")
    (article,), _ = load([str(path)], manifests=manifests)
    return article


def test_a_header_line_is_metadata_and_offsets_are_the_file_s(tmp_path: Path) -> None:
    words = " date 2021-04-05 source harbour Two ferries met in fog."
    article = one(tmp_path / "a.txt", words)
    assert article.text == words
    assert article.body.of(words) == "Two ferries met in fog."
    assert (article.published, article.published_from, article.outlet) == (date(2021, 4, 5), "header", "harbour")


def test_front_matter_is_metadata(tmp_path: Path) -> None:
    article = one(tmp_path / "a.md", '---\ntitle: "Fog"\ndate: 2021-04-05\nsource: Harbour\n---\nTwo ferries met.\n')
    assert (article.title, article.outlet, article.published) == ("Fog", "Harbour", date(2021, 4, 5))
    assert article.body.of(article.text).strip() == "Two ferries met."


def test_json_lines_give_an_article_each(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [{"id": n, "content": f"Ferry {n} sank.", "published": "2021-04-05", "source": "Harbour"} for n in (1, 2)]
    path.write_text("\n".join(map(json.dumps, rows)) + "\nno json\n")
    articles, problems = load([str(path)])
    assert [(a.id, a.text, a.published_from) for a in articles] == [
        ("a1", "Ferry 1 sank.", "metadata"),
        ("a2", "Ferry 2 sank.", "metadata"),
    ]
    assert [p.code for p in problems] == ["bad-json"]


def test_the_manifest_wins_over_the_file(tmp_path: Path) -> None:
    sheet = tmp_path / "s.csv"
    sheet.write_text("path,outlet,published,origin\n*.txt,Gazette,2022-01-02,AFP\n")
    article = one(tmp_path / "a.txt", " date 2021-04-05 source harbour Two ferries met.", (str(sheet),))
    assert (article.outlet, article.published, article.published_from) == ("Gazette", date(2022, 1, 2), "manifest")
    assert article.origin == "AFP"


@pytest.mark.parametrize(
    ("name", "words", "published", "where"),
    [
        ("a.txt", "Published April 5 2021\nTwo ferries met.", date(2021, 4, 5), "text"),
        ("a.txt", "Date of publication 5 April 2021. Two ferries met.", date(2021, 4, 5), "text"),
        ("2021-04-05_a.txt", "Two ferries met.", date(2021, 4, 5), "file name"),
        ("2021-02-31_a.txt", "Two ferries met.", None, ""),
        ("a.txt", "Two ferries met on Sunday.", None, ""),
    ],
)
def test_where_the_day_comes_from(tmp_path: Path, name: str, words: str, published: date | None, where: str) -> None:
    article = one(tmp_path / name, words)
    assert (article.published, article.published_from) == (published, where)


def test_a_header_and_a_text_that_differ_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(" date 2021-04-09 Published April 5 2021. Two ferries met.")
    (article,), problems = load([str(path)])
    assert article.published == date(2021, 4, 9)
    assert [(p.code, p.severe) for p in problems] == [("two-dates", False)]


@pytest.mark.parametrize("words", ["OSLO (Reuters) - Two ferries met.", "Two ferries met.\n\n© Reuters"])
def test_the_agency_credited_is_the_origin(tmp_path: Path, words: str) -> None:
    assert one(tmp_path / "a.txt", words).origin == "Reuters"


def test_ids_do_not_depend_on_the_order_of_paths(tmp_path: Path) -> None:
    paths = [str(tmp_path / n) for n in ("b.txt", "a.txt")]
    for path in paths:
        Path(path).write_text("Two ferries met.")
    assert load(paths) == load(paths[::-1])
    assert [(a.id, Path(a.path).name) for a in load(paths)[0]] == [("a1", "a.txt"), ("a2", "b.txt")]


def test_standard_input_is_read_to_the_limit_of_a_file() -> None:
    (article,), _ = load(["-"], stdin=io.BytesIO(b"Two ferries met."))
    assert article.text == "Two ferries met."
    articles, problems = load(["-"], stdin=io.BytesIO(b"x" * 11), limits=Limits(file_bytes=10))
    assert (articles, [p.code for p in problems]) == ((), ["too-large"])


@pytest.mark.parametrize("encoding", ["utf-9", "base64"])
def test_an_encoding_that_is_none_is_refused(encoding: str) -> None:
    with pytest.raises(LoadError, match=encoding):
        load(["-"], encoding=encoding, stdin=io.BytesIO(b"x"))


def word(path: Path, xml: str) -> Path:
    """Write a Word document with this body."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("word/document.xml", xml)
    return path


def test_a_word_document_is_its_paragraphs(tmp_path: Path) -> None:
    runs = (
        "<w:p><w:r><w:t>Two fer</w:t></w:r><w:r><w:t>ries met.</w:t></w:r></w:p><w:p><w:r><w:t>Fog.</w:t></w:r></w:p>"
    )
    path = word(tmp_path / "a.docx", f'<w:document xmlns:w="{W}"><w:body>{runs}</w:body></w:document>')
    assert load([str(tmp_path)])[0] == load([str(path)])[0]
    assert load([str(path)])[0][0].text == "Two ferries met.\nFog."


@pytest.mark.parametrize(
    ("xml", "code"),
    [(" " * 200_000, "too-large"), ("<!DOCTYPE x><x/>", "binary"), ("<x>", "binary"), ("<x/>", "empty")],
)
def test_a_hostile_word_document_is_named(tmp_path: Path, xml: str, code: str) -> None:
    path = word(tmp_path / "a.docx", xml)
    articles, problems = load([str(path)], limits=Limits(file_bytes=5_000))
    assert (articles, [p.code for p in problems]) == ((), [code])


def test_a_header_and_nothing_else_is_an_empty_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\x0c\rdate 2024-05-08\x0c", "utf-8")
    articles, _ = load([str(tmp_path)])
    assert all(a.body.start <= a.body.end for a in articles)
