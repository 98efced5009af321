"""A book and its editions: which of them brought what the book holds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import takewhile
from typing import Any, TypeVar

from briefing_book.editions.brought import Brought, Gone
from briefing_book.editions.state import FACT_KINDS, NAME_KINDS, Lost, fewer, fold, numbers
from briefing_book.editions.things import Things, point_key, unknown, version_key
from briefing_book.model import Book, Edition, Entity, FactKind, NameKind, PointCoverage
from briefing_book.names import plain

WITHHELD = "A correction of what an article says"
"""Stands for one that does not apply any more, where articles are not shown."""

T = TypeVar("T")
Keys = Mapping[NameKind, Iterable[str]]
Facts = Mapping[FactKind, Iterable[Any]]


class History:
    """What pages ask about editions. `editions` are all, in order; `last` is the newest.

    `new_facts` are those that it brought; in the first edition none.
    """

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
        brought = self.chapter(editions[-1]) if len(editions) > 1 else None
        self.new_facts = brought.facts if brought else ()
        self._new = _keys_of(brought) if brought else set()

    @property
    def made(self) -> datetime | None:
        """When the last edition was made; None where there is none."""
        return self.last.date if self.last else None

    def is_new(self, thing: object) -> bool:
        """Whether the last edition brought a fact of the book, or the article, entity or point with this id.

        In the first edition nothing is told as new.
        """
        return (thing if isinstance(thing, str) else id(thing)) in self._new

    def chapter(self, edition: Edition) -> Brought:
        """What one edition brought."""
        number, came = edition.number, edition.came
        found = self._brought(
            {kind: self._names[kind].get(number, ()) for kind in NAME_KINDS},
            {kind: self._facts[kind].get(number, ()) for kind in FACT_KINDS},
        )
        counts = {kind: len(names) for kind, names in came.items()} | edition.new
        counts["versions"] = len(set(came.get("versions", {}).values()) - came.get("articles", {}).keys())
        found = found._replace(
            corrections=tuple(self._correction(*each) for each in came.get("corrections", {}).items()),
            fewer=fewer(self._by_number.get(number - 1), edition.holds, edition.new),
            counts=counts,
        )
        return self._with_gone(found, self._state.lost[number])

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
        found = found._replace(fewer=fewer(earlier[-1] if earlier else None, holds, numbers(new)))
        return self._with_gone(found, lost)

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

    def _with_gone(self, found: Brought, lost: Sequence[Lost]) -> Brought:
        """What was brought, and what went; an article whose seed was renamed did neither."""
        moved = self._moved(found.articles, lost)
        gone = self._gone(each for each in lost if each.kind != "articles" or each.key not in moved.values())
        if not moved:
            return found._replace(gone=gone)
        articles = tuple(id for id in found.articles if id not in moved)
        counts = {**found.counts, "articles": found.counts["articles"] - len(moved)}
        return found._replace(articles=articles, counts=counts, gone=gone)

    def _moved(self, articles: Iterable[str], lost: Iterable[Lost]) -> dict[str, str]:
        """Articles that are there by another id, each with its former one: that went with the same text."""
        texts = {each.key for each in lost if each.kind == "versions"}
        former: dict[str, list[str]] = {}
        for each in lost:
            if each.kind == "articles":
                former.setdefault(each.name, []).append(each.key)
        found = {}
        for id in articles if former else ():
            source = self._book.sources[id]
            for old in former.get(plain(source.info.title), ()):
                if version_key(old, source.text) in texts:
                    found[id] = old
        return found

    def _gone(self, lost: Iterable[Lost]) -> tuple[Gone, ...]:
        """What a reader is to be told of what went: the former text of an article is not gone with it."""
        return tuple(
            Gone(
                each.kind,
                self._correction(each.key, each.name) if each.kind == "corrections" else each.name,
                self._told_as.get(each.key),
            )
            for each in lost
            if each.kind != "versions"
        )

    def _correction(self, key: str, told: str) -> str:
        """A correction as an edition `told` it: that may quote what the book does not show any more."""
        if self._book.publish == "articles":
            return told
        return self._things.names["corrections"].get(key, WITHHELD)

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


def _keys_of(new: Brought) -> set[str | int]:
    """The ids of what has one, and which objects the facts are."""
    named: tuple[Entity | PointCoverage, ...] = (
        *(*new.people, *new.countries, *new.organisations),
        *new.points,
    )
    return {*new.articles, *(each.id for each in named), *map(id, new.facts)}


def _grouped(pairs: Iterable[tuple[int, T]]) -> dict[int, list[T]]:
    groups: dict[int, list[T]] = {}
    for number, thing in pairs:
        groups.setdefault(number, []).append(thing)
    return groups
