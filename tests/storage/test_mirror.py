"""A mirror holds what its folder holds, and leaves alone what it has already."""

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_book.storage.mirror import mirror

PATHS = st.sampled_from(["a", "b", "people/x", "people/y", "people", "a/b/c"])
STEPS = st.lists(st.tuples(PATHS, st.sampled_from(["write", "replace", "remove"]), st.text(max_size=3)))


def content(folder: Path) -> dict[str, bytes | None]:
    """The bytes of the files in a folder; None for folders."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


def change(path: Path, how: str, text: str) -> None:
    if how == "remove":
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    if how == "replace":
        path.unlink(missing_ok=True)
    path.write_text(text)


@given(rounds=st.lists(STEPS, max_size=4))
def test_whatever_changes_in_a_folder_its_mirror_holds_the_same(
    rounds: list[list[tuple[str, str, str]]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    book = tmp_path_factory.mktemp("book")
    (book / "docs").mkdir()
    for steps in rounds:
        for path, how, text in steps:
            try:
                change(book / "docs" / path, how, text)
            except OSError:  # a folder stands where a file should, or the other way round
                continue
        mirror(book / "docs", book / "mirror")
        assert content(book / "mirror") == content(book / "docs")


@given(rounds=st.lists(st.tuples(STEPS, st.sets(PATHS)), max_size=4))
def test_a_mirror_of_what_is_wanted_holds_that_alone(
    rounds: list[tuple[list[tuple[str, str, str]], set[str]]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """And no folder in which nothing is."""
    book = tmp_path_factory.mktemp("book")
    (book / "docs").mkdir()
    for steps, wanted in rounds:
        for path, how, text in steps:
            try:
                change(book / "docs" / path, how, text)
            except OSError:  # as above
                continue
        mirror(book / "docs", book / "mirror", wanted)
        there = content(book / "docs")
        files = {path: there[path] for path in wanted if there.get(path) is not None}
        folders = {str(folder) for path in files for folder in PurePosixPath(path).parents} - {"."}
        assert content(book / "mirror") == files | dict.fromkeys(folders)


def test_what_a_mirror_has_already_keeps_the_time_of_its_entry(tmp_path: Path) -> None:
    page = tmp_path / "docs/page.md"
    page.parent.mkdir()
    page.write_text("one")
    mirror(page.parent, tmp_path / "mirror")
    before = page.stat()
    mirror(page.parent, tmp_path / "mirror")
    assert page.stat() == before


def test_links_lead_where_they_led(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "page.md").write_text("one")
    (tmp_path / "docs/page.md").symlink_to("../page.md")
    for _ in range(2):
        mirror(tmp_path / "docs", tmp_path / "somewhere/else/mirror")
        assert (tmp_path / "somewhere/else/mirror/page.md").read_text() == "one"


def test_of_a_folder_that_is_gone_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "mirror").mkdir()
    (tmp_path / "mirror/page.md").write_text("one")
    mirror(tmp_path / "docs", tmp_path / "mirror")
    assert list((tmp_path / "mirror").iterdir()) == []
