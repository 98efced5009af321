"""What a build changes comes into place all at once, or not at all."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_book.storage.staging import Staging, finish, spare_site

PATHS = st.sampled_from(["facts/a.yml", "facts/b.txt", "docs/index.md", "docs/people/x.md", "addresses.yml"])
CONTENTS = st.none() | st.binary(max_size=20)


def contents(book: Path) -> dict[str, bytes]:
    files = (path for path in book.rglob("*") if path.is_file() and ".build" not in path.parts)
    return {path.relative_to(book).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("old")
    (tmp_path / "docs/mine.md").write_text("mine")
    return tmp_path


def make_site(staging: Staging, words: str) -> None:
    staging.site.mkdir(parents=True)
    (staging.site / "index.html").write_text(words)


@given(before=st.dictionaries(PATHS, st.binary(max_size=20)), steps=st.lists(st.tuples(PATHS, CONTENTS)))
def test_what_is_staged_is_what_comes(
    before: dict[str, bytes], steps: list[tuple[str, bytes | None]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Reading and linking show beforehand what committing brings."""
    book = tmp_path_factory.mktemp("book")
    for path, data in before.items():
        (book / path).parent.mkdir(exist_ok=True, parents=True)
        (book / path).write_bytes(data)
    staging, wanted = Staging(book), dict(before)
    for path, content in steps:
        if content is None:
            staging.remove(path)
            wanted.pop(path, None)
        else:
            staging.write(path, content)
            wanted[path] = content
    assert {path: staging.read(path) for path in [*before, *dict(steps)]} == {
        path: wanted.get(path) for path in [*before, *dict(steps)]
    }
    tree = staging.tree("docs")
    linked = {f"docs/{path.relative_to(tree).as_posix()}": path for path in tree.rglob("*") if path.is_file()}
    assert {path: file.read_bytes() for path, file in linked.items()} == {
        path: data for path, data in wanted.items() if path.startswith("docs/")
    }
    assert contents(book) == before
    assert staging.commit() == []
    assert contents(book) == wanted


def test_until_it_is_committed_the_book_is_as_it_was(book: Path) -> None:
    before = contents(book)
    staging = Staging(book)
    staging.write("docs/index.md", "new")
    staging.remove("docs/mine.md")
    make_site(staging, "new")
    assert contents(book) == before
    Staging(book)
    assert contents(book) == before


def test_a_file_that_somebody_changes_meanwhile_stays_theirs(book: Path) -> None:
    staging = Staging(book)
    staging.write("docs/index.md", "new")
    staging.remove("docs/mine.md")
    (book / "docs/mine.md").write_text("mine, better")
    assert staging.commit() == ["docs/mine.md"]
    assert contents(book) == {"docs/index.md": b"new", "docs/mine.md": b"mine, better"}


def test_the_site_is_exchanged_whole_and_the_old_one_is_spare(book: Path) -> None:
    for words in ("one", "two", "three"):
        staging = Staging(book)
        make_site(staging, words)
        staging.commit()
        assert (book / "site/index.html").read_text() == words
    assert [path.read_text() for path in (book / ".build").rglob("*") if path.is_file()] == ["two"]
    assert (spare_site(book) / "index.html").read_text() == "two"


def test_facts_that_a_dead_build_found_are_kept_for_the_next(book: Path) -> None:
    Staging(book).write("facts/a.yml", "found")
    staging = Staging(book)
    assert (staging.found / "a.yml").read_text() == "found"
    staging.write("facts/a.yml", "found")
    staging.commit()
    assert not staging.found.exists()


def test_finishing_where_nothing_waits_changes_nothing(book: Path) -> None:
    before = contents(book)
    assert finish(book) == []
    assert contents(book) == before
