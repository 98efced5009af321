"""Pages that several processes convert are those that one converts."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefing_book.publish.kept.ahead import WORTH_A_PROCESS
from briefing_book.publish.standing import PRODUCT
from tests.publish.conftest import write_pages
from tests.publish.test_kept import content

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks safely")

MKDOCS = """\
site_name: x
theme: {name: material, font: false}
plugins: [search]
markdown_extensions: [attr_list, md_in_html, tables, toc]
nav: [Overview: index.md]
validation: {links: {anchors: warn}}
"""
ROW = "| [Page {n}](p{n}.md#told) | *“We welcome [the plan](../index.md), all of it”*{{ .said }} | a\\*b |\n"
PAGES = 40


def page(n: int, title: str) -> str:
    rows = ROW.format(n=(n + 1) % PAGES) * (2 * WORTH_A_PROCESS // PAGES // len(ROW) + 1)
    return f"{title}# Page {n} {{ #top }}\n\n## Told\n\n| Who | What | a |\n| --- | --- | --- |\n{rows}"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book of so many bytes that converting them pays another process; some pages have no title."""
    titles = ("", '---\ntitle: "Told"\nsearch: {exclude: true}\n---\n')
    pages = {f"list/p{n}.md": page(n, titles[n % 3 > 0]) for n in range(PAGES)}
    write_pages(tmp_path / "book", {"index.md": "# Overview\n\n[A page](list/p3.md#told)\n", **pages})
    (tmp_path / "book/mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    return tmp_path / "book"


def converted(book: Path, processors: int) -> str:
    command = [sys.executable, "-m", "tests.publish.conversions", str(book), str(processors)]
    done = subprocess.run(command, cwd=PRODUCT, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def test_pages_are_the_same_however_many_processes_convert_them(book: Path) -> None:
    alone = book.with_name("alone")
    shutil.copytree(book, alone)
    assert converted(alone, 1) == str(PAGES + 1)
    assert int(converted(book, 2)) < PAGES
    assert content(book / "site") == content(alone / "site")


def test_what_another_process_finds_is_known_when_the_book_is_built_again(book: Path) -> None:
    converted(book, 2)
    (book / "docs/list/p6.md").unlink()
    (book / "docs/list/p3.md").write_text("# Page 3\n")
    alone = book.with_name("alone")
    shutil.copytree(book, alone, ignore=shutil.ignore_patterns(".build", "site"))
    told = converted(book, 2)
    assert "p6.md" in told and "does not contain an anchor '#told'" in told
    assert converted(alone, 1) == told.replace(str(book), str(alone))


def test_a_warning_is_told_whichever_process_finds_it(book: Path) -> None:
    alone = book.with_name("alone")
    for n in (1, 2, 4, 5):
        write_pages(book, {f"list/p{n}.md": page(n, '---\ntitle: "Told"\n---\n') + f"\n[gone](gone{n}.md)\n"})
    shutil.copytree(book, alone)
    told = converted(book, 2)
    assert all(f"gone{n}.md" in told for n in (1, 2, 4, 5))
    assert converted(alone, 1) == told.replace(str(book), str(alone))
