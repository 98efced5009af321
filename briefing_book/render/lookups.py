"""What pages read of a book, each kind of answer from a table of its own that notes what was asked.

Nothing else leads from a page to the book. A page is made again when an answer that it got has changed, so an
answer holds no more than its pages show: a name, not the entity that bears it.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple, TypeVar

from briefing_book.model import (
    Book,
    BookEvent,
    BookPosition,
    BookQuotation,
    BottomLine,
    ByHand,
    Difference,
    Entity,
    EntityKind,
    HeldRole,
    Party,
    Passage,
)
from briefing_book.render.agreement import Agreement
from briefing_book.render.answers import Answers
from briefing_book.render.matrix import matrix
from briefing_book.render.paging import Part, parts
from briefing_book.render.passages import Passages, earlier_sources
from briefing_book.render.ties import ties, ties_of

T = TypeVar("T")

KINDS: tuple[EntityKind, ...] = ("people", "countries", "organisations")
_FEW = 4


class Given(NamedTuple):
    """A quotation as one article gives it; `others` are a few passages of the other `articles` that do."""

    speaker: Party | None
    direct: bool
    fragment: bool
    passage: Passage
    others: tuple[Passage, ...]
    articles: int


class InCountry(NamedTuple):
    """Somebody who holds roles in a country, and these; or an institution of it, by its id."""

    id: str
    roles: tuple[HeldRole, ...]


class PointName(NamedTuple):
    """A point of a plan by its id, and the plan's; its number and title."""

    id: str
    plan: str
    number: int
    title: str


class Lookups(Passages):
    """The tables of a book."""

    def __init__(self, book: Book) -> None:
        super().__init__(book.sources | earlier_sources(book), Answers())
        table = self.answers.table
        self.agreement = Agreement(book, self.answers)
        self._whole = table("book", lambda _: book)
        self._title = table("title", lambda _: book.title)
        self._publish = table("publish", lambda _: book.publish)
        self._site_url = table("site", lambda _: book.site_url)
        self._bottom_lines = table("bottom lines", lambda id: book.bottom_lines.get(id, ()))
        by_hand = _grouped((each.passage.article, each) for each in book.by_hand)
        self._by_hand = table("by hand", lambda article: by_hand.get(article, ()))
        self._add_names(book)
        self._add_entities(book)
        self._add_quotations(book)
        self._add_facts(book)
        self._add_plans(book)

    @property
    def book(self) -> Book:
        """All of the book: a page that asks for it is made again whenever anything in it changes."""
        return self._whole("")

    @property
    def title(self) -> str:
        """The book's title."""
        return self._title("")

    @property
    def publish(self) -> str:
        """Whether articles are shown whole, or only the sentences of them that pages cite."""
        return self._publish("")

    @property
    def site_url(self) -> str | None:
        """Where the site will stand, where that is known."""
        return self._site_url("")

    def bottom_lines(self, id: str) -> tuple[BottomLine, ...]:
        """The sentences that matter most on the page of an entity or a plan."""
        return self._bottom_lines(id)

    def by_hand(self, kind: str, passages: Iterable[Passage]) -> ByHand | None:
        """What is known of who added a fact of a kind that has these passages; None where nobody did."""
        places = {(p.article, p.start, p.end) for p in passages}
        for article in sorted({place[0] for place in places}):
            for each in self._by_hand(article):
                if each.kind == kind and (article, each.passage.start, each.passage.end) in places:
                    return each
        return None

    def _add_names(self, book: Book) -> None:
        names = {entity.id: entity.name for entity in book.entities.values()}
        names |= {plan.id: plan.plan.title for plan in book.plans}
        self._names = self.answers.table("names", names.get)
        countries = [e for e in book.entities.values() if e.kind == "countries" and e.code]
        codes = {str(country.code): country.id for country in reversed(countries)}
        self._codes = self.answers.table("countries", codes.get)
        self.indexes: dict[EntityKind, list[Part[Entity]]] = {
            kind: parts(
                [e for e in book.entities.values() if e.kind == kind], f"{kind}/index.md", f"{kind}/all"
            )
            for kind in KINDS
        }
        entries = {
            e.id: part.file
            for index in self.indexes.values()
            for part in index
            for e in part.rows
            if not e.page
        }
        self._entries = self.answers.table("entries", entries.get)

    def _add_entities(self, book: Book) -> None:
        entities = book.entities.values()
        self._beside = self.answers.table("beside", dict(_beside(entities)).__getitem__)
        named = _grouped((f"{article} {e.kind}", e) for e in entities for article in e.articles)
        self._named = self.answers.table("named", lambda key: tuple(e.id for e in named.get(key, ())))
        of = _grouped((f"{country} {e.kind}", e) for e in entities for country in _countries_of(e))
        self._of_country = self.answers.table(
            "of country", lambda key: tuple(_in_country(key, of.get(key, ())))
        )

    def _add_quotations(self, book: Book) -> None:
        said = _grouped((_speaker(q), q) for q in book.quotations)
        self._speakers = tuple(id for id in said if id)
        self._quotations = self._several("quotations", said)
        self._is_quoted = self.answers.table("is quoted", said.__contains__)
        counts = {id: counted(quotations) for id, quotations in said.items()}
        self._said = self.answers.table("said", lambda id: counts.get(id, (0, 0)))
        given = _grouped((p.article, g) for q in book.quotations for p, g in _givings(q))
        self._given = self._several("given", given)

    def _add_facts(self, book: Book) -> None:
        events: dict[str, tuple[BookEvent, ...]] = _grouped(
            (p.entity, e) for e in book.events for p in e.participants
        )
        self._events = self._several("events", events)
        self._happened = self.answers.table("happened", lambda id: len(events.get(id, ())))
        positions: dict[str, tuple[BookPosition, ...]] = _grouped(
            (p.entity, x) for x in book.positions for p in (x.holder, x.target)
        )
        self._positions = self._several("positions", positions)
        differences: dict[str, tuple[Difference, ...]] = _grouped(
            (id, d) for d in book.differences for id in d.about
        )
        self._differences = self._several("differences", differences)
        tied = _grouped((end, c) for c in book.connections for end in (c.source, c.target))
        ties_with = cache(lambda id: ties_of(id, tied.get(id, ())) if id else ties(book.connections))
        self._ties = self.answers.table("ties", ties_with)

    def _add_plans(self, book: Book) -> None:
        plans = {plan.id: plan for plan in book.plans}
        self._matrices = self.answers.table("matrices", lambda id: matrix(plans[id], book))
        points = {
            covered.id: PointName(covered.id, plan.id, covered.point.number, covered.point.title)
            for plan in book.plans
            for covered in plan.points
        }
        self._points = self.answers.table("points", points.__getitem__)

    def _several(self, name: str, groups: dict[str, tuple[T, ...]]) -> Callable[[str], tuple[T, ...]]:
        nothing: tuple[T, ...] = ()
        return self.answers.table(name, lambda key: groups.get(key, nothing))


