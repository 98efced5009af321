"""A book and its editions: which of them brought what the book holds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import takewhile
from typing import Any, TypeVar

from briefing_book.editions.brought import Brought, Gone
from briefing_book.editions.state import FACT_KINDS, NAME_KINDS, Lost, fewer, fold, numbers
from briefing_book.editions.things import Things, fact_key, point_key, unknown
from briefing_book.model import Book, Edition, Entity, FactKind, NameKind

T = TypeVar("T")
Keys = Mapping[NameKind, Iterable[str]]
Facts = Mapping[FactKind, Iterable[Any]]


class History:
    """What pages ask about editions. `editions` are all, in order; `last` is the newest."""

    def __init__(self, book: Book, things: Things, editions: Sequence[Edition] = ()) -> None:
        self.editions = tuple(editions)
        self.last = editions[-1] if editions else None
        self._book = book
        self._things = things
        self._state = fold(editions)
        self._by_number = {edition.number: edition for edition in editions}
        self._points = {point_key(plan, each): each for plan in book.plans for each in plan.points}
        self._told_as = {old: each.id for each in book.entities.values() for old in each.former}
        self._names = {kind: _grouped(self._keys(kind)) for kind in NAME_KINDS}
        self._facts = {kind: _grouped(self._told(kind)) for kind in FACT_KINDS}
        several = len(editions) > 1
        self._keys_of_facts = {id(each.fact): fact_key(each) for each in things.all_facts() if several}
        self._new = self._new_ones() if several else set()

    @property
    def made(self) -> datetime | None:
        """When the last edition was made; None where there is none."""
        return self.last.date if self.last else None

    def key(self, thing: object) -> str:
        """The key of a fact of the book; the id of an article, an entity or a point is its own."""
        return thing if isinstance(thing, str) else self._keys_of_facts.get(id(thing), "")

    def is_new(self, key: str) -> bool:
        """Whether the last edition brought what has this key. In the first edition nothing is told as new."""
        return key in self._new

    def chapter(self, edition: Edition) -> Brought:
        """What one edition brought."""
        number, came = edition.number, edition.came
        found = self._brought(
            {kind: self._names[kind].get(number, ()) for kind in NAME_KINDS},
            {kind: self._facts[kind].get(number, ()) for kind in FACT_KINDS},
        )
        counts = {kind: len(names) for kind, names in came.items()} | edition.new
        counts["versions"] = len(set(came.get("versions", {}).values()) - came.get("articles", {}).keys())
        return found._replace(
            corrections=tuple(came.get("corrections", {}).values()),
            gone=self._gone(self._state.lost[number]),
            fewer=fewer(self._by_number.get(number - 1), edition.holds, edition.new),
            counts=counts,
        )

    def since(self, day: date) -> Brought:
        """What the editions of this day and later brought together, and what no edition has told yet.

        What came and went again is not told.
        """
        earlier = list(takewhile(lambda each: each.date.date() < day, self.editions))
        before, things = fold(earlier), self._things
        new: Facts = {kind: unknown(found, before.marks[kind]) for kind, found in things.facts.items()}
        found = self._brought(
            {
                kind: [key for key in keys if key not in before.names[kind]]
                for kind, keys in things.names.items()
            },
            new,
        )
        lost = [
            Lost(kind, key, given.name)
            for kind, keys in before.names.items()
            for key, given in keys.items()
            if key not in things.names[kind]
        ]
        holds = numbers({kind: [each.fact for each in held] for kind, held in things.facts.items()})
        return found._replace(
            gone=self._gone(lost),
            fewer=fewer(earlier[-1] if earlier else None, holds, numbers(new)),
        )

    def _brought(self, keys: Keys, facts: Facts) -> Brought:
        """What the book holds of this."""
        articles = dict.fromkeys(keys["articles"])
        texts = (self._things.names["versions"][key] for key in keys["versions"])
        corrections = self._things.names["corrections"]
        names: dict[str, tuple[Any, ...]] = {
            "articles": tuple(articles),
            "versions": tuple(id for id in texts if id not in articles),
            "people": self._entities(keys["people"]),
            "countries": self._entities(keys["countries"]),
            "organisations": self._entities(keys["organisations"]),
            "points": tuple(self._points[key] for key in keys["points"]),
            "corrections": tuple(corrections[key] for key in keys["corrections"]),
        }
        counts = {kind: len(each) for kind, each in names.items()} | numbers(facts)
        found = names | {kind: tuple(facts[kind]) for kind in FACT_KINDS}
        return Brought(**found, gone=(), fewer={}, counts=counts)

    def _entities(self, ids: Iterable[str]) -> tuple[Entity, ...]:
        """The entities, those that most articles name first."""
        found = [self._book.entities[id] for id in ids]
        return tuple(sorted(found, key=lambda entity: -len(entity.articles)))

    def _gone(self, lost: Iterable[Lost]) -> tuple[Gone, ...]:
        """What a reader is to be told of what went: the former text of an article is not gone with it."""
        told = (each for each in lost if each.kind != "versions")
        return tuple(Gone(each.kind, each.name, self._told_as.get(each.key)) for each in told)

    def _keys(self, kind: NameKind) -> Iterator[tuple[int, str]]:
        """What the book holds that has a name, with the number of the edition that brought it."""
        given = self._state.names[kind]
        return ((given[key].edition, key) for key in self._things.names[kind] if key in given)

    def _told(self, kind: FactKind) -> Iterator[tuple[int, Any]]:
        """The facts of the book, each with the number of the first edition that brought it."""
        marks = self._state.marks[kind]
        for each in self._things.facts[kind]:
            if numbers := [marks[mark] for mark in each.marks if mark in marks]:
                yield min(numbers), each.fact

    def _new_ones(self) -> set[str]:
        """The keys of what the last edition brought."""
        new = self.chapter(self.editions[-1])
        entities = (each.id for each in (*new.people, *new.countries, *new.organisations))
        points = (each.id for each in new.points)
        facts = (self.key(each) for kind in FACT_KINDS for each in getattr(new, kind))
        return {*new.articles, *entities, *points, *facts}


def _grouped(pairs: Iterable[tuple[int, T]]) -> dict[int, list[T]]:
    groups: dict[int, list[T]] = {}
    for number, thing in pairs:
        groups.setdefault(number, []).append(thing)
    return groups
