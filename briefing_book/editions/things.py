"""What a book holds that a reader would call the same thing again, whatever else becomes of it.

Articles, entities, points and corrections have a key each. A fact has a mark for each of its passages, made
of the words: it stays the same one as long as one of them stays, whoever joins it and whatever is merged.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import NamedTuple

from briefing_book.model import Book, FactKind, NameKind, Passage, PlanCoverage, PointCoverage
from briefing_book.names import plain

FEW_WORDS = 6
"""Words fewer than these may be said again on another matter: their sentence tells which is meant."""
_SIZE = 6

Names = dict[NameKind, dict[str, str]]
"""The keys of each kind, each with its name; that of an article's version is the article's id."""


class Fact(NamedTuple):
    """A quotation, position, event or difference of the book, and its marks."""

    marks: tuple[str, ...]
    fact: object


class Things(NamedTuple):
    """All that a book holds and an edition can bring."""

    names: Names
    facts: dict[FactKind, list[Fact]]


def things_of(book: Book, corrections: Mapping[str, str]) -> Things:
    """What a book holds, and what people corrected in it: each correction in words, by what it says."""
    entities = book.entities.values()
    names: Names = {
        "articles": {id: plain(source.info.title) for id, source in book.sources.items()},
        "versions": {version_key(id, source.text): id for id, source in book.sources.items()},
        "people": {each.id: each.name for each in entities if each.kind == "people"},
        "countries": {each.id: each.name for each in entities if each.kind == "countries"},
        "organisations": {each.id: each.name for each in entities if each.kind == "organisations"},
        "points": dict(_points(book)),
        "corrections": {_mark(content): told for content, told in corrections.items()},
    }
    return Things(names, dict(_facts(book)))


def version_key(article: str, text: str) -> str:
    """The key of a text of an article, given by its id."""
    return _mark(article, text)


def point_key(plan: PlanCoverage, covered: PointCoverage) -> str:
    """The key of a point of a plan: its number, for its title may be written better."""
    return f"{plan.id} {covered.point.number}"


def unknown(facts: Iterable[Fact], marks: Collection[str]) -> list[object]:
    """The facts none of whose marks is among these."""
    return [each.fact for each in facts if not any(mark in marks for mark in each.marks)]


def _points(book: Book) -> Iterator[tuple[str, str]]:
    """The points that an article reports."""
    for plan in book.plans:
        for covered in plan.points:
            if covered.passages:
                told = f"{plan.plan.title}, point {covered.point.number}: {covered.point.title}"
                yield point_key(plan, covered), plain(told)


def _facts(book: Book) -> Iterator[tuple[FactKind, list[Fact]]]:
    words = _Words(book)
    yield "quotations", [Fact(words.marks((q.passage, *q.also)), q) for q in book.quotations]
    yield "positions", [Fact(words.marks(p.passages, p.stance), p) for p in book.positions]
    yield "events", [Fact(words.marks(e.passages), e) for e in book.events]
    yield (
        "differences",
        [Fact(words.marks((row.passage for row in d.rows), d.kind), d) for d in book.differences],
    )


class _Words:
    """Marks of the words of passages, in whatever article they stand."""

    def __init__(self, book: Book) -> None:
        self._sources = book.sources

    def marks(self, passages: Iterable[Passage], kind: str = "") -> tuple[str, ...]:
        """A mark for each of the passages that differ; `kind` keeps facts in the same words apart."""
        return tuple(dict.fromkeys(_mark(kind, self._told(passage)) for passage in passages))

    def _told(self, passage: Passage) -> str:
        words = passage.text.casefold().split()
        if len(words) < FEW_WORDS:
            source = self._sources[passage.article]
            start, end = source.sentences[passage.sentence - 1]
            words += ["in", *source.text[start:end].casefold().split()]
        return " ".join(words)


def _mark(*parts: str) -> str:
    return blake2b("\0".join(parts).encode(), digest_size=_SIZE).hexdigest()
