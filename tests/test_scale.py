"""Size changes nothing but the time: many articles fall into the stories that they were written as."""

from __future__ import annotations

from datetime import date

from benchmarks import archive
from claimcheck.match.story import ALL_PAIRS, stories
from claimcheck.model import Article, Span


def written(count: int) -> tuple[list[Article], list[int]]:
    """Give the articles of an archive of so many, and the number of each one's story."""
    articles: list[Article] = []
    home: list[int] = []
    for story in archive.stories(count):
        for record in archive.told(story):
            text, day = record["text"], date.fromisoformat(record["published"])
            articles.append(Article(f"a{len(articles) + 1}", "", text, Span(0, len(text)), published=day))
            home.append(story.number)
    return articles, home


def test_many_articles_fall_into_the_stories_that_they_tell() -> None:
    articles, home = written(ALL_PAIRS + 100)

    found = [story for _, story in stories(articles)]

    right = set(zip(found, home, strict=True))
    assert len(right) <= 1.02 * len(set(home))
    assert len(set(found)) >= 0.98 * len(set(home))
