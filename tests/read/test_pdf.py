"""A PDF's printed lines become the article's paragraphs again; one that cannot be read is named."""

import io
import random
import re

import pikepdf
import pytest
import typst

from briefing_book.model import Article
from briefing_book.read import read_content

OPENING = (
    "Ministers from four countries signed an accord on the river in Basel on Friday, ending six years of "
    "negotiations about water levels and international shipping responsibility. Environmental organisations "
    "welcomed the officially communicated difficult efficient affliction."
)
SAID = (
    "“This is a beginning,” said the environment minister, Lena Frei. “The well-known work starts tomorrow.”"
)
SHORT = "Observers expect no delay."
AFTER = (
    "Germany’s deputy transport minister, Jonas Weber, called the text a fair balance. Shippers asked for "
    "more, and transportation representatives requested internationally harmonised documentation."
)
STORY = [OPENING, SAID, SHORT, AFTER]
WORDS = (
    *("river", "harbour", "minister", "agreement", "parliament", "environment", "negotiation", "treaty"),
    *("government", "shipping", "responsibility", "transportation", "international", "representative"),
    *("documentation", "water", "level", "council", "delegation", "organisation", "commission", "before"),
    *("after", "during", "between", "without", "signed", "discussed", "rejected", "welcomed", "difficult"),
)


def told(number: int, sentences: int) -> str:
    """A paragraph unlike any other."""
    chance = random.Random(number)
    lengths = [chance.randint(6, 14) for _ in range(sentences)]
    return " ".join(" ".join(chance.sample(WORDS, length)).capitalize() + "." for length in lengths)


LONG = [told(number, 1 + number % 4) for number in range(24)]
PAPER = {
    "one column": '#set page(paper: "a5", header: [The Ledger #h(1fr) World], footer: context [#h(1fr) '
    "Page #counter(page).display() of 9])\n",
    "two columns": '#set page(paper: "a5", columns: 2, header: [The Ledger], footer: context [Seite '
    "#counter(page).display()])\n#set par(first-line-indent: 1.2em, spacing: 0.65em)\n",
    "ragged": '#set page(paper: "a6", numbering: "1 / 1")\n#set par(justify: false)\n',
}


def pdf(body: str, start: str = "") -> bytes:
    styles = '#set text(lang: "en", hyphenate: true, size: 10pt)\n#set par(justify: true)\n'
    return typst.compile((styles + start + body).encode())


def read(data: bytes) -> Article:
    found = read_content(data, "seeds/story.pdf")
    assert not found.skipped
    [article] = found.articles
    return article


def problem(data: bytes) -> str:
    found = read_content(data, "seeds/story.pdf")
    assert not found.articles
    [skipped] = found.skipped
    assert skipped.file == "seeds/story.pdf"
    return skipped.reason


@pytest.mark.parametrize("paper", PAPER)
def test_paragraphs_and_words_are_whole_and_page_heads_are_gone(paper: str) -> None:
    body = "= Four ministers sign\n\n3 May 2024\n\n" + "\n\n".join(LONG)
    article = read(pdf(body, PAPER[paper]))
    assert article.text.split("\n\n") == ["Four ministers sign", "3 May 2024", *LONG]
    assert article.info.title == "Four ministers sign"


def test_small_print_at_the_foot_of_a_page_does_not_split_a_paragraph() -> None:
    noted = [paragraph.replace(". ", ".#footnote[Seen by this paper.] ") for paragraph in LONG]
    text = read(pdf("\n\n".join(noted), PAPER["ragged"])).text
    story, notes = re.split(r"\n\n\d*(?=Seen)", text, maxsplit=1)
    assert " ".join(re.sub(r"\d", "", story).split()) == " ".join(LONG)
    assert "Seen by this paper." not in story and notes.count("Seen by this paper.") > len(LONG) / 2


def test_properties_state_what_they_are_made_for_and_the_day_of_making_is_not_the_articles() -> None:
    about = (
        '#set document(title: "Four ministers, one river", author: "Ada Keller", date: datetime(year: 2024, '
    )
    info = read(pdf(SAID, about + "month: 5, day: 3))\n")).info
    assert (info.title, info.author, info.language) == ("Four ministers, one river", "Ada Keller", "en")
    assert info.published is None
    assert set(info.origins.values()) == {"the PDF's properties"}


def test_a_file_name_is_no_title_and_a_line_with_nothing_but_a_day_is_the_date() -> None:
    start = '#set document(title: "Microsoft Word - draft3.docx")\n'
    info = read(pdf(f"{SHORT}\n\nPublished: 3 May 2024, 10:30\n\n{OPENING}", start)).info
    assert info.title == SHORT.rstrip(".") or info.title == SHORT
    assert (info.published, info.origins["published"]) == ("2024-05-03", "the date line")


def test_what_a_browser_prints_around_a_page_is_taken_off_the_text() -> None:
    start = (
        '#set document(title: "What they agreed - The Ledger")\n'
        "#set page(header: [5/3/24, 9:48 AM #h(1fr) X], footer: [https:\\//ledger.example/a #h(1fr) 1/1])\n"
    )
    article = read(pdf("\n\n".join(["= What they agreed", *STORY]), start))
    assert article.text.split("\n\n") == ["What they agreed", *STORY]
    assert (article.info.title, article.info.url) == ("What they agreed", "https://ledger.example/a")
    assert article.info.origins["url"] == "the foot of its pages"


def locked(user: str) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(SAID))) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="o", user=user))
    return out.getvalue()


def test_a_pdf_that_only_its_owner_may_change_is_read() -> None:
    assert read(locked(user="")).text == SAID


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (locked(user="u"), "locked with a password; save it without one"),
        (pdf("#rect(width: 100%, height: 100%)"), "without text, most likely scanned; run text recognition"),
        (pdf(SAID)[:900], "broken; fetch it again"),
        (b"%PDF-1.7\nnothing", "broken; fetch it again"),
        (pdf("#pagebreak()\n" * 2_001), "more than 2,000 pages; split it"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_one_named_problem(data: bytes, why: str) -> None:
    assert why in problem(data)


def test_a_pdf_that_unpacks_to_more_than_memory_holds_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty kilobytes that a reader without limits needs two gigabytes for."""
    monkeypatch.setattr("briefing_book.read.pdf.LARGEST_MEMORY", 400_000_000)
    with pikepdf.new() as document:
        page = document.add_blank_page()
        page.Contents = document.make_stream(b"BT /F1 9 Tf " + b"(Ministers met.) Tj " * 300_000 + b"ET")
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1)
        font.BaseFont = pikepdf.Name.Helvetica
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        out = io.BytesIO()
        document.save(out, compress_streams=True)
    assert "too much time or memory" in problem(out.getvalue())
