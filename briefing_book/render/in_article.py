"""What the book takes from each article, for the article's page."""

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from babel import Locale

from briefing_book.model import Book, BookEvent, BookPosition, Entity, EntityKind, Passage
from briefing_book.render.dates import year_of
from briefing_book.render.highlights import Highlight, Provided, highlights
from briefing_book.render.text import Stretch, kinds, paragraphs
from briefing_book.render.view import View

T = TypeVar("T")


class Named(NamedTuple):
    """An entity that an article names, by its id, and the numbers of the sentences that do."""

    id: str
    sentences: tuple[int, ...]


class InArticles:
    """Lookups from an article to the facts that are from it."""

    def __init__(self, view: View) -> None:
        self._view = view
        book, table = view.book, view.answers.table
        named = _named(book.entities.values())
        self._named = table("named where", lambda key: named.get(key, []))
        events = _by_article((e, p) for e in book.events for p in e.passages)
        self._events = table("events in", lambda article: events.get(article, []))
        positions = _by_article((x, p) for x in book.positions for p in x.passages)
        self._positions = table("positions in", lambda article: positions.get(article, []))
        provided = _provided(book)
        self._provided = table("provisions in", lambda article: provided.get(article, []))
        years = view.events_by_year().items()
        told = {year for year, events in years if not all(event.planned for event in events)}
        self._years = table("years", told.__contains__)

    def named(self, article: str, kind: EntityKind) -> list[Named]:
        """The entities of a kind that an article names, in the book's order."""
        return self._named(f"{article} {kind}")

    def events(self, article: str) -> list[tuple[BookEvent, Passage]]:
        """The events that an article reports, in its order, each with the passage that does."""
        return self._events(article)

    def positions(self, article: str) -> list[tuple[BookPosition, Passage]]:
        """The positions that an article reports, in its order, each with the passage that does."""
        return self._positions(article)

    def provisions(self, article: str) -> list[Provided]:
        """What an article reports of plans, in its order."""
        return sorted(self._provided(article), key=lambda each: each[2].start)

    def paragraphs(self, article: str) -> list[list[Stretch]]:
        """The article's text in paragraphs, with all that it leads to."""
        return paragraphs(self._view.marked(article), self._highlights(article))

    def kinds(self, text: list[list[Stretch]]) -> set[str]:
        """The kinds of marks and highlights in these paragraphs."""
        return kinds(text)

    def _highlights(self, article: str) -> list[Highlight]:
        given, provided = self._view.given(article), self.provisions(article)
        return highlights(self._view, self._view.source(article).text, given, provided)

    def language(self, article: str) -> str | None:
        """The name of the language that an article is in, None where that is not known."""
        code = self._view.source(article).info.language
        return Locale("en").languages.get(code, code) if code else None

    def on_timeline(self, date: str) -> str:
        """The place on the timeline that shows the events of a date's year; "" where there are none."""
        year = year_of(date)
        return year if year and self._years(year) else ""


def _named(entities: Iterable[Entity]) -> dict[str, list[Named]]:
    found: dict[str, list[Named]] = {}
    for entity in entities:
        sentences: dict[str, set[int]] = {article: set() for article in entity.articles}
        for passage in (each for form in entity.forms for each in form.passages):
            sentences.setdefault(passage.article, set()).add(passage.sentence)
        for article, numbers in sentences.items():
            found.setdefault(f"{article} {entity.kind}", []).append(Named(entity.id, tuple(sorted(numbers))))
    return found


def _provided(book: Book) -> dict[str, list[Provided]]:
    found: dict[str, list[Provided]] = {}
    for plan in book.plans:
        reported = [(covered.id, passage) for covered in plan.points for passage in covered.passages]
        for point, passage in (*reported, *((None, passage) for passage in plan.unplaced)):
            found.setdefault(passage.article, []).append((plan.id, point, passage))
    return found


def _by_article(pairs: Iterable[tuple[T, Passage]]) -> dict[str, list[tuple[T, Passage]]]:
    found: dict[str, list[tuple[T, Passage]]] = {}
    for fact, passage in pairs:
        found.setdefault(passage.article, []).append((fact, passage))
    for each in found.values():
        each.sort(key=lambda pair: pair[1].start)
    return found
