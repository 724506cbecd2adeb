"""Web pages, feeds, PDF and web archives: their text, their day and where it comes from, and what is refused."""

from __future__ import annotations

import gzip
import io
import json
from datetime import date
from pathlib import Path

import pytest
from test_load import load

from claimcheck.load import extras
from claimcheck.model import Article, Limits

pytest.importorskip("trafilatura", reason="the extra html is not installed")
pytest.importorskip("feedparser", reason="the extra feeds is not installed")
pytest.importorskip("pypdf", reason="the extra pdf is not installed")
warcio = pytest.importorskip("warcio", reason="the extra warc is not installed")

BODY = """<article><h1>Ferry sinks off Orsa</h1>
<p>At least 22 people drowned when a ferry sank off Orsa on Monday, the police of the island said.</p>
<p>The port stays open for everybody who wants to leave the island by sea this week.</p></article>"""


def web(head: str = "", body: str = BODY, foot: str = "© 2026 Harbour News") -> str:
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><title>Ferry | Harbour</title>{head}</head>'
        f"<body><nav>Left Menu</nav>{body}<footer>{foot}</footer></body></html>"
    )


def linked(**said: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **said})}</script>'


def page(path: Path, words: str) -> Article:
    path.write_text(words, encoding="utf-8")
    (article,), problems = load([str(path)])
    assert problems == ()
    return article


META = '<meta property="article:published_time" content="2024-05-06T08:00:00+02:00">'


@pytest.mark.parametrize(
    ("head", "body", "published", "where"),
    [
        (linked(datePublished="2024-05-05T23:00:00Z") + META, BODY, date(2024, 5, 5), "json-ld"),
        (META, BODY, date(2024, 5, 6), "meta"),
        ("", BODY.replace("<p>", '<time datetime="2024-05-07">Tuesday</time><p>', 1), date(2024, 5, 7), "time"),
        ("", BODY.replace("</h1>", "</h1><p>Published 8 May 2024</p>"), date(2024, 5, 8), "text"),
        ("", BODY, None, ""),
        ('<meta name="date" content="soon">', BODY, None, ""),
    ],
)
def test_a_page_s_day_comes_from_the_best_that_says_it(
    tmp_path: Path, head: str, body: str, published: date | None, where: str
) -> None:
    article = page(tmp_path / "a.html", web(head, body))

    assert (article.published, article.published_from) == (published, where)
    assert "22 people drowned" in article.text
    assert "Left Menu" not in article.text


def test_a_footer_s_year_and_time_are_no_date(tmp_path: Path) -> None:
    article = page(tmp_path / "a.html", web(foot='© 2026 <time datetime="2026-01-01">2026</time>'))

    assert article.published is None


def test_a_page_names_its_outlet_origin_title_address_and_language(tmp_path: Path) -> None:
    said = linked(headline="Ferry sinks", publisher={"name": "Harbour News"}, sourceOrganization={"name": "AFP"})
    article = page(tmp_path / "a.html", web(said + '<link rel="canonical" href="https://harbour.example/1">'))

    assert (article.outlet, article.title, article.origin) == ("Harbour News", "Ferry sinks", "AFP")
    assert (article.url, article.language) == ("https://harbour.example/1", "en")


def test_a_manifest_names_articles_by_address(tmp_path: Path) -> None:
    sheet = tmp_path / "s.csv"
    sheet.write_text("path,outlet,origin\nhttps://harbour.example/*,Gazette,dpa\n")
    (tmp_path / "a.html").write_text(web('<link rel="canonical" href="https://harbour.example/1">'))
    (article,), _ = load([str(tmp_path / "a.html")], manifests=[str(sheet)])

    assert (article.outlet, article.origin) == ("Gazette", "dpa")


def test_our_own_report_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text(web('<meta name="generator" content="claimcheck">'))
    articles, problems = load([str(tmp_path)])

    assert articles == ()
    assert [(p.code, p.severe) for p in problems] == [("own-report", False)]