def counted(quotations: Iterable[BookQuotation]) -> tuple[int, int]:
    """How many are quotations, fragments among them, and how many reported speech."""
    quoted = [q.direct or q.fragment for q in quotations]
    return quoted.count(True), quoted.count(False)


def _speaker(quotation: BookQuotation) -> str:
    return (quotation.speaker and quotation.speaker.entity) or ""


def _givings(quotation: BookQuotation) -> Iterator[tuple[Passage, Given]]:
    said = quotation.speaker, quotation.direct, quotation.fragment
    every = (quotation.passage, *quotation.also)
    first: dict[str, Passage] = {}
    for passage in every:
        first.setdefault(passage.article, passage)
    few = tuple(first.values())[: _FEW + 1]
    for passage in every:
        others = tuple(p for p in few if p.article != passage.article)[:_FEW]
        yield passage, Given(*said, passage, others, len(first) - 1)


def _beside(entities: Iterable[Entity]) -> Iterator[tuple[str, tuple[str | None, str | None]]]:
    """Each entity that has a page, with the ids of those before and after it in its index."""
    for kind in KINDS:
        ids = [entity.id for entity in entities if entity.kind == kind and entity.page]
        for id, before, after in zip(ids, (None, *ids), (*ids[1:], None), strict=False):
            yield id, (before, after)


def _countries_of(entity: Entity) -> tuple[str, ...]:
    of = (entity.country, *(role.country for role in entity.roles))
    return tuple(dict.fromkeys(country for country in of if country and country != entity.id))


def _in_country(key: str, entities: Iterable[Entity]) -> Iterator[InCountry]:
    country = key.partition(" ")[0]
    for entity in entities:
        yield InCountry(entity.id, tuple(role for role in entity.roles if role.country == country))


def _grouped(pairs: Iterable[tuple[str | None, T]]) -> dict[str, tuple[T, ...]]:
    """The things under each key, each thing once under a key, in their order."""
    groups: dict[str, dict[int, T]] = {}
    for key, thing in pairs:
        if key is not None:
            groups.setdefault(key, {})[id(thing)] = thing
    return {key: tuple(things.values()) for key, things in groups.items()}
