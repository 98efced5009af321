"""A brief on one page: of each list the rows that most passages tell, as many as fit; what is left out."""

import json
from collections.abc import Iterator
from copy import deepcopy
from itertools import pairwise
from typing import Any

from briefing_book.errors import BookError
from briefing_book.publish.print.notes import Data
from briefing_book.publish.print.typeset import Printed, Typesetter
from briefing_book.render.environment import count

TEMPLATE = "one_page.typ"
ROOMS = (0, 1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 45, 70, 100)
"""So many rows of each list are tried."""
Rooms = list[int]
"""How many rows each section has."""
LISTS: dict[str, tuple[str, str]] = {
    "statements": ("statements", "sentence"),
    "profile": ("roles", "role"),
    "timeline": ("events", "event"),
    "positions": ("held", "position"),
    "quotations": ("quotations", "quotation"),
    "connections": ("ties", "connection"),
    "differences": ("matters", "difference"),
}
"""For each kind of section, the rows that are chosen from, and what to call one."""
_GROUPED = ("timeline", "quotations", "differences")


def on_one_page(setter: Typesetter, content: Data, time: int) -> Printed:
    """The brief with as much as fits on a page. Raises `BookError` as the typesetter does."""
    steps, fitting = _steps(len(content["sections"])), None
    low, high = 0, len(steps) - 1
    while low <= high:
        middle = (low + high) // 2
        printed = setter.pdf(TEMPLATE, _text(shortened(content, steps[middle])), time)
        if printed.pages == 1:
            fitting, low = printed, middle + 1
        else:
            high = middle - 1
    if not fitting:
        raise BookError(f"{content['title']}: not even its first lines fit on one page")
    return fitting


def _steps(sections: int) -> list[Rooms]:
    """From least to most: all sections at one size, then the first of them at the next, the first two, …"""
    steps = [
        [after] * n + [before] * (sections - n)
        for before, after in pairwise(ROOMS)
        for n in range(max(sections, 1))
    ]
    return [*steps, [ROOMS[-1]] * sections]


def _text(content: Data) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True)


def shortened(content: Data, rooms: Rooms) -> Data:
    """The brief with so many rows of each list, and in words what is left out."""
    brief = {key: deepcopy(content[key]) for key in content if key not in ("index", "sections")}
    left: list[str] = []
    sized = zip(content["sections"], rooms, strict=True)
    brief["sections"] = [short for each, room in sized if (short := _short(each, room, left))]
    brief |= {"index": [], "entries": {}, "left": left, "linked": False}
    _name_sources(brief)
    return brief


def _short(section: Data, room: int, left: list[str]) -> Data | None:
    """A section with so many rows; None where none stays. What is left out is noted."""
    kind = section["kind"]
    if kind == "plan":
        return _short_plan(section, room, left)
    if kind not in LISTS:
        return None
    key, noun = LISTS[kind]
    rows = _rows(section, key)
    chosen = sorted(sorted(range(len(rows)), key=lambda n: -_told(rows[n]))[:room])
    if len(rows) > len(chosen):
        left.append(count(len(rows) - len(chosen), noun))
    few = [deepcopy(rows[n]) for n in chosen]
    return {"kind": kind, "title": section["title"], "rows": few} if few else None


def _rows(section: Data, key: str) -> list[Data]:
    if section["kind"] in _GROUPED:
        return [row for group in section["groups"] for row in group[key]]
    return list(section[key])


def _told(row: Data) -> int:
    """How many passages tell a row."""
    return sum(note["more"] + sum(len(cite["places"]) for cite in note["cites"]) for note in _notes(row))


def _short_plan(section: Data, room: int, left: list[str]) -> Data:
    """All points, each with the first of its provisions where there is room."""
    points = deepcopy(section["points"])
    unshown = sum(
        len(point["provisions"]) + point["left"] - (room > 2) * bool(point["provisions"]) for point in points
    )
    for point in points:
        point["provisions"] = point["provisions"][: room > 2]
    if unshown:
        left.append(f"what articles report of the points, in {count(unshown, 'passage')}")
    return {"kind": "plan", "title": section["title"], "rows": points}


def _notes(thing: Any) -> Iterator[Data]:
    """Every note in a JSON value, in order."""
    if isinstance(thing, dict):
        if "cites" in thing:
            yield thing
        else:
            for each in thing.values():
                yield from _notes(each)
    elif isinstance(thing, list):
        for each in thing:
            yield from _notes(each)


def _name_sources(brief: Data) -> None:
    """Let the first note that cites a source name it in full; no note repeats its sentence or its number."""
    sources = {source["number"]: source for source in brief["sources"]}
    named: set[int] = set()
    for note in _notes(brief["sections"]):
        note["number"] = None
        for cite in note["cites"]:
            source = sources[cite["number"]]
            is_first = cite["number"] not in named
            cite |= {
                "title": source["short"] if is_first else None,
                "publisher": source["publisher"] if is_first else None,
                "places": [place | {"begins": None} for place in cite["places"]],
            }
            named.add(cite["number"])
