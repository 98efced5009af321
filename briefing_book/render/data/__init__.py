"""The book as data: all of it as JSON, its facts as CSV tables, and in schema.org's words as JSON-LD."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

import msgspec

from briefing_book.render.data.rows import csv_files
from briefing_book.render.data.tables import TABLES, package
from briefing_book.render.data.whole import by_lines, schema, whole_book
from briefing_book.render.linked_data import linked_book
from briefing_book.render.view import View
from briefing_book.render.whereabouts import Whereabouts

__all__ = ["PAGE", "TABLES", "DataFile", "data_files", "listed"]

PAGE = "data/index.md"
"""The page of the data files: relative addresses in them count from it."""

HOLDS = {
    "data/book.json": "all that the pages are made of, but for the articles' full texts",
    "data/book.schema.json": "what stands where in book.json, as a JSON Schema",
    "data/book.jsonld": "articles, entities, plans, events, quotations and claims in the words of schema.org",
    **{table.file: f"each row is {table.row}" for table in TABLES},
    "data/datapackage.json": "what the columns of the tables hold, as a Data Package",
}
"""The data files, and what each holds."""


_TYPES = {".json": "application/json", ".jsonld": "application/ld+json", ".csv": "text/csv"}


class DataFile(NamedTuple):
    """A data file as its page lists it: its path in `docs/`, what it holds, and how large it is."""

    path: str
    holds: str
    size: str

    @property
    def name(self) -> str:
        """The file's name."""
        return PurePosixPath(self.path).name

    @property
    def type(self) -> str:
        """The file's media type."""
        return _TYPES[PurePosixPath(self.path).suffix]


def listed(sizes: Mapping[str, int]) -> list[DataFile]:
    """The data files, of these sizes in bytes, with what is said of them."""
    return [DataFile(path, HOLDS[path], size(number)) for path, number in sizes.items()]


def size(number: int) -> str:
    """A number of bytes in words: "812 bytes", "17 KB", "2.4 MB"."""
    if number < 1000:
        return f"{number} bytes"
    return f"{number / 1000:.0f} KB" if number < 1_000_000 else f"{number / 1_000_000:.1f} MB"


def data_files(view: View) -> dict[str, str]:
    """The content of every data file, by its path in `docs/`."""
    at, site = Whereabouts(view, PAGE), view.book.site_url
    files = {
        "data/book.json": by_lines(msgspec.structs.asdict(whole_book(view.book, at))),
        "data/book.schema.json": by_lines(schema(at.file("data/book.schema.json") if site else None)),
        "data/book.jsonld": by_lines(linked_book(view, at)),
        "data/datapackage.json": by_lines(package(view.book.title)),
        **csv_files(view, at),
    }
    return {path: files[path] for path in HOLDS}
