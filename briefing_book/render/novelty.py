"""What the last edition brought, as pages ask it: of a fact, or of an article, entity or point by its id."""

from collections.abc import Iterator

from briefing_book.editions import History
from briefing_book.model import Book, BookEvent, BookPosition, BookQuotation, Difference
from briefing_book.render.view import View

_Fact = BookEvent | BookPosition | BookQuotation | Difference


class Novelty:
    """Whether things of a book are new. Facts that start with the same passage are looked up together."""

    def __init__(self, history: History, view: View) -> None:
        self._history = history
        facts: dict[str, list[_Fact]] = {}
        for fact in _facts(view.book):
            facts.setdefault(_place(fact), []).append(fact)
        self._new = view.answers.table(
            "new", lambda key: tuple(map(self._is_new, facts[key])) if key in facts else self._is_new(key)
        )

    def __call__(self, thing: _Fact | str) -> bool:
        """Whether the last edition brought it."""
        self._new(thing if isinstance(thing, str) else _place(thing))
        return self._is_new(thing)

    def _is_new(self, thing: object) -> bool:
        return self._history.is_new(self._history.key(thing))


def _facts(book: Book) -> Iterator[_Fact]:
    yield from book.quotations
    yield from book.events
    yield from book.positions
    yield from book.differences


def _place(fact: _Fact) -> str:
    """The kind of a fact, and where its first passage stands."""
    match fact:
        case BookQuotation():
            first = fact.passage
        case Difference():
            first = fact.rows[0].passage
        case _:
            first = fact.passages[0]
    return f"{type(fact).__name__} {first.article} {first.start} {first.end}"
