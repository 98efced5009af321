"""The brief of what changed since a day: what is new in the book since, what was corrected, what is gone."""

from collections.abc import Iterable, Iterator, Sequence

from briefing_book.editions import Brought
from briefing_book.model import PointCoverage
from briefing_book.names import plain
from briefing_book.publish.print.differences import differences
from briefing_book.publish.print.lists import positions, quotations, timeline
from briefing_book.publish.print.notes import Data, Notes
from briefing_book.publish.print.who import GROUPS, entry
from briefing_book.render.edition_words import gone_lines

MOST_LINES = 300

Section = Data | None


def since_sections(notes: Notes, brought: Brought) -> Iterator[Section]:
    """The sections of the brief, in order."""
    yield _articles(notes, "New articles", brought.articles)
    yield _articles(notes, "New versions of articles", brought.versions)
    yield _who(notes, brought)
    yield _named(quotations(notes, brought.quotations), "New quotations")
    yield _named(timeline(notes, brought.events), "New events")
    yield _named(positions(notes, brought.positions), "New positions")
    yield _points(notes, brought.points)
    yield _named(differences(notes, brought.differences), "New differences between sources")
    yield _lines("Corrections", brought.corrections)
    yield _lines("No longer in the book", list(gone_lines(notes.view.book, brought)))


def _articles(notes: Notes, title: str, articles: Sequence[str]) -> Section:
    rows = [
        notes.source(id) | {"title": plain(notes.view.source(id).info.title)} for id in articles[:MOST_LINES]
    ]
    left = len(articles) - len(rows)
    return {"kind": "articles", "title": title, "articles": rows, "left": left} if rows else None


def _who(notes: Notes, brought: Brought) -> Section:
    groups = []
    for kind, title in GROUPS.items():
        found = getattr(brought, kind)
        if entries := [entry(notes, each) for each in found[: notes.rows]]:
            groups.append(
                {"title": title, "entries": entries, "left": len(found) - len(entries), "list": None}
            )
    return (
        {"kind": "who", "title": "New people, countries and organisations", "groups": groups}
        if groups
        else None
    )


def _points(notes: Notes, points: Iterable[PointCoverage]) -> Section:
    rows = [_point(notes, each) for each in points]
    return {"kind": "points", "title": "Newly reported points", "points": rows} if rows else None


def _point(notes: Notes, covered: PointCoverage) -> Data:
    return {
        "plan": notes.named(notes.view.point(covered.id).plan),
        "number": covered.point.number,
        "title": covered.point.title,
        "told": notes.statement(covered.passages),
    }


def _lines(title: str, lines: Sequence[str]) -> Section:
    shown = [plain(line) for line in lines[:MOST_LINES]]
    left = len(lines) - len(shown)
    return {"kind": "lines", "title": title, "lines": shown, "left": left} if shown else None


def _named(section: Section, title: str) -> Section:
    return section and section | {"title": title}
