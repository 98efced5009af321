"""An e-mail's text and head are an article, in whatever way the mail was packed."""

from email.message import EmailMessage

import pytest

from briefing_book.model import Article
from briefing_book.read import read_content

WORDS = (
    "Ministers from four countries signed an accord on the river – “a beginning” – in Basel on Friday, after "
    "six years of talks about water levels, shipping and the ports of all four."
)
LAST = "Nobody expects delay, since all four parliaments will vote before the summer, said the minister."
PLAIN = (
    "Ministers from four countries signed an accord on the river – “a\nbeginning” – in Basel on Friday, "
    "after six years of talks about water\nlevels, shipping and the ports of all four.\n\n"
    f"{LAST}\n\n-- \nAda\n"
)
PAGE = f"<html><body><nav><a href='/'>Home</a></nav><p>{WORDS}</p><p>{LAST}</p></body></html>"
TEXT = f"{WORDS}\n\n{LAST}"


def letter(**head: str) -> EmailMessage:
    made = EmailMessage()
    said = {"From": "Ada Keller <ada@ledger.example>", "Subject": "Four ministers, one river"}
    for key, words in (said | {"Date": "Fri, 03 May 2024 23:30:00 -0700"} | head).items():
        made[key.replace("_", "-")] = words
    return made


def read(made: EmailMessage | bytes, name: str = "seeds/story.eml") -> Article:
    found = read_content(made if isinstance(made, bytes) else made.as_bytes(), name)
    assert not found.skipped
    [article] = found.articles
    return article


@pytest.mark.parametrize(
    ("charset", "packed"), [("utf-8", "quoted-printable"), ("utf-8", "base64"), ("cp1252", "8bit")]
)
def test_a_plain_letter_gives_paragraphs_on_one_line_without_the_signature(charset: str, packed: str) -> None:
    made = letter()
    made.set_content(PLAIN, charset=charset, cte=packed)
    assert read(made).text == TEXT


@pytest.mark.parametrize(
    ("plain", "article"), [(PLAIN, TEXT), ("See this letter in your browser.", TEXT), (None, TEXT)]
)
def test_the_part_with_the_article_is_read(plain: str | None, article: str) -> None:
    made = letter()
    if plain:
        made.set_content(plain)
        made.add_alternative(PAGE, subtype="html")
    else:
        made.set_content(PAGE, subtype="html", charset="utf-16", cte="base64")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    assert read(made).text == article


def test_the_head_tells_title_day_author_and_publisher() -> None:
    made = letter(
        Subject="Fwd: Überblick: vier Minister",
        Organization="The Ledger",
        Archived_At="<https://a.example/1>",
    )
    made.set_content(PLAIN)
    info = read(made).info
    assert (info.title, info.published) == ("Überblick: vier Minister", "2024-05-03")
    assert (info.author, info.publisher, info.url) == ("Ada Keller", "The Ledger", "https://a.example/1")
    origins = {"letter" if place == "the letter's head" else place for place in info.origins.values()}
    assert origins == {"letter", "its letters"}


@pytest.mark.parametrize(
    "head",
    [
        {"From": "The Daily Brief <newsletter@brief.example>"},
        {"From": "The Daily Brief <x@b.example>", "List_Id": "<b>"},
    ],
)
def test_who_writes_to_a_list_is_the_publisher(head: dict[str, str]) -> None:
    made = letter(**head)
    made.set_content(PLAIN)
    assert (read(made).info.publisher, read(made).info.author) == ("The Daily Brief", None)


def test_a_broken_head_or_charset_leaves_things_unknown_and_costs_no_text() -> None:
    head = b"From: ((((<\nSubject: \xff\xfe\nDate: soon\nMIME-Version: 1.0\nX: " + b"=?utf-8?q?a?= " * 99_999
    data = head + b"\nContent-Type: text/plain; charset=klingon\n\n" + LAST.encode()
    article = read(data)
    assert article.text == LAST
    assert (article.info.published, article.info.author) == (None, None)


def test_a_page_that_a_browser_saved_as_one_file_is_a_page() -> None:
    made = EmailMessage()
    made["Snapshot-Content-Location"] = "https://ledger.example/river"
    made.set_content(PAGE, subtype="html")
    made.make_related()
    article = read(made, "seeds/story.mhtml")
    assert article.text == TEXT
    assert article.info.url == "https://ledger.example/river"


@pytest.mark.parametrize("data", [b"", b"Subject: x\n\n", b"Subject: x\nContent-Type: image/png\n\n\x89PNG"])
def test_a_letter_without_text_is_one_named_problem(data: bytes) -> None:
    found = read_content(data, "seeds/story.eml")
    assert not found.articles
    assert "is a letter without text of its own; save" in found.skipped[0].reason
