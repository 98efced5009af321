"""The pages of the book's lists: one each, or several where a list is long."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from briefing_book.model import BookEvent, BookQuotation, Difference, Entity, EntityKind, PlanCoverage
from briefing_book.render.days import calendar, pages_of_days
from briefing_book.render.filters import event_filters, quotation_filters
from briefing_book.render.links import page_path
from briefing_book.render.paging import PART, WHOLE, Cut, Part, cut, cut_groups, light, parts
from briefing_book.render.view import View

T = TypeVar("T")

Wanted = tuple[str, str, dict[str, Any]]
"""A page's path in `docs/`, its template's name, and what the template is given besides the book."""

INDEXES: dict[EntityKind, dict[str, str]] = {
    "people": {"heading": "People", "one": "person", "many": "people"},
    "countries": {"heading": "Countries", "one": "country", "many": "countries"},
    "organisations": {"heading": "Organisations", "one": "organisation", "many": "organisations"},
}

FRAGMENTS = "fragments"
"""Stands for a speaker's id where the quotations are a few words each."""


def across(view: View) -> Iterator[Wanted]:
    """The pages that show only the first of what they list."""
    ties, file = view.ties(), "connections.md"
    telling = {kind: [tie for tie in ties if tie.telling is kind] for kind in (True, False)}
    shown = [tie for some in telling.values() for tie in cut(some, file, lambda _: 0, PART // 2).shown]
    yield file, "connections", {"shown": shown, "counted": len(ties)}
    file = "review.md"
    kinds = cut_groups(view.doubts_by_kind(), lambda _: file, lambda _: 0, PART)
    yield file, "review", {"kinds": kinds, "counted": len(view.book.doubts)}


def lists(view: View) -> Iterator[Wanted]:
    """The pages of all lists across the book."""
    yield from _timeline(view)
    yield from _differences(view)
    for kind, words in INDEXES.items():
        for part in view.indexes[kind]:
            yield part.file, "entities", {"kind": kind, "part": part, **words}
    for sources in parts(view.book.sources, "sources/index.md", "sources/all"):
        yield sources.file, "sources", {"part": sources}
    yield from _quotations(view)


def section_lists(view: View, about: Entity | PlanCoverage) -> dict[str, Sequence[Any]]:
    """The lists on the page of an entity or a plan, by their names."""
    return {
        "quotations": view.quotations(about.id),
        "events": view.events(about.id),
        "positions": view.positions(about.id),
        "connections": view.ties(about.id),
        "differences": view.differences(about.id),
        "sources": about.articles,
    }


def sections(view: View, id: str, lists: Mapping[str, Sequence[Any]]) -> dict[str, Cut[Any]]:
    """As much of each list as the page shows: what most sources tell, or what the list has first."""
    ranks: dict[str, Callable[[Any], int]] = {
        "quotations": view.givers,
        "events": lambda event: view.independent(event.passages),
        "positions": lambda position: view.independent(position.passages),
        "differences": lambda difference: _tellers(view, difference),
    }
    return {name: cut(rows, f"{id}/{name}.md", ranks.get(name, lambda _: 0)) for name, rows in lists.items()}


def section_pages(
    id: str, lists: Mapping[str, Sequence[Any]], cuts: Mapping[str, Cut[Any]]
) -> Iterator[Wanted]:
    """The pages of those lists of an entity or a plan that its own page cuts."""
    for section, rows in lists.items():
        if file := cuts[section].file:
            for part in parts(rows, file):
                given = {"section": section, "part": part, "id": id, "file": page_path(id)}
                yield part.file, "section", given


def told_as(wanted: Wanted) -> str:
    """The path of the page by which an article tells that this one cites it.

    Rows move from one part of a list to another, so the first one stands for all of them, and an entity's
    page for its lists.
    """
    path, name, given = wanted
    if name == "section":
        return str(given["file"])
    part = given.get("part")
    return part.first if isinstance(part, Part) else path


def _timeline(view: View) -> Iterator[Wanted]:
    groups: dict[str, list[BookEvent]] = {}
    for year, events in view.events_by_year().items():
        for event in events:
            key = "planned" if event.planned and year else year or "undated"
            groups.setdefault(key, []).append(event)
    for last in ("planned", "undated"):
        if last in groups:
            groups[last] = groups.pop(last)
    for path, name, given in _grouped("timeline", groups, lambda e: view.independent(e.passages)):
        shown = [event for group in given["groups"].values() for event in group.shown]
        yield path, name, given | {"filters": event_filters(view, shown, len(shown) < len(view.book.events))}


def _differences(view: View) -> Iterator[Wanted]:
    groups: dict[str, list[Difference]] = {}
    for difference in view.book.differences:
        groups.setdefault(difference.kind, []).append(difference)
    yield from _grouped("differences", groups, lambda d: _tellers(view, d))


def _grouped(name: str, groups: Mapping[str, Sequence[T]], rank: Callable[[T], int]) -> Iterator[Wanted]:
    """The page of a list in groups, and a page for each group of which it shows only a part."""
    whole = light((row for rows in groups.values() for row in rows), WHOLE)
    shown = cut_groups(groups, lambda key: f"{name}/{key}.md", rank, WHOLE if whole else PART // 2)
    yield f"{name}.md", name, {"groups": shown, "part": None}
    for key, rows in groups.items():
        if file := shown[key].file:
            for part in parts(rows, file):
                yield part.file, name, {"groups": {key: Cut(part.rows, len(part.rows), None)}, "part": part}


def _quotations(view: View) -> Iterator[Wanted]:
    """All by speaker on one page; where they are too many, what most sources give, and pages by day."""
    quotations, file = view.book.quotations, "quotations.md"
    if light(quotations, WHOLE):
        speakers = _by_speaker(view)
        shown = [quotation for said in speakers.values() for quotation in said]
        yield file, "quotations", _shown(view, shown, is_part=False) | {"speakers": speakers}
        return
    pages = pages_of_days(view, quotations, "quotations")
    most = cut(quotations, file, view.givers, PART // 2).shown
    yield file, "quotations", _shown(view, most, is_part=True) | {"months": calendar(pages)}
    for page in pages:
        yield page.file, "quotations", _shown(view, page.quotations, is_part=True) | {"part": page}


def _shown(view: View, quotations: Sequence[BookQuotation], is_part: bool) -> dict[str, Any]:
    """What a page with these quotations is given, whichever it is."""
    filters = quotation_filters(view, quotations, is_part)
    return {"shown": quotations, "filters": filters, "speakers": None, "months": None, "part": None}


def _by_speaker(view: View) -> dict[str, list[BookQuotation]]:
    """The quotations under their speakers' ids, by name; then those of nobody known, then the fragments."""
    names = sorted(view.speakers(), key=lambda id: ((view.name(id) or "").casefold(), id))
    said = {id: [q for q in view.quotations(id) if not q.fragment] for id in (*names, "")}
    said[FRAGMENTS] = [q for q in view.book.quotations if q.fragment]
    return {id: quotations for id, quotations in said.items() if quotations}


def _tellers(view: View, difference: Difference) -> int:
    return view.independent(row.passage for row in difference.rows)
