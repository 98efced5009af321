"""The book as data: whole but for full texts, readable by others, and harmless in a spreadsheet."""

import csv
import io
import json
from pathlib import Path

import msgspec
from frictionless import validate
from jsonschema import Draft202012Validator

from briefing_book.model import Book
from briefing_book.render import render
from briefing_book.render.data import HOLDS, TABLES
from briefing_book.render.data.rows import cell
from briefing_book.render.data.whole import WholeBook
from tests.render.small_book import HOSTILE, TEMPLATES, TEXTS

PLACES = [table.name for table in TABLES if "sentence" in table.columns]


def rows(pages: dict[str, str], table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(pages[f"data/{table}.csv"], newline="")))


def meant(cell: str) -> str:
    """What a cell means, as the page of the data says."""
    return cell.removeprefix("'") if cell.lstrip().startswith("'") else cell


def test_the_json_is_the_whole_book_but_for_its_articles_texts(book: Book, pages: dict[str, str]) -> None:
    data = msgspec.json.decode(pages["data/book.json"], type=WholeBook)
    for name in set(Book.__struct_fields__) & set(WholeBook.__struct_fields__) - {"sources"}:
        assert getattr(data, name) == getattr(book, name)
    assert [article.info for article in data.sources.values()] == [s.info for s in book.sources.values()]
    assert data.sources["gazette-copy"].address == "../sources/gazette-copy/"


def test_no_data_file_holds_an_articles_whole_text(pages: dict[str, str]) -> None:
    texts = [text for article, text in TEXTS.items() if article != "weather"]
    assert len(texts) == 4
    for file in HOLDS:
        assert not [text for text in texts if text in pages[file] or json.dumps(text)[1:-1] in pages[file]]


def test_the_json_is_what_its_schema_says_in_words_too(pages: dict[str, str], empty: Book) -> None:
    schema = json.loads(pages["data/book.schema.json"])
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    validator.validate(json.loads(pages["data/book.json"]))
    validator.validate(json.loads(render(empty, TEMPLATES)["data/book.json"]))
    assert all(part["description"] and "None" not in part["description"] for part in schema["$defs"].values())
    broken = json.loads(pages["data/book.json"])
    broken["quotations"][0]["passage"]["start"] = "0"
    assert not validator.is_valid(broken)


def test_the_tables_are_what_their_data_package_says(pages: dict[str, str], tmp_path: Path) -> None:
    for file in (path for path in HOLDS if path.endswith((".csv", "package.json"))):
        (tmp_path / Path(file).name).write_bytes(pages[file].encode())
    report = validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])
    assert {task.name: task.stats["rows"] for task in report.tasks} == {
        table.name: len(rows(pages, table.name)) for table in TABLES
    }


def test_the_tables_are_written_as_rfc_4180_says(pages: dict[str, str]) -> None:
    for table in TABLES:
        text = pages[table.file]
        assert text.endswith("\r\n") and not text.startswith("\ufeff")
        parsed = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        assert parsed[0] == list(table.columns)
        assert {len(row) for row in parsed} == {len(table.columns)}
        again = io.StringIO(newline="")
        csv.writer(again).writerows(parsed)
        assert again.getvalue() == text


def test_every_row_with_a_place_is_the_slice_that_it_names_and_leads_to_it(pages: dict[str, str]) -> None:
    for table in PLACES:
        found = rows(pages, table)
        assert found
        for row in found:
            text = TEXTS[row["article"]][int(row["start"]) : int(row["end"])]
            assert meant(row["text"]) == text
            assert row["address"].startswith("../sources/")
            assert row["address"].endswith(f"/#s{row['sentence']}")


def test_no_cell_is_a_formula_and_every_cell_can_be_read_back(pages: dict[str, str]) -> None:
    cells = [cell for table in TABLES for row in rows(pages, table.name) for cell in row.values()]
    assert "'=envoys" in cells
    assert not [cell for cell in cells if cell.lstrip()[:1] in set("=+-@")]
    for text in ("=1+1", " =1", "\t@x", "'so'", "''", "+1", "-", "＝1", "a=b", "", "“'”"):
        assert meant(cell(text)) == text
        assert cell(text).lstrip()[:1] not in set("=+-@＝")


def test_the_page_of_the_data_tells_every_file_with_its_size_and_every_column(pages: dict[str, str]) -> None:
    page = pages["data/index.md"]
    for file in HOLDS:
        assert f"]({Path(file).name})" in page
    for table in TABLES:
        section = page.partition(f"{{ #{table.name} }}")[2].partition("###")[0]
        for column in table.columns:
            assert f"<code>{column.replace('_', '&#95;')}</code>" in section
    size = len(pages["data/book.json"].encode())
    assert f"{size / 1000:.0f}\u00a0KB" in page.replace("&#160;", "\u00a0")


def test_the_provisions_say_which_belong_to_no_point(pages: dict[str, str]) -> None:
    assert [(row["provision"], row["point"], row["text"]) for row in rows(pages, "provisions")] == [
        ("1", "1", "calls for a ceasefire"),
        ("1", "1", "wants the guns to fall silent"),
        ("1", "1", "wants the guns to fall silent"),
        ("2", "1", "keep the ceasefire"),
        ("", "", "open roads"),
    ]


def test_what_several_articles_say_has_one_number_and_its_independent_sources(pages: dict[str, str]) -> None:
    for table in ("quotations", "events", "provisions"):
        told = [row for row in rows(pages, table) if row[table.removesuffix("s")] == "1"]
        assert [(row["sources"], row["article"]) for row in told] == [
            ("2", "report"),
            ("2", "gazette"),
            ("2", "gazette-copy"),
        ]


def test_the_tables_say_which_names_are_one_and_which_articles_are_one_text(pages: dict[str, str]) -> None:
    assert [(row["joined"], row["article"]) for row in rows(pages, "names")] == [
        ("Ann Lee", "report"),
        ("Ann Lee", HOSTILE),
        ("Anne Li", "gazette"),
        ("Anne Li", "gazette-copy"),
        ("Lee <An>", ""),
    ]
    assert {row["id"]: row["same_as"] for row in rows(pages, "articles")}["gazette-copy"] == "gazette"


def test_addresses_are_whole_where_the_book_says_where_its_site_stands(book: Book) -> None:
    pages = render(msgspec.structs.replace(book, site_url="https://book.example/b"), TEMPLATES)
    assert rows(pages, "events")[0]["address"] == "https://book.example/b/sources/report/#s1"
    assert [row["address"] for row in rows(pages, "people")] == [
        "https://book.example/b/people/ann-lee/",
        "https://book.example/b/people/#bo-kim",
    ]
    schema = json.loads(pages["data/book.schema.json"])
    assert schema["$id"] == "https://book.example/b/data/book.schema.json"
