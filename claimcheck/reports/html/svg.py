"""Numbers -> small pictures: axes, texts and the frame that says in words what a picture shows."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element

from markupsafe import Markup

from claimcheck.view.cells import head
from claimcheck.view.markup import element, html

WIDTH = 460
LEFT = 130
RIGHT = 440
LANE = 24
Scale = Callable[[float], float]


def picture(told: str, height: float, *parts: Element) -> Markup:
    """Frame the parts; `told` is what the picture says, for those who do not see it."""
    box = f"0 0 {WIDTH} {height:.0f}"
    return Markup(html(element("svg", *parts, viewBox=box, role="img", aria_label=told)))


def scale(low: float, high: float) -> Scale:
    """Map values to the columns between LEFT and RIGHT; one value alone stands in the middle."""
    width = high - low
    if width <= 0:
        return lambda value: (LEFT + RIGHT) / 2
    return lambda value: LEFT + (RIGHT - LEFT) * (min(max(value, low), high) - low) / width


def ticks(low: float, high: float, wanted: int = 4) -> list[float]:
    """Give round numbers between the two, about as many as wanted.

    >>> ticks(0, 40), ticks(7.5, 7.9)
    ([0.0, 10.0, 20.0, 30.0, 40.0], [7.5, 7.6, 7.7, 7.8, 7.9])
    """
    if high <= low:
        return [low]
    rough = (high - low) / wanted
    power = 10.0 ** math.floor(math.log10(rough))
    step = power * next(m for m in (1, 2, 2.5, 5, 10) if m * power >= rough * 0.999)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [float(f"{n * step:.12g}") for n in range(first, last + 1)]


def lane(number: int) -> float:
    """The middle of a lane, from the top."""
    return LANE * (number + 0.5) + 4


def words(x: float, y: float, said: str, anchor: str = "start", class_: str = "") -> Element:
    """Write a few words at a place; `anchor` start, middle or end."""
    return element("text", said, x=_n(x), y=_n(y), text_anchor=anchor, class_=class_ or "t")


def lane_label(number: int, said: str) -> Element:
    """Name a lane at its left, cut to its room."""
    return words(LEFT - 12, lane(number) + 4, head(said, 18), "end", "t")


def line(x1: float, y1: float, x2: float, y2: float, class_: str) -> Element:
    """Draw a line."""
    return element("line", x1=_n(x1), y1=_n(y1), x2=_n(x2), y2=_n(y2), class_=class_)


def bar(x: float, y: float, width: float, height: float, class_: str) -> Element:
    """Draw a bar, never too thin to be seen."""
    return element("rect", x=_n(x), y=_n(y), width=_n(max(width, 2)), height=_n(height), rx="2", class_=class_)


def dot(x: float, y: float, class_: str) -> Element:
    """Draw a dot."""
    return element("circle", cx=_n(x), cy=_n(y), r="4.5", class_=class_)


def path(steps: str, class_: str) -> Element:
    """Draw a path."""
    return element("path", d=steps, class_=class_)


def axis(marks: Sequence[tuple[float, str]], top: float) -> list[Element]:
    """Draw an axis with its marks (column, words); the outermost stay inside the picture."""
    drawn = [line(LEFT, top, RIGHT, top, "axis")]
    for x, said in marks:
        anchor = "end" if x > RIGHT - 20 and len(said) > 4 else "middle"
        drawn += [line(x, 4, x, top, "rule"), words(x, top + 15, said, anchor, "q")]
    return drawn


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
