"""The questions that a book has for a person: each doubt that corrections can answer."""

from collections.abc import Iterator
from typing import Any

import yaml

from briefing_book.assemble.choices import PUBLISHED, dated
from briefing_book.assemble.doubts import UNDATED
from briefing_book.model import Book, Choice, Passage, Record

Entry = dict[str, Any]


class Answer(Record, frozen=True):
    """An answer: when it is the right one, and its entries in a section of the corrections.

    `fill` is the key of the entries that a person still has to write.
    """

    when: str
    section: str
    entries: tuple[Entry, ...]
    fill: str | None = None


class Question(Record, frozen=True):
    """A doubt with its answers."""

    kind: str
    text: str
    passages: tuple[Passage, ...]
    answers: tuple[Answer, ...]


def questions(book: Book) -> Iterator[Question]:
    """All questions, in the order of the review page; the date of each article is one."""
    for doubt in book.doubts:
        if doubt.kind == UNDATED:
            yield from _dates(book)
        elif doubt.choices:
            yield Question(doubt.kind, doubt.text, doubt.passages, tuple(map(_answer, doubt.choices)))


def _dates(book: Book) -> Iterator[Question]:
    for id, source in book.sources.items():
        if source.info.published is None:
            start, end = source.sentences[0] if source.sentences else (0, len(source.text))
            first = Passage(start, end, source.text[start:end], id, 1)
            answer = Answer("you know its date", "articles", (dated(id),), PUBLISHED)
            yield Question(UNDATED, "Nothing says when it was published.", (first,), (answer,))


def _answer(choice: Choice) -> Answer:
    ((section, entries),) = yaml.safe_load(choice.yaml).items()
    return Answer(choice.when, section, tuple(entries), choice.fill)
