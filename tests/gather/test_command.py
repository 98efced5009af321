"""The command tells what came, and its exit status whether something did not."""

from pathlib import Path

import pytest

from briefing_book.cli import main
from tests.gather.conftest import Site, page, seeds_of

Shown = pytest.CaptureFixture[str]


def test_what_came_is_told_and_what_failed_is_told_apart(book: Path, site: Site, capsys: Shown) -> None:
    site.pages["/talks"] = page("Talks go on in Nairobi")
    where = ["--book", str(book), "--allow-private"]
    assert main(["add", site.url("/talks"), "gone.txt", *where]) == 1
    shown = capsys.readouterr()
    assert f"New: seeds/talks-go-on-in-nairobi.html, from {site.url('/talks')}" in shown.out
    assert shown.err.startswith("gone.txt: is not there")
    assert main(["add", str(book / "seeds"), *where]) == 0
    assert "1 there already" in capsys.readouterr().out


def test_this_computer_is_asked_only_if_that_is_allowed(book: Path, site: Site, capsys: Shown) -> None:
    assert main(["add", "--feed", site.url("/feed"), "--book", str(book)]) == 1
    assert "--allow-private" in capsys.readouterr().err
    assert site.requests == []


def test_somebody_must_name_something_and_start_the_book_first(
    book: Path, tmp_path: Path, capsys: Shown
) -> None:
    assert main(["add", "--book", str(book)]) == 2
    assert "name what to bring" in capsys.readouterr().err
    assert main(["add", "a.txt", "--book", str(tmp_path / "none")]) == 2
    assert "init" in capsys.readouterr().err
    assert seeds_of(book) == []
