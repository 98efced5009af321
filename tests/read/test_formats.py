"""What a file holds counts for more than what it is called."""

import io

import docx
import pytest
import typst

from briefing_book.read import ENDINGS, READABLE, read_content

TEXT = "Delegations from both countries met in Geneva on Monday to speak about a ceasefire."
PAGE = f"<!DOCTYPE html>\n<html><head><title>Talks</title></head><body><p>{TEXT}</p></body></html>".encode()
LETTER = f"Received: from a.example\nMIME-Version: 1.0\nSubject: Talks\n\n{TEXT}\n".encode()


def word() -> bytes:
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph(TEXT)
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (PAGE, "a.txt"),
        (PAGE, "a.md"),
        (PAGE, "a.pdf"),
        (PAGE, "a.php"),
        (PAGE, "A.HTML"),
        (PAGE.decode().encode("utf-16"), "a.txt"),
        (TEXT.encode(), "a.html"),
        (TEXT.encode(), "a.pdf"),
        (TEXT.encode(), "a.docx"),
        (TEXT.encode(), "a.zip"),
        (LETTER, "a.txt"),
        (typst.compile(TEXT.encode()), "a.html"),
        (typst.compile(TEXT.encode()), "a.txt"),
        (word(), "a.zip"),
        (word(), "a.txt"),
    ],
)
def test_a_wrong_ending_does_no_harm(data: bytes, name: str) -> None:
    found = read_content(data, name)
    assert [each.text.strip() for each in found.articles] == [TEXT] and not found.skipped


@pytest.mark.parametrize(
    "text",
    [
        f"<b>Live:</b> {TEXT}",
        f"From: our correspondent\nDate: Monday\n\n{TEXT}",
        f"---\ntitle: A\n---\n{TEXT}\n<html>",
        f"{TEXT} %PDF- is how such files start.",
    ],
)
def test_text_that_only_resembles_another_format_stays_text(text: str) -> None:
    [article] = read_content(text.encode(), "a.txt").articles
    assert article.text.endswith(text.rpartition("---\n")[2])


@pytest.mark.parametrize(
    "start",
    ["<!---->" * 500, "<br>" + "\xa0" * 50_000, "<br " * 5_000, "Subject: " * 5_000, "<meta " * 5_000],
)
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.eml"])
def test_no_start_of_a_file_keeps_the_reader_busy(start: str, name: str) -> None:
    found = read_content(f"{start}\n\n{TEXT}".encode(), name)
    assert len(found.articles) + len(found.skipped) == 1


def test_messages_list_every_ending_that_is_read() -> None:
    assert all(ending in READABLE for ending in ENDINGS)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    "data", [b"", bytes(5_000), bytes(range(256)) * 20, b"\x89PNG\r\n\x1a\n" + bytes(99)]
)
def test_what_is_nothing_is_one_line_in_any_format(ending: str, data: bytes) -> None:
    found = read_content(data, f"seeds/a{ending}")
    assert not found.articles
    [skipped] = found.skipped
    assert skipped.file == f"seeds/a{ending}" and "; " in skipped.reason and "\n" not in skipped.reason
