"""What the build of a site gives to search: Material's index completed, or Pagefind's in its place."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing_book.model import Settings
from briefing_book.publish.check import check_site
from briefing_book.publish.search import other_names
from briefing_book.publish.site import build_site
from briefing_book.publish.standing import PRODUCT

SETTINGS = Settings(title="Talks of 2023")
ANA = """\
---
title: "Ana Šlima"
names: ["Ana Šlima", "Šlima", "Ana M. Slyma &lt;b&gt;"]
---

# Ana Šlima { #top }

A minister.

## Quotations

“We welcome the plan”

## Sources

An article
"""
INDEX = """\
---
title: "People"
entries:
  "bo-ek": ["Bo Ek", "Ek", "Bo Eck"]
---

# People { #top }

<span id="bo-ek">Bo Ek</span>
"""
MOVED = """\
---
template: redirect.html
title: Moved
location: ../ana-slima/
search: {exclude: true}
---
# Moved
"""
FULL_THEME = f"""\
site_name: x
theme: {{name: material, font: false, custom_dir: {PRODUCT / "templates/theme"}}}
plugins: [search]
markdown_extensions: [attr_list]
"""


@pytest.fixture
def named_book(book: Path) -> Path:
    """The small book in the product's theme, with a person under three names and one without a page."""
    (book / "mkdocs.yml").write_text(FULL_THEME, encoding="utf-8")
    (book / "docs/people/ana-slima.md").write_text(ANA, encoding="utf-8")
    (book / "docs/people/index.md").write_text(INDEX, encoding="utf-8")
    (book / "docs/people/gone.md").write_text(MOVED, encoding="utf-8")
    return book


def entries(site: Path) -> dict[str, dict[str, Any]]:
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    return {entry["location"]: entry for entry in index["docs"]}


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_page_is_found_by_the_names_that_its_title_does_not_have_and_by_plain_letters(
    named_book: Path,
) -> None:
    build_site(named_book, SETTINGS)
    found = entries(named_book / "site")
    assert found["people/ana-slima/"]["tags"] == ["Ana M. Slyma &lt;b&gt;", "Ana Slima"]
    assert "tags" not in found["people/ana-slima/#sources"]


def test_a_page_about_somebody_counts_more_than_one_that_names_them_and_its_quotations_most(
    named_book: Path,
) -> None:
    build_site(named_book, SETTINGS)
    found = entries(named_book / "site")
    about = [found[f"people/ana-slima/{part}"]["boost"] for part in ("#sources", "", "#quotations")]
    assert about[0] == about[1] < about[2]
    assert found["sources/a/"].get("boost", 1) < about[0]


def test_whoever_stands_in_an_index_only_is_found_there_by_each_name(named_book: Path) -> None:
    build_site(named_book, SETTINGS)
    entry = entries(named_book / "site")["people/#bo-ek"]
    assert (entry["title"], entry["tags"]) == ("Bo Ek", ["Bo Eck"])


def test_a_site_opened_as_files_has_its_index_as_a_script(named_book: Path) -> None:
    build_site(named_book, SETTINGS)
    script = (named_book / "site/search/search_index.js").read_text(encoding="utf-8")
    assert script.removeprefix("var __index = ") == (named_book / "site/search/search_index.json").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    "front", ["names: Ana", "entries: [a]", "entries: {a: }", "search:", "names: {a: b}"]
)
def test_a_hand_written_page_may_say_what_it_likes_in_its_front_matter(book: Path, front: str) -> None:
    (book / "docs/own.md").write_text(f"---\n{front}\n---\n# Own\n", encoding="utf-8")
    assert "own/index.html" in build_site(book, SETTINGS).files
    assert "own/" in entries(book / "site")


def test_a_book_of_more_pages_is_searched_by_pagefind_and_materials_index_is_empty(
    named_book: Path, texts: dict[str, str]
) -> None:
    files = build_site(named_book, SETTINGS, most_pages=2).files
    assert "pagefind/pagefind.js" in files
    assert [file for file in files if "pagefind-ui" in file] == []
    assert entries(named_book / "site") == {}
    assert "workers/pagefind.js?" in (named_book / "site/people/index.html").read_text(encoding="utf-8")
    assert check_site(named_book / "site", texts) == []


def test_a_book_of_few_pages_carries_nothing_of_pagefind(named_book: Path) -> None:
    files = build_site(named_book, SETTINGS, most_pages=6).files
    assert [file for file in files if file.startswith("pagefind/")] == []


def test_pagefinds_index_has_no_page_that_only_leads_elsewhere(named_book: Path) -> None:
    """Five pages, and the entry of somebody without one; neither the page that moved nor the 404."""
    build_site(named_book, SETTINGS, most_pages=2)
    told = json.loads((named_book / "site/pagefind/pagefind-entry.json").read_text(encoding="utf-8"))
    assert told["languages"]["en"]["page_count"] == 6


def test_a_theme_of_the_books_own_that_cannot_ask_pagefind_keeps_materials_search(book: Path) -> None:
    files = build_site(book, SETTINGS, most_pages=1).files
    assert "pagefind/pagefind.js" not in files
    assert "people/ana-lima/" in entries(book / "site")


def test_the_same_large_book_gives_the_same_bytes(tmp_path: Path, make_book: Callable[[Path], Path]) -> None:
    here, there = make_book(tmp_path / "a"), make_book(tmp_path / "other place" / "b")
    for book in (here, there):
        (book / "mkdocs.yml").write_text(FULL_THEME, encoding="utf-8")
        (book / "docs/people/index.md").write_text(INDEX, encoding="utf-8")
        build_site(book, SETTINGS, most_pages=1)
    assert content(here / "site") == content(there / "site")


def test_a_name_whose_words_are_all_in_another_is_no_other_name() -> None:
    assert other_names("Xi Jinping", ["Xi", "XI Jinping", "Jinping Xi", "Xi Dada", "Dada"]) == ["Xi Dada"]
