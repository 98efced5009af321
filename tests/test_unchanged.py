"""A book that is as the last build left it is not built again; whatever changes, it is."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.test_cli import ARTICLE, new_book, run, tree

Change = Callable[[Path], object]

CHANGES: dict[str, Change] = {
    "a new seed": lambda book: (book / "seeds/b.txt").write_text(
        "Carl Holm, the mayor of Bergen, resigned.\n"
    ),
    "an edited seed": lambda book: (book / "seeds/meeting.txt").write_text(ARTICLE.replace("Oslo", "Rome")),
    "a setting": lambda book: (book / "briefing.yml").write_text("title: Another\n"),
    "a page of one's own": lambda book: (book / "docs/mine.md").write_text("# Mine\n"),
    "a lost page of the site": lambda book: (book / "site/index.html").unlink(),
    "a page of the site that somebody changed": lambda book: (book / "site/index.html").write_text("mine"),
    "a lost brief": lambda book: (book / "print/book.pdf").unlink(),
    "a lost facts file": lambda book: (book / "facts/meeting.yml").unlink(),
    "lost addresses": lambda book: (book / "addresses.yml").unlink(),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    book = new_book(tmp_path_factory.mktemp("unchanged") / "book", meeting=ARTICLE)
    assert run("--book", book).returncode == 0
    return book


def times(book: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in book.rglob("*") if path.is_file()}


def test_nothing_is_touched_or_imported_where_nothing_changed(built: Path) -> None:
    before = times(built)
    again = run("--book", built, PYTHONPROFILEIMPORTTIME="1")
    assert again.returncode == 0 and "No article changed." in again.stdout
    assert times(built) == before
    assert "mkdocs" not in again.stderr and "briefing_book.assemble" not in again.stderr


def test_after_a_build_that_brought_something_there_is_nothing_to_build(built: Path, tmp_path: Path) -> None:
    book = tmp_path / "book"
    shutil.copytree(built, book)
    for name in ("b", "c"):
        (book / f"seeds/{name}.txt").write_text("Carl Holm, the mayor of Bergen, resigned.\n")
        assert run("--book", book).returncode == 0
    again = run("--book", book, PYTHONPROFILEIMPORTTIME="1")
    assert again.returncode == 0 and "briefing_book.assemble" not in again.stderr


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changes_the_book_is_built_again(built: Path, tmp_path: Path, change: Change) -> None:
    book = tmp_path / "book"
    shutil.copytree(built, book)
    run("--book", book)
    change(book)
    again = run("--book", book, PYTHONPROFILEIMPORTTIME="1")
    assert again.returncode == 0, again.stderr
    assert "briefing_book.assemble" in again.stderr
    site = (book / "site/index.html").read_text()
    assert (
        "<title>" in site and (book / "print/book.pdf").is_file() and (book / "facts/meeting.yml").is_file()
    )


def test_what_a_build_warned_of_is_said_again(built: Path, tmp_path: Path) -> None:
    book = tmp_path / "book"
    shutil.copytree(built, book)
    (book / "seeds/empty.txt").write_text("")
    first, again = run("--book", book), run("--book", book, "--strict")
    assert "seeds/empty.txt" in first.stderr and first.stderr == again.stderr
    assert again.returncode == 1


def test_a_disk_that_takes_no_more_is_named_in_one_line_and_the_old_book_stays(
    built: Path, tmp_path: Path
) -> None:
    """No file may be longer than the brief of the book is: as if the disk were full."""
    book = tmp_path / "book"
    shutil.copytree(built, book)
    before = tree(book)
    (book / "seeds/b.txt").write_text("Carl Holm, the mayor of Bergen, resigned on Monday.\n")
    limited = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)); "
        "from briefing_book.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", limited, "--book", str(book)]
    full = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert full.returncode == 2
    assert full.stderr.count("\n") == 1 and "the book is as it was" in full.stderr
    after = tree(book)
    assert {path: data for path, data in after.items() if path in before} == before
    assert run("--book", book).returncode == 0
    assert (book / "facts/b.yml").is_file()
