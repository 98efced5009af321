"""What sources say together. Articles that are copies or rewrites of one text are one source."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal, NamedTuple

from briefing_book.model import Book, BookEvent, BookPosition, BookQuotation, Passage
from briefing_book.render.answers import Answers

Kind = Literal["event", "quotation", "position", "provision"]
Sentence = tuple[str, int]


class Statement(NamedTuple):
    """Something that articles say, and everywhere they say it. `about` is the id of a provision's point."""

    kind: Kind
    fact: BookEvent | BookQuotation | BookPosition | None
    passages: tuple[Passage, ...]
    about: str = ""


def origins(book: Book) -> dict[str, str]:
    """For each article the first one with its text: articles for which that is the same are one source."""
    return {id: source.copy_of or id for id, source in book.sources.items()}


class Agreement:
    """Which articles are one source, and what several sources say."""

    def __init__(self, book: Book, answers: Answers) -> None:
        origin = origins(book)
        copies: dict[str, list[str]] = {}
        for article, first in origin.items():
            copies.setdefault(first, []).append(article)
        self._origin = answers.table("origins", origin.__getitem__)
        self._copies = answers.table("copies", lambda article: copies[origin[article]])
        several = cache(lambda: _of_several(book, origin))
        self._several = answers.table("statements", lambda _: several())

    def independent(self, articles: Iterable[str]) -> int:
        """How many sources these articles are."""
        return len({self._origin(article) for article in articles})

    def same_text(self, article: str) -> tuple[str, ...]:
        """The other articles that have an article's text, or a rewrite of it."""
        return tuple(other for other in self._copies(article) if other != article)

    def shared(self, most: int, but: Iterable[Passage] = ()) -> list[Statement]:
        """What most sources say, and more than one; no sentence twice, and none of `but`."""
        seen = _sentences(but)
        found: list[Statement] = []
        for statement in self._several(""):
            sentences = _sentences(statement.passages)
            if len(found) < most and seen.isdisjoint(sentences):
                found.append(statement)
                seen |= sentences
        return found


def _of_several(book: Book, origin: dict[str, str]) -> list[Statement]:
    """What more than one source says, what most do first."""
    statements = list(_statements(book))
    counts = [len({origin[p.article] for p in each.passages}) for each in statements]
    several = [n for n, count in enumerate(counts) if count > 1]
    return [statements[n] for n in sorted(several, key=lambda n: -counts[n])]


def _sentences(passages: Iterable[Passage]) -> set[Sentence]:
    return {(passage.article, passage.sentence) for passage in passages}


def _statements(book: Book) -> Iterator[Statement]:
    for event in book.events:
        yield Statement("event", event, event.passages)
    for quotation in book.quotations:
        yield Statement("quotation", quotation, (quotation.passage, *quotation.also))
    for position in book.positions:
        yield Statement("position", position, position.passages)
    for plan in book.plans:
        for covered in plan.points:
            for passages in covered.provisions:
                yield Statement("provision", None, passages, covered.id)