@pytest.mark.parametrize(
    "words", ["<html></html>", "<html><body><script>x = 1</script></body></html>", "\0\1\2", "<!-- -->"]
)
def test_a_page_without_an_article_is_named(tmp_path: Path, words: str) -> None:
    (tmp_path / "a.html").write_text(words)
    articles, problems = load([str(tmp_path)])

    assert articles == ()
    assert [p.severe for p in problems] == [True]


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour News</title><language>en-gb</language>
<item><title>Ferry sinks</title><link>https://harbour.example/1</link><pubDate>Mon, 06 May 2024 23:30:00 GMT</pubDate>
<description>&lt;p&gt;At least 22 people drowned.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</description></item>
<item><title>Toll rises</title><description>The toll rose to 31.</description></item>
</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Coast</title><entry><title>Fog</title>
<published>2024-05-07T08:00:00Z</published><content type="html">&lt;p&gt;Two ferries met.&lt;/p&gt;</content></entry></feed>"""


def test_a_feed_gives_an_article_an_entry(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text(RSS)
    (tmp_path / "b.atom").write_text(ATOM)
    articles, problems = load([str(tmp_path)])

    assert problems == ()
    assert [a.text for a in articles] == [
        "Ferry sinks\nAt least 22 people drowned.",
        "Toll rises\nThe toll rose to 31.",
        "Fog\nTwo ferries met.",
    ]
    assert [a.published for a in articles] == [date(2024, 5, 6), None, date(2024, 5, 7)]
    assert [a.published_from for a in articles] == ["feed", "", "feed"]
    assert [a.outlet for a in articles] == ["Harbour News", "Harbour News", "Coast"]
    assert articles[0].url == "https://harbour.example/1"
    assert articles[0].path.endswith("a.rss#1")


def test_a_feed_with_entities_of_its_own_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + RSS)
    articles, problems = load([str(tmp_path)])

    assert articles == ()
    assert [p.code for p in problems] == ["unreadable"]


def pdf(*pages: tuple[str, ...]) -> bytes:
    """Write a PDF with these lines on its pages."""
    numbers = [4 + 2 * n for n in range(len(pages))]
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{n} 0 R' for n in numbers)}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in zip(numbers, pages, strict=True):
        drawn = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
        stream = f"BT /F1 12 Tf 72 720 Td {drawn}ET"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /Contents {number + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    starts = []
    for number, body in enumerate(objects, 1):
        starts.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode())
    table = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.write(b"".join(f"{start:010} 00000 n \n".encode() for start in starts))
    out.write(f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode())
    return out.getvalue()


def test_a_pdf_s_lines_are_joined_and_its_pages_are_known(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(
        pdf(("Ferry report.", "At least 22 pas-", "sengers of the ferry", "drowned."), ("The toll rose to 31.",))
    )
    (article,), problems = load([str(tmp_path)])

    assert problems == ()
    assert article.text == "Ferry report.\nAt least 22 passengers of the ferry drowned.\n\nThe toll rose to 31."
    assert article.pages == (0, article.text.index("The toll"))
    assert article.published is None


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.4 broken", b"none", pdf(("Two ferries met.",))[:200], pdf(())],
    ids=["broken", "none", "cut off", "no words"],
)
def test_a_damaged_or_empty_pdf_is_named(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(data)
    articles, problems = load([str(tmp_path)])

    assert articles == ()
    assert [p.severe for p in problems] == [True]


def archive(*pages: tuple[str, str, bytes]) -> bytes:
    """Write a web archive of these (address, status, page)."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for address, status, body in pages:
        headers = StatusAndHeaders(
            status, [("Content-Type", "text/html"), ("Content-Encoding", "gzip")], protocol="HTTP/1.0"
        )
        payload = io.BytesIO(gzip.compress(body))
        writer.write_record(writer.create_warc_record(address, "response", payload=payload, http_headers=headers))
    return out.getvalue()


def test_a_web_archive_gives_an_article_a_response(tmp_path: Path) -> None:
    data = archive(
        ("https://harbour.example/1", "200 OK", web(META).encode()),
        ("https://harbour.example/2", "404 Not Found", web().encode()),
        ("https://coast.example/3", "200 OK", web().replace("22", "31").encode()),
    )
    (tmp_path / "a.warc.gz").write_bytes(data)
    articles, problems = load([str(tmp_path)])

    assert problems == ()
    assert [a.url for a in articles] == ["https://harbour.example/1", "https://coast.example/3"]
    assert [a.published for a in articles] == [date(2024, 5, 6), None]
    assert "31 people" in articles[1].text


def test_a_response_that_unpacks_beyond_the_limit_is_named_and_never_unpacked(tmp_path: Path) -> None:
    bomb = archive(("https://harbour.example/1", "200 OK", b"<html>" + b"a" * 3_000_000))
    (tmp_path / "a.warc.gz").write_bytes(bomb)
    articles, problems = load([str(tmp_path)], limits=Limits(file_bytes=50_000))

    assert articles == ()
    assert [p.code for p in problems] == ["too-large"]


@pytest.mark.parametrize(
    "data",
    [b"none", archive(("https://h.example/", "200 OK", web().encode()))[:80], b"\x1f\x8b\x08\0"],
    ids=["none", "cut off", "empty"],
)
def test_a_damaged_archive_is_named(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.warc.gz").write_bytes(data)
    articles, problems = load([str(tmp_path)])

    assert articles == ()
    assert [p.severe for p in problems] == [True]


@pytest.mark.parametrize(
    ("name", "extra"), [("a.html", "html"), ("a.rss", "feeds"), ("a.pdf", "pdf"), ("a.warc.gz", "warc")]
)
def test_a_missing_extra_is_one_line_with_the_command(
    tmp_path: Path, name: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(extras, "import_module", missing)
    (tmp_path / name).write_bytes(b"<html>")
    articles, (problem,) = load([str(tmp_path)])

    assert articles == ()
    assert problem.severe
    assert f"pip install 'claimcheck-news[{extra}]'" in problem.message
    assert "\n" not in problem.message


def test_a_folder_gives_its_xml_feeds_and_leaves_other_xml_alone(tmp_path: Path) -> None:
    (tmp_path / "news.xml").write_text(RSS)
    (tmp_path / "build.xml").write_text("<project><target>31 people were killed.</target></project>")
    articles, problems = load([str(tmp_path)])
    assert {a.path.rpartition("/")[2].partition("#")[0] for a in articles} == {"news.xml"}
    assert not problems


@pytest.mark.parametrize(
    ("head", "where"),
    [
        ('<script type="application/ld+json">{"headline": "x", "publisher": {"name": "Gazette"}}</script>', "json-ld"),
        ('<meta property="og:site_name" content="Gazette">', "meta"),
        ("", ""),
    ],
)
def test_where_a_page_names_its_outlet_is_recorded(head: str, where: str, tmp_path: Path) -> None:
    words = "<p>The ferry sank off the coast on Monday and 31 people were killed, the police said.</p>" * 3
    (tmp_path / "a.html").write_text(f"<html><head>{head}</head><body><article>{words}</article></body></html>")
    (article,), _ = load([str(tmp_path / "a.html")])
    assert (article.outlet, article.outlet_from) == ("Gazette" if where else "", where)
