"""A scrap of HTML -> its words, by the standard library alone; what a feed's entry or a description holds."""

from __future__ import annotations

from html.parser import HTMLParser

BLOCKS = frozenset(("p", "div", "li", "br", "h1", "h2", "h3", "h4", "ul", "ol", "tr", "blockquote"))
SILENT = frozenset(("script", "style", "template"))


def words_of(markup: str) -> str:
    """Give the words, a block a line.

    >>> words_of("<p>Two ferries &amp; a tug</p><script>x</script><p>met.")
    'Two ferries & a tug\\nmet.'
    """
    reader = _Words()
    reader.feed(markup)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.found).split("\n"))
    return "\n".join(line for line in lines if line)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in SILENT
        if tag in BLOCKS:
            self.found.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in SILENT and self._silent > 0
        if tag in BLOCKS:
            self.found.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.found.append(data)
