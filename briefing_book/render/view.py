"""The book as the templates see it: lookups from an entity, a plan or an article to what concerns it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from briefing_book.model import (
    Book,
    BookEvent,
    BookPosition,
    BookQuotation,
    Difference,
    Entity,
    EntityKind,
    HeldRole,
    Joined,
    Party,
    Passage,
    PlanCoverage,
    PointCoverage,
)
from briefing_book.render.agreement import Agreement
from briefing_book.render.dates import year_of
from briefing_book.render.matrix import Matrix, Share, articles_about, matrix, share
from briefing_book.render.paging import parts
from briefing_book.render.passages import Passages
from briefing_book.render.speech import Lead, each_once, lead, same_words
from briefing_book.render.ties import Tie, ties, ties_of

T = TypeVar("T")

_KINDS: tuple[EntityKind, ...] = ("people", "countries", "organisations")
_MAIN = 6
_FEW = 4


class Given(NamedTuple):
    """A quotation as one article gives it; `others` are a few passages of the other `articles` that do."""

    quotation: BookQuotation
    passage: Passage
    others: tuple[Passage, ...]
    articles: int


class View(Passages):
    """A book and what its pages look up in it."""

    def __init__(self, book: Book) -> None:
        super().__init__(book.sources)
        self.book = book
        self.agreement = Agreement(book)
        self._beside: dict[str, dict[str, tuple[Entity | None, Entity | None]]] = {}
        self._quotations = _grouped((_speaker(q), q) for q in book.quotations)
        self._events = _grouped((p.entity, e) for e in book.events for p in e.participants)
        self._positions = _grouped((p.entity, x) for x in book.positions for p in (x.holder, x.target))
        self._connections = _grouped((end, c) for c in book.connections for end in (c.source, c.target))
        self._differences = _grouped((id, d) for d in book.differences for id in d.about)
        self._given = _grouped((p.article, g) for q in book.quotations for p, g in self._givings(q))
        self._named = _grouped((a, e) for e in book.entities.values() for a in e.articles)
        self._country = _grouped((country, e) for e in book.entities.values() for country in _countries_of(e))
        self._points = {covered.id: (plan, covered) for plan in book.plans for covered in plan.points}
        self._names = {e.id: e.name for e in book.entities.values()}
        self._names |= {plan.id: plan.plan.title for plan in book.plans}
        self.indexes = {
            kind: parts(self.entities(kind), f"{kind}/index.md", f"{kind}/all") for kind in _KINDS
        }
        self._entries = {
            e.id: part.file for index in self.indexes.values() for part in index for e in part.rows
        }

    def name(self, id: str | None) -> str | None:
        """The name of the entity or plan with this id, None where the book has none."""
        return self._names.get(id or "")

    def entry_file(self, id: str) -> str:
        """The file of the index, or of its part, in which an entity stands."""
        return self._entries[id]

    def country(self, code: str) -> str | None:
        """The id of the country with this ISO code, None where the book has none."""
        return next((e.id for e in self.entities("countries") if e.code == code), None)

    def main(self, kind: EntityKind) -> tuple[Entity, ...]:
        """The entities of a kind that are named most: in most articles, then most often."""
        with_page = [e for e in self.entities(kind) if e.page]
        with_page.sort(key=lambda e: (-len(e.articles), -sum(len(form.passages) for form in e.forms)))
        return tuple(with_page[:_MAIN])

    def around(self, entity: Entity) -> tuple[Entity | None, Entity | None]:
        """The entities that stand before and after one in its index, of those that have a page."""
        if entity.kind not in self._beside:
            rows = [e for e in self.entities(entity.kind) if e.page]
            beside = zip(rows, (None, *rows), (*rows[1:], None), strict=False)
            self._beside[entity.kind] = {e.id: (before, after) for e, before, after in beside}
        return self._beside[entity.kind][entity.id]

    def entities(self, kind: EntityKind) -> tuple[Entity, ...]:
        """All entities of a kind, in the book's order."""
        return tuple(e for e in self.book.entities.values() if e.kind == kind)

    def quotations(self, id: str | None) -> tuple[BookQuotation, ...]:
        """What an entity or plan is quoted with; with None, what has no speaker that the book knows."""
        return self._quotations.get(id or "", ())

    def quoted(self, id: str | None = None) -> int:
        """How many quotations an entity, a plan or, with None, the book has, fragments among them."""
        return sum(q.direct or q.fragment for q in self._said(id))

    def reported_speech(self, id: str | None = None) -> int:
        """How many passages report what an entity, a plan or, with None, anybody said."""
        return sum(not q.direct and not q.fragment for q in self._said(id))

    def _said(self, id: str | None) -> tuple[BookQuotation, ...]:
        return self.quotations(id) if id else self.book.quotations

    def speakers(self) -> tuple[str, ...]:
        """The ids of all who are quoted, in the order of the book's quotations."""
        return tuple(id for id in self._quotations if id)

    def events(self, id: str) -> tuple[BookEvent, ...]:
        """The events that an entity or plan takes part in."""
        return self._events.get(id, ())

    def events_by_year(self) -> dict[str | None, list[BookEvent]]:
        """All events under the year that they begin in; the undated under None, last."""
        years: dict[str | None, list[BookEvent]] = {}
        for event in self.book.events:
            years.setdefault(year_of(event.date), []).append(event)
        if undated := years.pop(None, None):
            years[None] = undated
        return years

    def positions(self, id: str) -> tuple[BookPosition, ...]:
        """The positions that an entity or plan holds, or that others hold towards it."""
        return self._positions.get(id, ())

    def ties(self, id: str | None = None) -> list[Tie]:
        """What ties an entity to each other one; with None, each two of the book's entities."""
        return ties_of(id, self._connections.get(id, ())) if id else ties(self.book.connections)

    def differences(self, id: str) -> tuple[Difference, ...]:
        """The matters about an entity or plan on which sources do not agree."""
        return self._differences.get(id, ())

    def independent(self, passages: Iterable[Passage]) -> int:
        """How many sources the passages are from; copies and rewrites of one text are one."""
        return self.agreement.independent(p.article for p in passages)

    def given(self, article: str) -> list[Given]:
        """The quotations that an article gives, in its order."""
        return sorted(self._given.get(article, ()), key=lambda given: given.passage.start)

    def _givings(self, quotation: BookQuotation) -> Iterator[tuple[Passage, Given]]:
        every = (quotation.passage, *quotation.also)
        first = {p.article: p for p in reversed(every)}
        few = tuple(first[article] for article in self.tellers(every)[: _FEW + 1])
        for passage in every:
            others = tuple(p for p in few if p.article != passage.article)[:_FEW]
            yield passage, Given(quotation, passage, others, len(first) - 1)

    def named(self, article: str, kind: EntityKind) -> tuple[Entity, ...]:
        """The entities of a kind that an article names."""
        return tuple(e for e in self._named.get(article, ()) if e.kind == kind)

    def main_roles(self, entity: Entity) -> tuple[HeldRole, ...]:
        """The role that articles give an entity most, and the next one that is not the same in more words."""
        first, others = entity.roles[:1], entity.roles[1:]
        return first + tuple(role for role in others if not _says_more(first[0], role))[:1]

    def joined(self, entity: Entity) -> dict[str, list[Joined]]:
        """The names that were made one, each with the articles and reasons, where there are reasons."""
        names: dict[str, list[Joined]] = {}
        for joined in entity.joined:
            if joined.why:
                names.setdefault(joined.name, []).append(joined)
        return names

    def of_country(self, id: str, kind: EntityKind) -> tuple[Entity, ...]:
        """The people who hold a role in a country, or its institutions."""
        return tuple(e for e in self._country.get(id, ()) if e.kind == kind and e.id != id)

    def reported(self, plan: PlanCoverage) -> tuple[PointCoverage, ...]:
        """The points of a plan that an article reports."""
        return tuple(point for point in plan.points if point.passages)

    def matrix(self, plan: PlanCoverage) -> Matrix:
        """The points of a plan against the sources."""
        return matrix(plan, self.book)

    def share(self, plan: PlanCoverage, covered: PointCoverage) -> Share:
        """How many of the sources about a plan report a point of it."""
        return share(plan, covered, self.agreement)

    def point(self, id: str) -> tuple[PlanCoverage, PointCoverage]:
        """The point with this id, and its plan."""
        return self._points[id]

    def silent(self, plan: PlanCoverage, covered: PointCoverage) -> tuple[str, ...]:
        """The articles about a plan that do not report a point of it."""
        reporting = set(self.tellers(covered.passages))
        return tuple(article for article in articles_about(plan) if article not in reporting)

    def stances(self, plan: str) -> dict[Party, list[tuple[Passage, BookPosition]]]:
        """Each holder of a position on a plan with its passages in time order, each with its position."""
        holders: dict[Party, list[tuple[Passage, BookPosition]]] = {}
        for position in self.positions(plan):
            if position.target.entity == plan:
                holders.setdefault(position.holder, []).extend((p, position) for p in position.passages)
        for told in holders.values():
            told.sort(key=lambda each: self.order(each[0]))
        return holders

    def lead(self, quotation: BookQuotation) -> Lead | None:
        """The words for how a quotation is said, where they are to be shown."""
        return lead(quotation, self.source(quotation.passage.article))

    def by_article(self, quotations: Iterable[BookQuotation]) -> dict[str, list[BookQuotation]]:
        """The quotations under the article that each is from, each of them once."""
        articles: dict[str, list[BookQuotation]] = {}
        for quotation in each_once(quotations):
            articles.setdefault(quotation.passage.article, []).append(quotation)
        return articles

    def in_other_words(self, quotation: BookQuotation) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
        """Where else a quotation is given: in the same words, and in others."""
        same = tuple(p for p in quotation.also if same_words(p.text, quotation.passage.text))
        seen = {(p.article, p.sentence) for p in same}
        return same, tuple(p for p in quotation.also if (p.article, p.sentence) not in seen)

    def doubts_by_kind(self) -> dict[str, list[object]]:
        """What a person should look at, under its kind."""
        kinds: dict[str, list[object]] = {}
        for doubt in self.book.doubts:
            kinds.setdefault(doubt.kind, []).append(doubt)
        return kinds


def _speaker(quotation: BookQuotation) -> str:
    return (quotation.speaker and quotation.speaker.entity) or ""


def _says_more(one: HeldRole, other: HeldRole) -> bool:
    """Whether one of two roles has all the words of the other."""
    words, others = (set(role.text.casefold().split()) for role in (one, other))
    return words <= others or others <= words


def _countries_of(entity: Entity) -> tuple[str, ...]:
    of = (entity.country, *(role.country for role in entity.roles))
    return tuple(dict.fromkeys(country for country in of if country))


def _grouped(pairs: Iterable[tuple[str | None, T]]) -> dict[str, tuple[T, ...]]:
    """The things under each key, each thing once under a key, in their order."""
    groups: dict[str, dict[int, T]] = {}
    for key, thing in pairs:
        if key is not None:
            groups.setdefault(key, {})[id(thing)] = thing
    return {key: tuple(things.values()) for key, things in groups.items()}
