"""What the book takes from each article, for the article's page."""

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from babel import Locale

from briefing_book.model import BookEvent, BookPosition, BookQuotation, Entity, EntityKind, Passage
from briefing_book.render.dates import year_of
from briefing_book.render.highlights import Highlight, Provided, highlights
from briefing_book.render.passages import shortened
from briefing_book.render.view import View

T = TypeVar("T")

_BRIEF = 100


class Named(NamedTuple):
    """An entity that an article names, and the numbers of the sentences that do."""

    entity: Entity
    sentences: tuple[int, ...]


class InArticles:
    """Lookups from an article to the facts that are from it."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._named = _named(view.book.entities.values())
        self._events = _by_article((e, p) for e in view.book.events for p in e.passages)
        self._positions = _by_article((x, p) for x in view.book.positions for p in x.passages)
        years = view.events_by_year().items()
        self._years = {year for year, events in years if not all(event.planned for event in events)}
        self._provided: dict[str, list[Provided]] = {}
        for plan in view.book.plans:
            for covered in plan.points:
                for passage in covered.passages:
                    self._provided.setdefault(passage.article, []).append((plan, covered, passage))
            for passage in plan.unplaced:
                self._provided.setdefault(passage.article, []).append((plan, None, passage))

    def named(self, article: str, kind: EntityKind) -> list[Named]:
        """The entities of a kind that an article names, in the book's order."""
        return [each for each in self._named.get(article, ()) if each.entity.kind == kind]

    def events(self, article: str) -> list[tuple[BookEvent, Passage]]:
        """The events that an article reports, in its order, each with the passage that does."""
        return self._events.get(article, [])

    def positions(self, article: str) -> list[tuple[BookPosition, Passage]]:
        """The positions that an article reports, in its order, each with the passage that does."""
        return self._positions.get(article, [])

    def provisions(self, article: str) -> list[Provided]:
        """What an article reports of plans, in its order."""
        return sorted(self._provided.get(article, ()), key=lambda each: each[2].start)

    def highlights(self, article: str) -> list[Highlight]:
        """The quotations and provisions in an article's text."""
        quoted: list[tuple[BookQuotation, Passage]] = [
            (g.quotation, g.passage) for g in self._view.given(article)
        ]
        return highlights(self._view, self._view.source(article).text, quoted, self.provisions(article))

    def brief(self, passage: Passage) -> Passage:
        """The passage, or the beginning of a long one, up to the end of a word."""
        text = shortened(passage.text, _BRIEF, "").rstrip()
        return type(passage)(
            passage.start, passage.start + len(text), text, passage.article, passage.sentence
        )

    def language(self, article: str) -> str | None:
        """The name of the language that an article is in, None where that is not known."""
        code = self._view.source(article).info.language
        return Locale("en").languages.get(code, code) if code else None

    def on_timeline(self, date: str) -> str:
        """The place on the timeline that shows the events of a date's year; "" where there are none."""
        year = year_of(date)
        return year if year and year in self._years else ""


def _named(entities: Iterable[Entity]) -> dict[str, list[Named]]:
    found: dict[str, list[Named]] = {}
    for entity in entities:
        sentences: dict[str, set[int]] = {article: set() for article in entity.articles}
        for passage in (each for form in entity.forms for each in form.passages):
            sentences.setdefault(passage.article, set()).add(passage.sentence)
        for article, numbers in sentences.items():
            found.setdefault(article, []).append(Named(entity, tuple(sorted(numbers))))
    return found


def _by_article(pairs: Iterable[tuple[T, Passage]]) -> dict[str, list[tuple[T, Passage]]]:
    found: dict[str, list[tuple[T, Passage]]] = {}
    for fact, passage in pairs:
        found.setdefault(passage.article, []).append((fact, passage))
    for each in found.values():
        each.sort(key=lambda pair: pair[1].start)
    return found
