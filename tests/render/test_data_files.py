"""The book as data: whole, readable by others, and harmless in a spreadsheet."""

import csv
import io
import json

import msgspec

from briefing_book.model import Book
from tests.render.small_book import TEXTS

TABLES = ("people", "quotations", "events", "positions", "provisions", "mentions")


def rows(pages: dict[str, str], table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(pages[f"data/{table}.csv"])))


def test_the_json_is_the_whole_book(book: Book, pages: dict[str, str]) -> None:
    assert msgspec.json.decode(pages["data/book.json"], type=Book) == book


def test_every_row_with_a_place_is_the_slice_that_it_names(pages: dict[str, str]) -> None:
    for table in TABLES[1:]:
        found = rows(pages, table)
        assert found
        for row in found:
            text = TEXTS[row["article"]][int(row["start"]) : int(row["end"])]
            assert row["text"].removeprefix("'") == text


def test_no_cell_is_a_formula(book: Book, pages: dict[str, str]) -> None:
    cells = [cell for table in TABLES for row in rows(pages, table) for cell in row.values()]
    assert "'=envoys" in cells
    assert not [cell for cell in cells if cell.lstrip()[:1] in set("=+-@")]


def test_the_provisions_say_which_belong_to_no_point(pages: dict[str, str]) -> None:
    assert [(row["plan"], row["point"], row["text"]) for row in rows(pages, "provisions")] == [
        ("roads-2024", "1", "calls for a ceasefire"),
        ("roads-2024", "", "open roads"),
    ]


def test_the_json_ld_names_everything_once_and_refers_only_to_what_it_names(pages: dict[str, str]) -> None:
    data = json.loads(pages["data/book.jsonld"])
    named = [node["@id"] for node in data["@graph"] if "@id" in node]
    assert len(named) == len(set(named)) == 6
    kinds = {node["@type"] for node in data["@graph"]}
    assert kinds == {"NewsArticle", "Person", "Country", "CreativeWork", "Event", "Quotation"}
    assert data["@context"] == "https://schema.org"
    assert references(data["@graph"]) <= set(named)


def references(node: object) -> set[str]:
    """All ids that a node with nothing but an id stands for."""
    if isinstance(node, list):
        return {id for each in node for id in references(each)}
    if not isinstance(node, dict):
        return set()
    return {node["@id"]} if list(node) == ["@id"] else references(list(node.values()))
