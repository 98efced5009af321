"""The pages of the book's lists: one each, or several where a list is long."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from briefing_book.model import BookEvent, BookQuotation, Difference, Entity, EntityKind, PlanCoverage
from briefing_book.render.filters import event_filters, quotation_filters
from briefing_book.render.links import page_path
from briefing_book.render.paging import PART, Cut, cut, light, parts
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


def lists(view: View) -> Iterator[Wanted]:
    """The pages of all lists across the book."""
    yield from _timeline(view)
    yield from _differences(view)
    for kind, words in INDEXES.items():
        for part in view.indexes[kind]:
            yield part.file, "entities", {"kind": kind, "part": part, **words}
    for sources in parts(view.book.sources, "sources/index.md", "sources/all"):
        yield sources.file, "sources", {"part": sources}
    for said in parts(_by_speaker(view), "quotations.md"):
        speakers: dict[str, list[BookQuotation]] = {}
        for speaker, quotation in said.rows:
            speakers.setdefault(speaker, []).append(quotation)
        is_part = len(said.files) > 1
        filters = quotation_filters(view, [quotation for _, quotation in said.rows], is_part)
        yield said.file, "quotations", {"part": said, "speakers": speakers, "filters": filters}


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
        "quotations": lambda quotation: view.independent((quotation.passage, *quotation.also)),
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
    """The page of a list in groups, and a page for each group of which it shows only a part.

    All groups have the same room on it.
    """
    whole = light(row for rows in groups.values() for row in rows)
    room = PART if whole else PART // (2 * len(groups))
    cuts = {key: cut(rows, f"{name}/{key}.md", rank, room) for key, rows in groups.items()}
    yield f"{name}.md", name, {"groups": cuts, "part": None}
    for key, rows in groups.items():
        if file := cuts[key].file:
            for part in parts(rows, file):
                yield part.file, name, {"groups": {key: Cut(part.rows, len(part.rows), None)}, "part": part}


def _by_speaker(view: View) -> Iterator[tuple[str, BookQuotation]]:
    """The quotations with their speakers' ids, by name; then those of nobody known, then the fragments."""
    names = sorted(view.speakers(), key=lambda id: ((view.name(id) or "").casefold(), id))
    for speaker in (*names, ""):
        for quotation in view.quotations(speaker):
            if not quotation.fragment:
                yield speaker, quotation
    for quotation in view.book.quotations:
        if quotation.fragment:
            yield FRAGMENTS, quotation


def _tellers(view: View, difference: Difference) -> int:
    return view.independent(row.passage for row in difference.rows)
