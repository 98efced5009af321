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
    ByHand,
    Change,
    ChangedFact,
    Connection,
    Difference,
    Doubt,
    Edited,
    Entity,
    PlanCoverage,
    Record,
    SkippedSeed,
    Version,
)
from briefing_book.render.whereabouts import Whereabouts

SCHEMA = "https://json-schema.org/draft/2020-12/schema"


class BookVersion(Record, frozen=True, omit_defaults=False):
    """An earlier version of an article. `address` is its page; `also` are other seeds with its text.

    `changes` are the sentences that the next version changed, `went` and `came` the facts that only this one
    and only the next one has; none where the book does not show its articles whole.
    """

    info: ArticleInfo
    address: str | None
    changes: tuple[Change, ...]
    went: tuple[ChangedFact, ...]
    came: tuple[ChangedFact, ...]
    also: tuple[str, ...]


class BookArticle(Record, frozen=True, omit_defaults=False):
    """An article. `address` is its page, on which sentence N has the anchor `sN`.

    `sentences` are the offsets of its sentences, the end excluded; `unread`: it is in a language that the
    book's model does not read, so that it has no facts; `copy_of`: the first article with the same text: the
    two are one source. `versions` are its earlier texts, the first one first; `also` are other seeds with its
    present text; `edited` is what people have changed in its file of facts.
    """

    info: ArticleInfo
    address: str
    sentences: tuple[tuple[int, int], ...]
    unread: bool = False
    copy_of: str | None = None
    versions: tuple[BookVersion, ...] = ()
    also: tuple[str, ...] = ()
    edited: tuple[Edited, ...] = ()


class WholeBook(Record, frozen=True, omit_defaults=False):
    """A briefing book: what its articles report, put together, in the order in which its pages show it.

    `sources` are the articles and `entities` the people, organisations and countries, by id: an id is the
    address of a page, from the root of the site. `bottom_line` are the sentences that open the book,
    `bottom_lines` those that open the page of an entity or a plan; `doubts` are what a person should look at,
    `skipped` the files that could not be read, `by_hand` the facts that people added. `site_url` is where the
    site stands, where that is known.
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
    by_hand: tuple[ByHand, ...]


def whole_book(book: Book, at: Whereabouts) -> WholeBook:
    """The book without its articles' texts: only passages of them are in it."""
    articles = {
        id: BookArticle(
            s.info,
            at.article(id),
            s.sentences,
            s.unread,
            s.copy_of,
            _versions(s.versions, at),
            s.also,
            s.edited,
        )
        for id, s in book.sources.items()
    }
    same = {name: value for name, value in asdict(book).items() if name in WholeBook.__struct_fields__}
    return WholeBook(**same | {"sources": articles})


def _versions(versions: tuple[Version, ...], at: Whereabouts) -> tuple[BookVersion, ...]:
    return tuple(
        BookVersion(v.info, at.article(v.info.id) if v.text else None, v.changes, v.went, v.came, v.also)
        for v in versions
    )


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
        return "[\n" + _ENCODER.encode_lines(value).decode().rstrip("\n").replace("\n", ",\n") + "\n]"
    return _json(value)


def _json(value: Any) -> str:
    return _ENCODER.encode(value).decode()


_ENCODER = msgspec.json.Encoder()
