"""What may be shown of a book whose articles may not be republished: only the sentences that its pages cite.

All other characters of an article's text become spaces, so that offsets still count; whatever holds a passage
with such a character goes.
"""

import re
from functools import cache
from types import NoneType
from typing import Any, get_args, get_type_hints

import msgspec

from briefing_book.model import (
    Book,
    BookEvent,
    BookPosition,
    Connection,
    Difference,
    Form,
    HeldRole,
    Mark,
    Passage,
    Record,
    Source,
    Version,
)
from briefing_book.render.citations import Citations, overlapped

_NOTHING_WITHOUT = {
    Form: "passages",
    HeldRole: "passages",
    BookEvent: "passages",
    BookPosition: "passages",
    Connection: "passages",
    Difference: "rows",
}
"""What is nothing without those that it had."""
_WORD = re.compile(r"\S")


def published(book: Book, citations: Citations) -> Book:
    """The book as it may be shown: itself, or without what no page cites."""
    return book if book.publish == "articles" else _Cited(book, citations).book()


class _Cited:
    """The cited sentences of all articles, and what lies within them."""

    def __init__(self, book: Book, citations: Citations) -> None:
        self._book = book
        self._shown = {id: citations.shown(id) for id in book.sources}

    def book(self) -> Book:
        """The book without what is not cited."""
        sources = {id: self._source(source) for id, source in self._book.sources.items()}
        rest = {
            name: self._kept(getattr(self._book, name))
            for name in self._book.__struct_fields__
            if name != "sources"
        }
        return Book(sources=sources, **rest)

    def _source(self, source: Source) -> Source:
        shown = self._shown[source.info.id]
        parts, at = [], 0
        for number, (start, end) in enumerate(source.sentences, 1):
            parts += [_blank(source.text[at:start])]
            parts += [source.text[start:end] if number in shown else _blank(source.text[start:end])]
            at = end
        text = "".join((*parts, _blank(source.text[at:])))
        return msgspec.structs.replace(
            source,
            text=text,
            marks=tuple(m for m in source.marks if _is_in(text, m)),
            versions=tuple(_withheld(version) for version in source.versions),
            edited=tuple(msgspec.structs.replace(each, text="") for each in source.edited),
        )

    def _kept(self, thing: Any) -> Any:
        """The thing without passages that are not shown; None where it is nothing without them."""
        if isinstance(thing, tuple):
            return tuple(kept for each in thing if (kept := self._kept(each)) is not None)
        if isinstance(thing, dict):
            return {key: kept for key, each in thing.items() if (kept := self._kept(each)) is not None}
        if isinstance(thing, Record):
            return self._record(thing)
        return thing

    def _record(self, record: Record) -> Record | None:
        if isinstance(record, Passage) and not self._is_shown(record):
            return None
        changed = {}
        for name, optional in _fields(type(record)):
            value = getattr(record, name)
            kept = self._kept(value)
            if kept is None and value is not None and not optional:
                return None
            if kept != value:
                changed[name] = kept
        if changed.get(_NOTHING_WITHOUT.get(type(record), "")) == ():
            return None
        return msgspec.structs.replace(record, **changed) if changed else record

    def _is_shown(self, passage: Passage) -> bool:
        source, shown = self._book.sources[passage.article], self._shown[passage.article]
        return all(number in shown for number in overlapped(source, passage))


def _withheld(version: Version) -> Version:
    """No page cites an earlier version: that there is one is all that is told of it."""
    return Version(info=version.info, text="", sentences=(), also=version.also)


def _blank(text: str) -> str:
    return _WORD.sub(" ", text)


def _is_in(text: str, mark: Mark) -> bool:
    return bool(text[mark.start : mark.end].strip())


@cache
def _fields(kind: type[Record]) -> tuple[tuple[str, bool], ...]:
    """The fields of a record that can hold passages, and whether each may be None."""
    hints = get_type_hints(kind)
    return tuple(
        (name, NoneType in get_args(hint))
        for name, hint in hints.items()
        if name in kind.__struct_fields__ and hint not in (str, int, bool)
    )
