"""What the build of a site gives to search: Material's index completed, or Pagefind's in its place."""

import gzip
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
ARTICLE = """\
---
title: "Talks &lt;b&gt;resume&lt;/b&gt;"
---

# Talks &lt;b&gt;resume&lt;/b&gt; { #top }

4 May 2023
{: .lead }

<div class="facts" data-search-exclude=""><a class="cite" href="#s1">s1</a> Whatever is excluded</div>

## Text { #text }

<div class="article"><p><span id="s1" data-source="b" data-start="0" data-end="44">“We thank all
<a class="plans" href="../">envoys</a>,” she wrote &lt;script&gt;alert(1)&lt;/script&gt;.</span><a
class="self" href="#s1" data-sign="¶"></a></p></div>
"""
PERSON = """\
---
title: "Ana Šlima"
names: ["Ana Šlima", "Šlima", "Ana M. Slyma &lt;b&gt;"]
---

# Ana Šlima { #top }

A minister.
{: .lead }

## Quotations

<q data-source="b" data-start="1" data-end="20">We thank all envoys</q>
"""
LIST = """\
# Quotations { #top }

One, as said.
{: .lead }

<q data-source="b" data-start="1" data-end="20">We thank all envoys</q> <a class="cite" href="../">1</a>
"""
EARLIER = """\
---
search:
  exclude: true
---

# Talks are off { #top }

<div class="article"><p>“We thank nobody”</p></div>
"""
OWN = """\
# Notes

What we keep. <script>hidden()</script><em data-search-exclude>Nothing else.</em>

## The list

Ours.<br>Yours.
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


def fragments(site: Path) -> dict[str, dict[str, Any]]:
    """What Pagefind finds: of each page, by its address, the text, what it is called, and its anchors."""
    return {page["url"]: page for page in map(unpacked, (site / "pagefind").glob("*/fragment/*"))}


def unpacked(fragment: Path) -> dict[str, Any]:
    return dict(json.loads(gzip.decompress(fragment.read_bytes()).removeprefix(b"pagefind_dcd")))


def index_of(site: Path, url: str) -> str:
    """The name of the index that has a page."""
    pages = (site / "pagefind").glob("*/fragment/*")
    return next(page.parent.parent.name for page in pages if unpacked(page)["url"] == url)


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
    assert "pagefind/pages/pagefind.js" in files
    assert [file for file in files if "pagefind-ui" in file] == []
    assert entries(named_book / "site") == {}
    assert "workers/pagefind.js?" in (named_book / "site/people/index.html").read_text(encoding="utf-8")
    assert check_site(named_book / "site", texts) == []


def test_a_book_of_few_pages_carries_nothing_of_pagefind(named_book: Path) -> None:
    files = build_site(named_book, SETTINGS, most_pages=6).files
    assert [file for file in files if file.startswith("pagefind/")] == []


def test_pagefinds_indexes_have_no_page_that_only_leads_elsewhere(named_book: Path) -> None:
    """Five pages, and the entry of somebody without one; neither the page that moved nor the 404."""
    build_site(named_book, SETTINGS, most_pages=2)
    indexes = (named_book / "site/pagefind").glob("*/pagefind-entry.json")
    told = [json.loads(index.read_text(encoding="utf-8")) for index in indexes]
    assert sum(index["languages"]["en"]["page_count"] for index in told) == 6


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory, make_book: Callable[[Path], Path]) -> Path:
    """The site of a large book: an article, an earlier text of it, and pages that tell of it."""
    book = make_book(tmp_path_factory.mktemp("large") / "book")
    (book / "mkdocs.yml").write_text(FULL_THEME, encoding="utf-8")
    pages = {"sources/b": ARTICLE, "sources/b~1": EARLIER, "people/ana": PERSON, "people/index": INDEX}
    for name, text in (pages | {"quotations": LIST, "own": OWN}).items():
        (book / "docs" / f"{name}.md").write_text(text, encoding="utf-8")
    build_site(book, SETTINGS, most_pages=2)
    return book / "site"


def test_in_a_large_book_a_passage_is_found_once_in_the_section_of_its_article(large: Path) -> None:
    found = fragments(large)
    assert [url for url, page in found.items() if "thank all envoys" in page["content"]] == ["/sources/b/"]
    article = found["/sources/b/"]
    assert [(each["element"], each["id"]) for each in article["anchors"]] == [("h1", "top"), ("h2", "text")]
    assert article["content"].split("Text. ")[1].startswith("“We thank all envoys,” she wrote")


def test_in_a_large_book_people_and_lists_are_found_by_their_names_and_by_what_opens_their_page(
    large: Path,
) -> None:
    person, quotations = (fragments(large)[url] for url in ("/people/ana/", "/quotations/"))
    names = "Ana Šlima, Šlima, Ana M. Slyma <b>"
    assert (person["meta"]["title"], person["meta"]["names"]) == ("Ana Šlima", names)
    assert person["content"] == f"Ana Šlima. {names} A minister."
    assert quotations["content"] == "Quotations. One, as said."


def test_in_a_large_book_whoever_has_no_page_leads_to_their_place(large: Path) -> None:
    places = {page["meta"].get("place"): page["meta"].get("names") for page in fragments(large).values()}
    assert places["/people/#bo-ek"] == "Bo Ek, Ek, Bo Eck"


def test_in_a_large_book_a_hand_written_page_is_found_whole(large: Path) -> None:
    page = fragments(large)["/own/"]
    assert page["content"] == "Notes. What we keep. The list. Ours. Yours."
    assert [each["id"] for each in page["anchors"]] == ["notes", "the-list"]


def test_in_a_large_book_a_text_that_search_leaves_out_is_found_nowhere(large: Path) -> None:
    """Such as an article's earlier text: what the newest changed is told on its own page."""
    text = " ".join(page["content"] for page in fragments(large).values())
    assert "thank nobody" not in text
    assert "Whatever is excluded" not in text


