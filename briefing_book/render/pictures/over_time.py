"""Pictures over time: the happenings as dots, the articles as bars."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple, TypeVar
from xml.etree import ElementTree as ET

from briefing_book.render.environment import count
from briefing_book.render.pictures.bins import Bins, bins
from briefing_book.render.pictures.svg import Cell, Picture, drawing, element, link

WIDTH = 760
_LEFT, _FOOT = 60, 70
_DOT = 14
MOST_DOTS = 12
"""More happenings than this in one stretch of time are counted above the dots."""
_BAR = 70
_MOST_LABELS = 13

Thing = TypeVar("Thing")


class Dot(NamedTuple):
    """A happening: its first day, its date in words, what it is, and where its page tells it."""

    day: date
    when: str
    says: str
    href: str
    planned: bool
    vague: bool


def happenings(dots: Sequence[Dot], undated: int) -> Picture | None:
    """The happenings in time order, one dot each; None where no date is known."""
    if not dots:
        return None
    time = bins([dot.day for dot in dots], "month" if any(dot.vague for dot in dots) else "day")
    stacks = _stacked(dots, time, lambda dot: dot.day)
    tallest = min(max(map(len, stacks)), MOST_DOTS)
    ground = tallest * _DOT + 24
    shapes = _axis(time, ground)
    for place, stack in enumerate(stacks):
        x = _middle(place, len(stacks))
        shapes += [_dot(dot, x, ground - 10 - level * _DOT) for level, dot in enumerate(stack[:MOST_DOTS])]
        shapes += _beyond(len(stack) - MOST_DOTS, x, ground - 6 - MOST_DOTS * _DOT)
    caption = _caption(len(dots), undated, "event", time)
    rows = tuple((Cell(dot.when), Cell(dot.says)) for dot in dots)
    return Picture(
        drawing(WIDTH, ground + _FOOT, caption, shapes, "happenings"), caption, ("When", "What"), rows
    )


def _dot(dot: Dot, x: float, y: float) -> ET.Element:
    kind = "planned" if dot.planned else "vague" if dot.vague else "sure"
    return link(
        dot.href, f"{dot.when}: {dot.says}", element("circle", cx=round(x), cy=round(y), r=5, class_=kind)
    )


def _beyond(more: int, x: float, y: float) -> list[ET.Element]:
    return [element("text", text=f"+{more}", x=round(x), y=round(y), class_="middle")] if more > 0 else []


def articles(days: Sequence[date], undated: int) -> Picture | None:
    """How many articles appeared when; None where no date is known."""
    if not days:
        return None
    time = bins(days)
    counts = [len(stack) for stack in _stacked(days, time, lambda day: day)]
    ground = _BAR + 20
    shapes = _axis(time, ground)
    for place, number in enumerate(counts):
        if number:
            shapes += _bar(number, number / max(counts) * _BAR, place, len(counts), ground)
    caption = _caption(len(days), undated, "article", time)
    rows = tuple((Cell(label), Cell(str(n))) for label, n in zip(time.labels, counts, strict=True) if n)
    sheet = drawing(WIDTH, ground + _FOOT, caption, shapes, "articles")
    return Picture(sheet, caption, (time.unit.title(), "Articles"), rows)


def _caption(dated: int, undated: int, noun: str, time: Bins) -> str:
    without = f"; {undated} more without a date" if undated else ""
    return f"{count(dated, f'dated {noun}')}, by {time.unit}{without}."


def _bar(number: int, height: float, place: int, places: int, ground: int) -> list[ET.Element]:
    wide = min((WIDTH - 2 * _LEFT) / places - 3, 40)
    x, y = _middle(place, places), ground - height
    bar = element("rect", x=round(x - wide / 2), y=round(y), width=round(wide), height=round(height))
    return [bar, element("text", text=str(number), x=round(x), y=round(y - 4), class_="middle")]


def _axis(time: Bins, ground: int) -> list[ET.Element]:
    """The line on which all stands, and under it the names of the stretches, or of each second one."""
    line = element("path", class_="axis", d=f"M{_LEFT},{ground}H{WIDTH - _LEFT}")
    step = 1 if len(time.labels) <= _MOST_LABELS else 2
    named = range(0, len(time.labels), step)
    return [line, *(_under(time.labels[n], _middle(n, len(time.labels)), ground) for n in named)]


def _under(label: str, x: float, ground: int) -> ET.Element:
    return element(
        "text", text=label, class_="end", transform=f"translate({x + 4:.0f} {ground + 16}) rotate(-35)"
    )


def _middle(place: int, places: int) -> float:
    """How far right the middle of a stretch stands."""
    return _LEFT + (WIDTH - 2 * _LEFT) * (place + 0.5) / places


def _stacked(things: Iterable[Thing], time: Bins, day: Callable[[Thing], date]) -> list[list[Thing]]:
    """The things of each stretch, in their order."""
    stacks: list[list[Thing]] = [[] for _ in time.labels]
    for thing in things:
        stacks[time.place(day(thing))].append(thing)
    return stacks
