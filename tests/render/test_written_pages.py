"""Rendered pages come and go; what a person wrote in `docs/` is never lost."""

from pathlib import Path

import pytest

from tests.conftest import write_pages

PAGES = {"index.md": "# Home\n", "people/a.md": "# A\n", "people/b.md": "# B\n", "data/x.csv": "a,b\n"}


def content(docs: Path) -> dict[str, str]:
    found = {p.relative_to(docs).as_posix(): p.read_text() for p in docs.rglob("*") if p.is_file()}
    return {path: text for path, text in found.items() if not path.startswith(".")}


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    assert write_pages(PAGES, tmp_path / "docs") == []
    return tmp_path / "docs"


def test_pages_are_written_and_unchanged_ones_left_alone(docs: Path) -> None:
    assert content(docs) == PAGES
    before = {path: path.stat() for path in docs.rglob("*")}
    assert write_pages(PAGES, docs) == []
    assert {path: path.stat().st_mtime_ns for path in docs.rglob("*")} == {
        path: stat.st_mtime_ns for path, stat in before.items()
    }


def test_only_hidden_files_are_left_beside_the_pages_and_they_are_the_same_every_time(
    docs: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other/docs"
    write_pages(dict(reversed(PAGES.items())), other)
    names = {path.name for path in docs.iterdir() if path.is_file()}
    assert names == {"index.md", ".pages.yml"}
    assert (docs / ".pages.yml").read_bytes() == (other / ".pages.yml").read_bytes()


def test_a_page_that_is_gone_from_the_book_goes_and_its_empty_folder_with_it(docs: Path) -> None:
    assert write_pages({"index.md": "# New\n"}, docs) == []
    assert content(docs) == {"index.md": "# New\n"}
    assert not (docs / "people").exists()


def test_a_hand_written_page_elsewhere_is_not_touched(docs: Path) -> None:
    (docs / "people/notes.md").write_text("mine")
    assert write_pages({}, docs) == []
    assert content(docs) == {"people/notes.md": "mine"}


def test_a_hand_written_page_at_a_rendered_address_stays_and_is_named(docs: Path) -> None:
    (docs / "about.md").write_text("mine")
    (warning,) = write_pages(PAGES | {"about.md": "# About\n"}, docs)
    assert "docs/about.md" in warning
    assert content(docs) == PAGES | {"about.md": "mine"}


@pytest.mark.parametrize("pages", [PAGES, PAGES | {"people/a.md": "# A, new\n"}, {}])
def test_a_page_that_a_person_edited_stays_even_when_the_book_drops_it(
    docs: Path, pages: dict[str, str]
) -> None:
    (docs / "people/a.md").write_text("# A\n\nMy note.\n")
    for _ in range(2):
        warnings = write_pages(pages, docs)
        assert [w for w in warnings if "people/a.md" in w] == warnings[:1] and len(warnings) == bool(pages)
        assert content(docs)["people/a.md"] == "# A\n\nMy note.\n"


def test_an_edited_page_that_is_deleted_is_written_again(docs: Path) -> None:
    (docs / "people/a.md").write_text("mine")
    write_pages(PAGES, docs)
    (docs / "people/a.md").unlink()
    assert write_pages(PAGES, docs) == []
    assert content(docs) == PAGES


def test_a_checkout_with_other_line_ends_is_no_edit(docs: Path) -> None:
    (docs / "people/a.md").write_bytes(b"# A\r\n")
    assert write_pages(PAGES | {"people/a.md": "# A, new\n"}, docs) == []
    assert content(docs)["people/a.md"] == "# A, new\n"


def test_a_lost_or_broken_manifest_overwrites_nothing(docs: Path) -> None:
    for broken in ("[", "a: [1]", "\x00"):
        (docs / ".pages.yml").write_text(broken)
        warnings = write_pages(PAGES | {"people/a.md": "# A, new\n"}, docs)
        assert len(warnings) == 1 and "people/a.md" in warnings[0]
        assert content(docs) == PAGES


def test_nothing_outside_docs_is_written_or_removed(docs: Path) -> None:
    outside = docs.parent / "seed.txt"
    outside.write_text("precious")
    manifest = docs / ".pages.yml"
    digest = "6b6a0ba1c1f8d6a6d4e5d5d8e4ae9b4c0e2c1d0d0fbb0c5d8bdfe1b9a9ee0d2f"
    manifest.write_text(manifest.read_text() + f"../seed.txt: {digest}\n{outside}: {digest}\n")
    (docs / "link").symlink_to(docs.parent, target_is_directory=True)
    assert len(write_pages({"../seed.txt": "x", "link/seed.txt": "x", "link/new.md": "x"}, docs)) == 3
    assert outside.read_text() == "precious" and not (docs.parent / "new.md").exists()


def test_a_file_where_a_folder_is_needed_is_named_and_stops_nothing_else(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "people").write_text("mine")
    warnings = write_pages(PAGES, docs)
    assert len(warnings) == 2
    assert content(docs) == {"people": "mine", "index.md": "# Home\n", "data/x.csv": "a,b\n"}


def test_a_name_as_long_as_file_systems_allow_is_written(tmp_path: Path) -> None:
    name = f"sources/{'n' * 252}.md"
    assert write_pages({name: "x"}, tmp_path / "docs") == []
    assert content(tmp_path / "docs") == {name: "x"}
