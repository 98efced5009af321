"""Every seed is an article or one named problem; nothing in its name or its bytes stops the others."""

import os
from pathlib import Path

import pytest

from briefing_book.errors import BookError
from briefing_book.model import Article
from briefing_book.read import READABLE, distinct, read_seed, seed_files
from briefing_book.read.names import article_id, is_safe

TEXT = "Delegations from both countries met in Geneva on Monday to speak about a ceasefire.\n"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    (tmp_path / "book" / "seeds").mkdir(parents=True)
    return tmp_path / "book"


def put(book: Path, name: str, data: str | bytes = TEXT) -> Path:
    path = book / "seeds" / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def article(path: Path, book: Path) -> Article:
    read = read_seed(path, book)
    assert not read.skipped
    [found] = read.articles
    return found


def problem(path: Path, book: Path) -> str:
    read = read_seed(path, book)
    [skipped] = read.skipped
    assert not read.articles and "\n" not in skipped.file + skipped.reason
    return f"{skipped.file}: {skipped.reason}"


def test_the_two_seeds_are_read_as_they_are_but_for_their_header(seeds: Path) -> None:
    first, second = (article(path, seeds.parent) for path in seed_files(seeds))
    assert first.text == (seeds / f"{first.info.id}.txt").read_text(encoding="utf-8")
    assert f" date 2023-02-25 {second.text}" == (seeds / f"{second.info.id}.txt").read_text(encoding="utf-8")
    assert (first.info.published, second.info.published) == (None, "2023-02-25")
    assert second.info.title == "President of Belarus Alexander Lukashenko, on Friday, announced …"
    assert first.info.language == second.info.language == "en"
    assert first.info.file == f"seeds/{first.info.id}.txt"


def test_line_ends_become_one_kind_and_an_uncertain_language_stays_unknown(book: Path) -> None:
    read = article(put(book, "a.txt", "Minsk\r\n\r\nGomel\rBrest\u2028Grodno"), book)
    assert read.text == "Minsk\n\nGomel\nBrest\nGrodno"
    assert read.info.language is None


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "holds no text"),
        (b" \n\t\r\n", "holds no text"),
        (b"---\ntitle: A\n---\n", "holds no text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "is a picture"),
        (b"x" * 5_000_000, "is larger than 4 MB"),
        (b"\xd0\xcf\x11\xe0" + bytes(100), "is an old Word document, or one that is locked"),
        (b"word " * 300_000, "is longer than 1,000,000 characters"),
    ],
)
def test_a_file_without_an_article_is_one_named_problem(book: Path, data: bytes, why: str) -> None:
    assert problem(put(book, "a.txt", data), book).startswith(f"seeds/a.txt: {why}")


def test_what_is_no_plain_file_is_named_and_never_opened(book: Path) -> None:
    seeds = book / "seeds"
    (seeds / "folder.txt").mkdir()
    os.mkfifo(seeds / "pipe.txt")
    (seeds / "nowhere.txt").symlink_to("gone")
    (seeds / "loop.txt").symlink_to("loop.txt")
    put(book, "report.rtf")
    put(book, ".hidden.txt")
    said = {path.name: problem(path, book) for path in seed_files(seeds)}
    assert list(said) == ["folder.txt", "loop.txt", "nowhere.txt", "pipe.txt", "report.rtf"]
    assert "is a folder" in said["folder.txt"]
    assert "cannot be read" in said["loop.txt"]
    assert "not there" in said["nowhere.txt"]
    assert "not a plain file" in said["pipe.txt"]
    assert f"`.rtf` files are not read; save it as {READABLE}" in said["report.rtf"]


def test_a_link_is_read_inside_the_book_and_refused_out_of_it(book: Path) -> None:
    (book.parent / "private.txt").write_text(TEXT)
    (book / "kept.txt").write_text(TEXT)
    (book / "seeds" / "in.txt").symlink_to("../kept.txt")
    (book / "seeds" / "out.txt").symlink_to("../../private.txt")
    assert article(book / "seeds" / "in.txt", book).info.id == "in"
    assert "leads out of the book" in problem(book / "seeds" / "out.txt", book)


def test_of_two_seeds_with_one_id_the_second_names_the_first(book: Path) -> None:
    put(book, "a.md"), put(book, "a.txt"), put(book, "b.txt")
    read = distinct(read_seed(path, book) for path in seed_files(book / "seeds"))
    assert [each.info.file for each in read.articles] == ["seeds/a.md", "seeds/b.txt"]
    [skipped] = read.skipped
    assert skipped.file == "seeds/a.txt" and "same name as seeds/a.md" in skipped.reason


def test_what_a_browser_saves_beside_a_page_is_no_seed(book: Path) -> None:
    put(book, "talks.html")
    for name in ("talks_files", "other_files"):
        (book / "seeds" / name).mkdir()
    assert [path.name for path in seed_files(book / "seeds")] == ["other_files", "talks.html"]


def test_a_broken_header_is_named_with_its_line(book: Path) -> None:
    assert problem(put(book, "a.txt", f"---\ntitle: Xi: we\n---\n{TEXT}"), book).startswith(
        "seeds/a.txt: line 2"
    )


@pytest.mark.parametrize(
    "name", ["001_b395", "Мінск 2023", "a, b (c)+d", "it's", "北京", "a..b", "हिन्दी", "é" * 90]
)
def test_a_safe_name_is_the_id_as_it_is(book: Path, name: str) -> None:
    assert article(put(book, f"{name}.txt"), book).info.id == name


@pytest.mark.parametrize(
    "name",
    [
        *(
            "..",
            "index",
            "README",
            "a ",
            " a",
            'say "hi"',
            "<b>",
            "a\nb",
            "a&b#c?d%2e",
            "a\\b",
            "{{x}}",
            "\u202ea",
        ),
        *("x" * 251, "中" * 80, os.fsdecode(b"\xff\xfe"), "😀", "a\x1b[2J", "C:", "~", "a`b*c|d[e]"),
    ],
)
def test_any_other_name_gives_an_id_that_stays_in_its_folder(book: Path, name: str) -> None:
    info = article(put(book, f"{name}.txt"), book).info
    assert is_safe(info.id) and info.id.isascii() and info.id != name
    assert info.file.encode() and "\n" not in info.file


def test_names_that_differ_give_ids_that_differ() -> None:
    names = ["a&b.txt", "a b.txt", "a#b.txt", "A&B.txt", "&.txt", "#.txt", "index.txt", "Index.txt"]
    assert len({article_id(Path(name)) for name in names}) == len(names)


def test_a_book_without_a_seeds_folder_says_so(book: Path) -> None:
    with pytest.raises(BookError, match="make it"):
        seed_files(book / "nothing")
