"""Facts files may be edited by hand: a build notices, keeps and shows it, and overwrites nothing of it."""

from pathlib import Path

import pytest

from briefing_book.build import Assembled, assembled
from briefing_book.storage.staging import Staging

SEED = "The premier of Norway, Ann Lee, met Bo Kim in Oslo on 3 May 2030. “We keep the peace,” Lee said."


def made(book: Path) -> Assembled:
    """The book, its facts and edits put into place."""
    staging = Staging(book)
    result = assembled(book, staging, lambda doing: None)
    staging.commit()
    return result


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book of one article, built once."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(SEED, encoding="utf-8")
    made(tmp_path)
    return tmp_path


def edit(book: Path, old: str, new: str) -> None:
    file = book / "facts" / "a.yml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def files(book: Path) -> dict[str, bytes]:
    """The facts and the edits."""
    found = [*(book / "facts").rglob("*.*"), *(book / "editorial").rglob("*.*")]
    return {str(path): path.read_bytes() for path in found}


def test_what_nobody_edited_is_not_read_again(book: Path) -> None:
    before = files(book)
    assert made(book).anew == ()
    assert files(book) == before


def test_an_edit_is_kept_shown_and_the_same_after_a_clean_build(book: Path) -> None:
    edit(book, "direct: true", "direct: false")
    result = made(book)
    assert [(each.kind, each.does) for each in result.book.sources["a"].edited] == [("quotations", "changed")]
    assert not result.book.quotations[0].direct
    kept = files(book)
    assert made(book).anew == ()
    for file in (book / "facts").iterdir():
        file.unlink()
    assert not made(book).book.quotations[0].direct
    assert files(book) == kept


def test_an_edit_outlives_a_new_text_and_is_undone_by_deleting_its_file(book: Path) -> None:
    edit(book, "direct: true", "direct: false")
    made(book)
    seed = book / "seeds" / "a.txt"
    seed.write_text(f"It rained in the north.\n\n{SEED}", encoding="utf-8")
    assert not made(book).book.quotations[0].direct
    (book / "editorial" / "edits" / "a.yml").unlink()
    result = made(book)
    assert result.book.quotations[0].direct and not result.book.sources["a"].edited


def test_an_edit_of_an_older_text_is_not_lost(book: Path) -> None:
    """Where the seed and the facts file change between two builds."""
    edit(book, "direct: true", "direct: false")
    (book / "seeds" / "a.txt").write_text(f"It rained in the north.\n\n{SEED}", encoding="utf-8")
    assert not made(book).book.quotations[0].direct


@pytest.mark.parametrize(
    ("old", "new"), [("direct: true", "direct: [true"), ("text: Bo Kim", "text: Bo Tim")]
)
def test_a_broken_edit_is_one_line_and_stays(book: Path, old: str, new: str) -> None:
    """The book shows what the machine finds, until the file is mended or deleted."""
    edit(book, old, new)
    broken = (book / "facts" / "a.yml").read_bytes()
    for _ in range(2):
        result = made(book)
        (problem,) = result.problems
        assert "facts/a.yml:" in problem and "\n" not in problem
        assert "people/bo-kim" in result.book.entities and result.book.quotations[0].direct
        assert (book / "facts" / "a.yml").read_bytes() == broken
    (book / "facts" / "a.yml").unlink()
    assert not made(book).problems


def test_what_was_edited_of_an_article_that_is_gone_is_told(book: Path) -> None:
    edit(book, "direct: true", "direct: false")
    (book / "seeds" / "a.txt").rename(book / "seeds" / "b.txt")
    assert "its seed is gone" in made(book).problems[0]
    assert (book / "facts" / "a.yml").is_file()
    (book / "seeds" / "b.txt").rename(book / "seeds" / "a.txt")
    assert not made(book).book.quotations[0].direct
    (book / "seeds" / "a.txt").rename(book / "seeds" / "b.txt")
    told = [doubt.text for doubt in made(book).book.doubts]
    assert any("edits: a: the book has no such article" in text for text in told)
    assert (book / "editorial" / "edits" / "a.yml").is_file()
