"""Elements -> HTML that is safe by construction: all text and every attribute passes the gate and is escaped."""

from __future__ import annotations

from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, tostring

from claimcheck.view.visible import inert, visible

Child = Element | str


def element(tag: str, *children: Child, **attributes: str) -> Element:
    """Make an element; `class_` is the attribute class.

    >>> html(element("p", "<b> & ", element("b", "22"), " dead", class_="x"))
    '<p class="x">&lt;b&gt; &amp; <b>22</b> dead</p>'
    """
    made = Element(tag, {name.rstrip("_").replace("_", "-"): visible(value) for name, value in attributes.items()})
    last: Element | None = None
    for child in children:
        if isinstance(child, Element):
            made.append(child)
            last = child
        elif last is None:
            made.text = (made.text or "") + visible(child)
        else:
            last.tail = (last.tail or "") + visible(child)
    return made


def html(root: Element) -> str:
    """Write the element and all within."""
    return tostring(root, encoding="unicode", method="html")


def web(url: str) -> str:
    """Give an address that is plain http or https, "" for any other.

    >>> web("https://paper.example/a"), web("javascript:alert(1)")
    ('https://paper.example/a', '')
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    plain = visible(url) == inert(url) == url.strip()
    return url.strip() if parts.scheme in ("http", "https") and parts.hostname and plain else ""
