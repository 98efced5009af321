"""Files and folders that a person has are copied in under safe names, each once."""

import os
import zipfile
from pathlib import Path

import pytest

from briefing_book.errors import BookError
from briefing_book.gather.add import Options, add
from briefing_book.read import read_seed
from tests.gather.conftest import TEXT, Bring, page, seeds_of

ARTICLE = "\n\n".join(TEXT)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def put(path: Path, content: str | bytes = ARTICLE) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("name", "seed"),
    [
        ("talks.txt", "talks.txt"),
        ("Nairobi talks, day 2.MD", "Nairobi talks, day 2.md"),
        (".talks.txt", "what-the-talks-are-about.txt"),
        ("index.txt", "what-the-talks-are-about.txt"),
        ("a*b?.txt", "what-the-talks-are-about.txt"),
    ],
)
def test_a_file_keeps_its_name_where_that_is_safe(
    name: str, seed: str, inbox: Path, bring: Bring, book: Path
) -> None:
    file = put(inbox / name, f"---\ntitle: What the talks are about\n---\n{ARTICLE}")
    added = bring(file)
    assert [item.file for item in added.brought] == [seed]
    assert read_seed(book / "seeds" / seed, book).articles[0].text == ARTICLE


def test_a_file_is_never_written_over_another(inbox: Path, bring: Bring, book: Path) -> None:
    put(book / "seeds" / "Talks.md", "Something else was said in Mombasa on Tuesday.")
    assert bring(put(inbox / "talks.txt")).brought[0].file == "talks-2.txt"
    assert "Mombasa" in (book / "seeds" / "Talks.md").read_text()


def test_the_same_text_is_put_there_once(inbox: Path, bring: Bring, book: Path) -> None:
    bring(put(inbox / "talks.txt"))
    again = bring(inbox / "talks.txt", put(inbox / "other.md", ARTICLE.replace("\n", "\r\n")))
    assert [item.file for item in again.unchanged] == ["talks.txt", "talks.txt"]
    assert seeds_of(book) == ["talks.txt"]


def test_the_same_text_with_another_address_is_a_copy(inbox: Path, bring: Bring, book: Path) -> None:
    for name in "ab":
        put(inbox / f"{name}.txt", f"---\nurl: https://{name}.example/talks\n---\n{ARTICLE}")
    added = bring(inbox)
    assert [(item.file, item.note) for item in added.brought] == [
        ("a.txt", ""),
        ("b.txt", "a copy of seeds/a.txt"),
    ]


def test_the_edited_article_of_an_address_is_put_beside(inbox: Path, bring: Bring, book: Path) -> None:
    bring(put(inbox / "a.txt", f"---\nurl: https://a.example/talks\n---\n{ARTICLE}"))
    put(
        inbox / "new.txt", f"---\nurl: https://www.a.example/talks/?utm_source=x\n---\n{ARTICLE}\n\nIt ended."
    )
    added = bring(inbox)
    assert [(item.file, item.note) for item in added.updated] == [("a-2.txt", "a new version of seeds/a.txt")]
    assert bring(inbox).updated == (), "what was brought before stays known, the earlier version too"


def test_a_folder_gives_all_articles_in_it(inbox: Path, bring: Bring, book: Path, tmp_path: Path) -> None:
    put(inbox / "talks.txt")
    put(inbox / "more" / "rain.md", "It rained in Turkana for six days, the governor said.")
    put(inbox / "chart.png", b"\x89PNG")
    put(inbox / ".hidden" / "x.txt")
    put(inbox / "saved.html", page("Herders return to Turkana", "Herders came back to Turkana this week."))
    put(inbox / "saved_files" / "advert.html", page("Buy a car"))
    (inbox / "link.txt").symlink_to(put(tmp_path / "secret.txt", "Nobody named this file."))
    added = bring(inbox)
    assert seeds_of(book) == ["rain.md", "saved.html", "talks.txt"]
    assert [Path(item.what).name for item in added.skipped] == ["chart.png", "link.txt"]
    assert added.failed == ()


@pytest.mark.parametrize("name", [".", "..", "docs"])
def test_the_book_is_not_brought_into_itself(name: str, bring: Bring, book: Path) -> None:
    put(book / "docs" / "people" / "index.md", "# People\n\nEverybody who is named.")
    assert "where the book itself is" in bring(book / name).failed[0].note
    assert seeds_of(book) == []


def test_what_cannot_be_read_is_named_and_the_others_go_on(inbox: Path, bring: Bring, book: Path) -> None:
    os.mkfifo(inbox / "pipe.txt")
    named = [inbox / "gone.txt", inbox / "pipe.txt", put(inbox / "a.doc"), put(inbox / "empty.txt", " \n")]
    added = bring(*named, put(inbox / "talks.txt"), "www.news.example/talks")
    reasons = [item.note for item in added.failed]
    for reason, why in zip(
        reasons,
        ["is not there", "no plain file", "of no kind that is read", "holds no text", "starts with https://"],
        strict=True,
    ):
        assert why in reason
    assert seeds_of(book) == ["talks.txt"]


def test_what_is_too_large_or_packed_twice_is_named(inbox: Path, bring: Bring, book: Path) -> None:
    with put(inbox / "large.txt").open("r+b") as file:
        file.truncate(300_000_000)
    with zipfile.ZipFile(inbox / "inner.zip", "w") as archive:
        archive.writestr("talks.txt", ARTICLE)
    with zipfile.ZipFile(inbox / "outer.zip", "w") as archive:
        archive.write(inbox / "inner.zip", "inner.zip")
    added = bring(inbox / "large.txt", inbox / "outer.zip", "x" * 300, inbox / "inner.zip")
    assert [item.note.partition(";")[0] for item in added.failed] == [
        "is larger than 4 MB",
        "is an archive in an archive",
        "cannot be brought (File name too long)",
    ]
    assert seeds_of(book) == ["inner.zip"]


def test_an_archive_is_brought_if_anything_in_it_is_new(inbox: Path, bring: Bring, book: Path) -> None:
    bring(put(inbox / "talks.txt"))
    for name, texts in {"old": [ARTICLE], "new": [ARTICLE, "It rained in Turkana for six days."]}.items():
        with zipfile.ZipFile(inbox / f"{name}.zip", "w") as archive:
            for number, text in enumerate(texts):
                archive.writestr(f"{number}.txt", text)
    added = bring(inbox / "old.zip", inbox / "new.zip")
    assert [item.file for item in added.unchanged] == ["talks.txt"]
    assert [item.file for item in added.brought] == ["new.zip"]


def test_a_folder_without_seeds_is_no_book(tmp_path: Path) -> None:
    with pytest.raises(BookError, match="init"):
        add(tmp_path, ["talks.txt"], Options(), lambda doing: None)
