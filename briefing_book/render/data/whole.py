"""The whole book as JSON, and its schema: all that the pages are made of but the articles' full texts."""

import inspect
from typing import Any

import msgspec
from msgspec.structs import asdict

from briefing_book.model import (
    ArticleInfo,
    Book,
    BookEvent,
    BookPosition,
    BookQuotation,
    BottomLine,
    Connection,
    Difference,
    Doubt,
    Entity,
    PlanCoverage,
    Record,
    SkippedSeed,
)
from briefing_book.render.whereabouts import Whereabouts

SCHEMA = "https://json-schema.org/draft/2020-12/schema"


class BookArticle(Record, frozen=True, omit_defaults=False):
    """An article. `address` is its page, on which sentence N has the anchor `sN`.

    `sentences` are the offsets of its sentences, the end excluded; `unread`: it is in a language that the
    book's model does not read, so that it has no facts; `copy_of`: the first article with the same text: the
    two are one source.
    """

    info: ArticleInfo
    address: str
    sentences: tuple[tuple[int, int], ...]
    unread: bool = False
    copy_of: str | None = None


class WholeBook(Record, frozen=True, omit_defaults=False):
    """A briefing book: what its articles report, put together, in the order in which its pages show it.

    `sources` are the articles and `entities` the people, organisations and countries, by id: an id is the
    address of a page, from the root of the site. `bottom_line` are the sentences that open the book,
    `bottom_lines` those that open the page of an entity or a plan; `doubts` are what a person should look at,
    `skipped` the files that could not be read. `site_url` is where the site stands, where that is known.
    """

    title: str
    site_url: str | None
    sources: dict[str, BookArticle]
    entities: dict[str, Entity]
    quotations: tuple[BookQuotation, ...]
    events: tuple[BookEvent, ...]
    positions: tuple[BookPosition, ...]
    plans: tuple[PlanCoverage, ...]
    connections: tuple[Connection, ...]
    differences: tuple[Difference, ...]
    bottom_line: tuple[BottomLine, ...]
    bottom_lines: dict[str, tuple[BottomLine, ...]]
    doubts: tuple[Doubt, ...]
    skipped: tuple[SkippedSeed, ...]


def whole_book(book: Book, at: Whereabouts) -> WholeBook:
    """The book without its articles' texts: only passages of them are in it."""
    articles = {
        id: BookArticle(s.info, at.article(id), s.sentences, s.unread, s.copy_of)
        for id, s in book.sources.items()
    }
    same = {name: value for name, value in asdict(book).items() if name in WholeBook.__struct_fields__}
    return WholeBook(**same | {"sources": articles})


def schema(address: str | None) -> dict[str, Any]:
    """The JSON Schema of `WholeBook`; `address` is where it will be found, if that is known."""
    (whole,), parts = msgspec.json.schema_components((WholeBook,), ref_template="#/$defs/{name}")
    for part in parts.values():
        part["description"] = inspect.cleandoc(part["description"]).replace("None", "null")
    named = {"$id": address} if address else {}
    return {"$schema": SCHEMA, **named, "title": "A briefing book", **whole, "$defs": parts}


def by_lines(record: dict[str, Any]) -> str:
    """A mapping as JSON, each element of its own lists and mappings on a line of its own."""
    fields = (f"{_json(key)}: {_elements(value)}" for key, value in record.items())
    return "{\n" + ",\n".join(fields) + "\n}\n"


def _elements(value: Any) -> str:
    if isinstance(value, dict) and value:
        return "{\n" + ",\n".join(f"{_json(key)}: {_json(each)}" for key, each in value.items()) + "\n}"
    if isinstance(value, list | tuple) and value:
        return "[\n" + ",\n".join(map(_json, value)) + "\n]"
    return _json(value)


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
