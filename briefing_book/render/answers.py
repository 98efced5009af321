"""What pages get to know of a book: answers to questions, each by the name of a table and a key in it.

Who makes a page sees what it asked. While all answers to that are the same, the page is the same.
"""

from collections.abc import Callable
from hashlib import sha256
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

Question = tuple[str, str]
"""The name of a table, and a key in it."""

_SIZE = 16
_NO_ANSWER = bytes(_SIZE)


class Answers:
    """Tables of a book by their names, and which of their keys were asked for."""

    def __init__(self) -> None:
        self._tables: dict[str, Callable[[str], Any]] = {}
        self._asked: dict[Question, None] = {}
        self._digests = _Digests(self._tables)

    def table(self, name: str, answer: Callable[[str], T]) -> Callable[[str], T]:
        """A new table: what it returns answers as `answer` does, and notes each key.

        `answer` may raise KeyError for a key that there is not; it must not ask other tables.
        """
        if name in self._tables:
            raise ValueError(f"there is a table {name!r} already")
        self._tables[name] = answer
        asked = self._asked

        def ask(key: str) -> T:
            asked[name, key] = None
            return answer(key)

        return ask

    def forget(self) -> None:
        """Begin to note anew."""
        self._asked.clear()

    def asked(self) -> tuple[Question, ...]:
        """What was asked since, each question once."""
        return tuple(self._asked)

    def digest(self, question: Question) -> bytes:
        """What tells the answer to a question from others; zeros where there is none."""
        return self._digests[question]


class _Digests(dict[Question, bytes]):
    """The digest of each answer, made when it is first looked up."""

    def __init__(self, tables: dict[str, Callable[[str], Any]]) -> None:
        super().__init__()
        self._tables = tables

    def __missing__(self, question: Question) -> bytes:
        table, key = question
        try:
            self[question] = digest(self._tables[table](key))
        except KeyError:
            self[question] = _NO_ANSWER
        return self[question]


def digest(*things: Any) -> bytes:
    """A hash of records, or of whatever else is made of plain values, by all that they hold.

    What would be no shorter as a hash stands for itself.
    """
    data = _ENCODER.encode(things)
    return data if len(data) <= _SIZE else sha256(data).digest()[:_SIZE]


def _as_plain(thing: Any) -> str:
    if isinstance(thing, str):
        return str.__str__(thing)
    raise TypeError(f"{type(thing).__name__} has no digest")


_ENCODER = msgspec.msgpack.Encoder(enc_hook=_as_plain)
