"""What stands in a brief, as JSON objects: its title page, its sections in order, its sources, its index."""

from collections.abc import Iterable

from briefing_book.editions import History, first_day, things_of
from briefing_book.model import (
    Entity,
    Passage,
    PlanCoverage,
    Settings,
)
from briefing_book.publish.print.dated import edition_of, range_of, time_of
from briefing_book.publish.print.differences import differences
from briefing_book.publish.print.lists import (
    connections,
    positions,
    quotations,
    timeline,
)
from briefing_book.publish.print.names_index import index_lines, names_index
from briefing_book.publish.print.notes import Data, Notes
from briefing_book.publish.print.plans import plan
from briefing_book.publish.print.shared import shared
from briefing_book.publish.print.since import since_sections
from briefing_book.publish.print.subject import BOOK, SINCE
from briefing_book.publish.print.who import known, profile, who_is_who
from briefing_book.render.dates import in_words
from briefing_book.render.edition_words import in_numbers
from briefing_book.render.environment import count, upfirst
from briefing_book.render.links import Page
from briefing_book.render.passages import shortened
from briefing_book.render.pictures.of_book import Drawings, Pictures
from briefing_book.render.pictures.svg import Picture
from briefing_book.render.view import View

MOST_SHARED = 12
MOST_LINKED = 1500
"""Where a brief has more notes, they, sources and names do not link, which takes a third of the time."""
MOST_THROUGH = 400
"""The sections of a book with more notes begin on a page of their own, with notes from 1."""
LISTS = {
    "timeline": "timeline.md",
    "differences": "differences.md",
    "quotations": "quotations.md",
    "connections": "connections.md",
    "sources": "sources/index.md",
}
"""The files of the pages on which the whole book's lists stand."""
_MOST_RUNNING = 42
"""So many characters of a title stand at the head and the foot of each page."""

Section = Data | None


