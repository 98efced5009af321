"""What all pictures are made of: SVG elements, whose texts cannot become markup, and a table of the same."""

from collections.abc import Iterable
from typing import NamedTuple
from xml.etree import ElementTree as ET

from markupsafe import Markup


class Cell(NamedTuple):
    """A table's cell: words, and the id of the page that they lead to, if any."""

    text: str
    id: str | None = None


class Picture(NamedTuple):
    """A picture, what it shows in words, and what it is drawn from, as a table."""

    svg: Markup
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def element(tag: str, *children: ET.Element, text: str = "", **attributes: object) -> ET.Element:
    """An element; `_` in the name of an attribute stands for `-`, and after `class` for nothing."""
    named = {name.rstrip("_").replace("_", "-"): str(value) for name, value in attributes.items()}
    made = ET.Element(tag, named)
    made.text = "".join(letter for letter in text if letter.isprintable()) or None
    made.extend(children)
    return made


def link(href: str, label: str, *children: ET.Element) -> ET.Element:
    """What leads to a page; `label` says where to, for those who do not see it, and as a tooltip."""
    return element("a", element("title", text=label), *children, href=href, aria_label=_printable(label))


def drawing(width: int, height: int, label: str, children: Iterable[ET.Element], kind: str) -> Markup:
    """The whole picture on one line, as wide as the page allows and no wider than it was drawn."""
    drawn = element(
        "svg",
        *children,
        class_=f"picture {kind}",
        viewBox=f"0 0 {width} {height}",
        style=f"max-width:{width}px",
        role="group",
        aria_label=_printable(label),
    )
    return Markup(ET.tostring(drawn, encoding="unicode"))


def _printable(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable())


def path(points: Iterable[tuple[float, float]]) -> str:
    """A closed line through these points, in whole units, as the `d` of an SVG path; fewer than 3 give ""."""
    steps: list[str] = []
    last, start = (0, 0), True
    for x, y in points:
        here = (round(x), round(y))
        if start or here != last:
            steps.append(f"{'M' if start else 'l' if len(steps) == 1 else ' '}{_step(here, last, start)}")
            last, start = here, False
    return "".join(steps) + "z" if len(steps) > 2 else ""


def _step(here: tuple[int, int], last: tuple[int, int], start: bool) -> str:
    x, y = here if start else (here[0] - last[0], here[1] - last[1])
    return f"{x},{y}" if y >= 0 else f"{x}{y}"