def test_in_a_large_book_what_an_article_says_is_only_text_to_the_index(large: Path) -> None:
    page = fragments(large)["/sources/b/"]
    assert page["meta"]["title"] == "Talks <b>resume</b>"
    assert page["content"].endswith("<script>alert(1)</script>.")


def test_what_pagefind_reads_is_no_part_of_the_site(large: Path) -> None:
    pages = [path.relative_to(large).as_posix() for path in large.rglob("*.html")]
    written = ("index", "own/index", "quotations/index", "people/index", "people/ana/index")
    written += ("people/ana-lima/index", "sources/a/index", "sources/b/index", "sources/b~1/index")
    assert sorted(pages) == sorted(f"{name}.html" for name in ("404", *written))


def indexes_of(site: Path) -> dict[str, int]:
    """Pagefind's indexes, and which file each is: one that is made again is another."""
    return {path.parent.name: path.stat().st_ino for path in site.glob("pagefind/*/pagefind-entry.json")}


def test_an_index_is_taken_over_where_nothing_changed_that_is_found(named_book: Path) -> None:
    """A passage that changes is indexed as its article's: what else shows it does not matter."""
    made = []
    for text in (LIST, LIST.replace("all envoys", "them all"), LIST.replace("as said", "as told")):
        (named_book / "docs/list.md").write_text(text, encoding="utf-8")
        build_site(named_book, SETTINGS, most_pages=2)
        page = (named_book / "site/list/index.html").read_bytes()
        made.append((indexes_of(named_book / "site")["pages"], page))
    indexes, pages = zip(*made, strict=True)
    assert indexes[0] == indexes[1] != indexes[2]
    assert len(set(pages)) == 3


def test_an_article_more_lets_all_indexes_but_its_own_stand(named_book: Path) -> None:
    """And once it is gone again, all is as before."""
    site, articles = named_book / "site", named_book / "docs/sources"
    for n in range(20):
        (articles / f"more-{n}.md").write_text(ARTICLE, encoding="utf-8")
    build_site(named_book, SETTINGS, most_pages=2)
    before, first = indexes_of(site), content(site / "pagefind")
    (articles / "last.md").write_text(ARTICLE, encoding="utf-8")
    build_site(named_book, SETTINGS, most_pages=2)
    after = indexes_of(site)
    assert [name for name in after if after[name] != before.get(name)] == [index_of(site, "/sources/last/")]
    (articles / "last.md").unlink()
    build_site(named_book, SETTINGS, most_pages=2)
    assert content(site / "pagefind") == first


def test_a_theme_of_the_books_own_that_cannot_ask_pagefind_keeps_materials_search(book: Path) -> None:
    files = build_site(book, SETTINGS, most_pages=1).files
    assert "pagefind/pages/pagefind.js" not in files
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