class Contents:
    """What briefs are made of: one view of the book for all of them."""

    def __init__(self, drawings: Drawings, settings: Settings, history: History | None = None) -> None:
        self.view = view = drawings.view
        self._settings = settings
        self._history = history
        book, table = view.book, view.answers.table
        self._entities = table("entities", book.entities.get)
        self._plans = table("plans", {plan.id: plan for plan in book.plans}.get)
        self._names = table("names in an index", index_lines(book))
        self._pictures = Pictures(drawings, Page("index.md", view))

    def of(self, id: str) -> Data:
        """The brief of the book, or of the plan or entity with this id."""
        notes = Notes(self.view, self._settings.print.rows)
        if id.startswith(SINCE):
            return self._since(notes, id)
        if id == BOOK:
            return self._brief(notes, id, self.view.book.title, self._of_book(notes), self.view.book.sources)
        coverage = self.plan(id)
        if coverage:
            sections = self._of_plan(notes, coverage)
            return self._brief(notes, id, coverage.plan.title, sections, coverage.articles)
        entity = self._entities(id)
        if not entity:
            raise KeyError(id)
        return self._brief(notes, id, entity.name, self._of_entity(notes, entity), entity.articles)

    def _since(self, notes: Notes, id: str) -> Data:
        """The brief of what changed since the day that its id names."""
        day = id.removeprefix(SINCE)
        book = self.view.book
        history = self._history or History(book, things_of(book, {}))
        brought = history.since(first_day(day))
        title = f"What changed since {in_words(day)}"
        articles = (*brought.articles, *brought.versions)
        known = in_numbers(brought.counts)
        made = self._brief(notes, id, title, since_sections(notes, brought), articles)
        return made | {
            "kind": "since",
            "href": notes.page("changes"),
            "known": f"{known}." if known else None,
        }

    def plan(self, id: str) -> PlanCoverage | None:
        """The plan with this id, None where the book has none."""
        return self._plans(id)

    def time(self, id: str) -> int:
        """When the brief says that it was made, in seconds since 1970."""
        about = self._entities(id) or self._plans(id)
        return time_of(self.view, self._history, id, about.articles if about else self.view.book.sources)

    def _of_book(self, notes: Notes) -> Iterable[Section]:
        view, book = self.view, self.view.book
        yield self._bottom_line(notes, book.bottom_line)
        yield shared(notes, view.agreement.shared(MOST_SHARED, book.bottom_line))
        yield who_is_who(notes)
        for coverage in book.plans:
            yield plan(notes, coverage)
        yield _with(timeline(notes, book.events), _drawn(self._pictures.happenings()))
        yield positions(notes, book.positions)
        yield differences(notes, book.differences)
        yield quotations(notes, book.quotations)
        drawn = _drawn(self._pictures.ties(), self._pictures.world())
        yield connections(notes, view.ties(), drawn)

    def _of_plan(self, notes: Notes, coverage: PlanCoverage) -> Iterable[Section]:
        view, id = self.view, coverage.id
        yield self._bottom_line(notes, view.bottom_lines(id))
        yield plan(notes, coverage, "Point by point")
        yield positions(notes, view.positions(id))
        yield timeline(notes, view.events(id), id)
        yield differences(notes, view.differences(id), id)
        yield quotations(notes, view.quotations(id), "Quotations from the plan", by_speaker=False)

    def _of_entity(self, notes: Notes, entity: Entity) -> Iterable[Section]:
        view, id = self.view, entity.id
        notes.named(id)
        yield self._bottom_line(notes, view.bottom_lines(id))
        yield _with(profile(notes, entity), _drawn(self._pictures.locator(entity) if entity.code else None))
        yield quotations(notes, view.quotations(id), by_speaker=False)
        yield timeline(notes, view.events(id), id)
        yield positions(notes, view.positions(id))
        yield connections(notes, view.ties(id), _drawn(self._pictures.ties_of(entity)), id)
        yield differences(notes, view.differences(id), id)

    def _bottom_line(self, notes: Notes, lines: Iterable[Passage]) -> Section:
        told = [notes.statement((line, *getattr(line, "also", ()))) for line in lines]
        return {"kind": "statements", "title": "The bottom line", "statements": told} if told else None

    def _brief(
        self, notes: Notes, id: str, title: str, sections: Iterable[Section], articles: Iterable[str]
    ) -> Data:
        view, about = self.view, tuple(articles)
        edition, edition_named = edition_of(view, self._history, id)
        made = []
        for section in sections:
            if section:
                made.append(section | self._of_section(notes, id, section))
            notes.new_section(from_one=id == BOOK)
        large = id == BOOK and notes.made > MOST_THROUGH
        if not large:
            notes.number_through()
        sources, left = notes.sources(about)
        entries = [
            entry["name"]["to"]
            for s in made
            if s["kind"] == "who"
            for g in s["groups"]
            for entry in g["entries"]
        ]
        return {
            "id": id,
            "title": title,
            "book": view.title,
            "short_title": shortened(title, _MOST_RUNNING),
            "short_book": shortened(view.title, _MOST_RUNNING),
            "kind": id.partition("/")[0],
            "known": self._known(notes, id),
            "marking": self._settings.marking,
            "language": "en",
            "edition": edition,
            "edition_named": edition_named,
            "range": range_of(view, about),
            "counts": _counts(view, about),
            "href": notes.page(id) if id != BOOK else view.site_url,
            "sections": made,
            "sources": sources,
            "sources_left": left,
            "sources_list": self._list(notes, id, {"kind": "sources"}),
            "linked": notes.made <= MOST_LINKED,
            "large": large,
            "index": names_index(self._names, notes.names),
            "entries": dict.fromkeys(entries, True),
        }

    def _of_section(self, notes: Notes, id: str, section: Data) -> Data:
        """What stands beside the rows of a section."""
        short = shortened(section["title"], _MOST_RUNNING)
        return {"list": self._list(notes, id, section), "short": short}

    def _list(self, notes: Notes, id: str, section: Data) -> str | None:
        """The address of the page that has all rows of a section."""
        if id.startswith(SINCE):
            return notes.page("changes")
        if id != BOOK or section["kind"] == "plan":
            return notes.page(section["name"]["to"] if id == BOOK else id)
        return notes.file(LISTS.get(section["kind"], "index.md"))

    def _known(self, notes: Notes, id: str) -> str | None:
        if coverage := self.plan(id):
            return upfirst(self.view.extent(coverage)) + "."
        entity = self._entities(id)
        return known(notes, entity) if entity else None


def _with(section: Section, pictures: list[Data]) -> Section:
    return section and section | {"pictures": pictures}


def _drawn(*pictures: Picture | None) -> list[Data]:
    return [{"svg": str(each.svg), "caption": each.caption} for each in pictures if each]


def _counts(view: View, articles: tuple[str, ...]) -> str:
    sources = view.agreement.independent(articles)
    words = count(len(articles), "article")
    return words + (f" from {count(sources, 'independent source')}" if sources != len(articles) else "")
