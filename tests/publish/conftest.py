"""A small book whose pages were written by hand: what the tests of publishing build and break."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefing_book.model import Settings
from briefing_book.publish.site import build_site

MKDOCS = """\
site_name: Replaced by the book's title
theme: {name: material, font: false}
plugins: [search]
markdown_extensions: [attr_list, md_in_html]
"""
TEXT = "The minister arrived on Friday. “We welcome the plan,” she said.\n\nTalks go on — “with patience”."
PAGES = {
    "index.md": """\
# The bottom line

<p><span data-source="a" data-start="0" data-end="31">The minister arrived
on Friday.</span> <a href="sources/a/#s1">1</a></p>

[People](people/index.md), [her words](people/ana-lima.md#quotations), [a search](?q=plan),
[elsewhere](https://example.org/plan), [a letter](mailto:desk@example.org)

![A flag](flag%20one.svg){ srcset="flag%20one.svg 2x" style="background: url('flag one.svg')" }
""",
    "people/index.md": "# People\n\n- [Ana Lima](ana-lima.md)\n",
    "people/ana-lima.md": """\
# Ana Lima

## Quotations

<blockquote data-source="a" data-start="33" data-end="52">We welcome the plan</blockquote>
<p>The minister, <a href="../../sources/a/#s2">sentence 2</a></p>
<blockquote data-source="a" data-start="81" data-end="94">with patience</blockquote>
<p>The minister, <a href="../../sources/a/#s3">sentence 3</a></p>
""",
    "sources/a.md": """\
# An article

<p><span id="s1" data-source="a" data-start="0" data-end="31">The minister arrived on Friday.</span>
<span id="s2" data-source="a" data-start="32" data-end="64">“We welcome the
<a href="../../people/ana-lima/">plan</a>,” she said.</span></p>
<p><span id="s3" data-source="a" data-start="66" data-end="96">Talks go on — “with patience”.</span></p>
""",
    "flag one.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
}


def write_pages(book: Path, pages: dict[str, str]) -> None:
    """Write pages into the book's `docs/`."""
    for name, text in pages.items():
        path = book / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def write_book(book: Path) -> Path:
    write_pages(book, PAGES)
    (book / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    return book


@pytest.fixture(scope="session")
def make_book() -> Callable[[Path], Path]:
    """Writes the small book into a folder."""
    return write_book


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The small book, not yet built."""
    return write_book(tmp_path / "book")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small book's site: to be copied, not changed."""
    book = write_book(tmp_path_factory.mktemp("book"))
    build_site(book, Settings(title="Talks of 2023"))
    return book / "site"


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    """The text of the small book's article."""
    return {"a": TEXT}
