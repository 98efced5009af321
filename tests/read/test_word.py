"""A Word document gives its paragraphs, lists and tables in order, and what its properties say."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from briefing_book.model import Article
from briefing_book.read import read_content

FIRST = "Ministers from four countries signed an accord on the river in Basel on Friday."


def saved(document: Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def story() -> Document:
    document = docx.Document()
    document.add_heading("Four ministers, one river", 0)
    document.add_paragraph("3 May 2024")
    document.add_paragraph(FIRST)
    return document


def changed(part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A document with one part of it changed."""
    source, out = zipfile.ZipFile(io.BytesIO(saved(story()))), io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in source.namelist():
            copy.writestr(name, change(source.read(name)) if name == part else source.read(name))
    return out.getvalue()


def read(data: bytes) -> Article:
    found = read_content(data, "seeds/story.docx")
    assert not found.skipped
    [article] = found.articles
    return article


def test_headings_lists_and_rows_of_tables_are_paragraphs_in_order() -> None:
    document = story()
    document.add_heading("What was agreed", 1)
    document.add_paragraph("A common gauge.", style="List Bullet")
    table = document.add_table(2, 2)
    for cell, words in zip(table._cells, ("Port", "Depth", "Basel", "2.7 m"), strict=True):
        cell.text = words
    document.add_paragraph("They vote in June.\nNobody expects delay.")
    document.sections[0].header.paragraphs[0].text = "The Ledger, page 1"
    assert read(saved(document)).text.split("\n\n") == [
        *("Four ministers, one river", "3 May 2024", FIRST, "What was agreed", "A common gauge."),
        *("Port | Depth", "Basel | 2.7 m", "They vote in June.\nNobody expects delay."),
    ]


def test_words_put_in_under_review_count_and_words_taken_out_do_not() -> None:
    document = story()
    paragraph = document.add_paragraph("They ")
    for tag, text, words in (("ins", "t", "agreed"), ("del", "delText", "quarrelled")):
        run = f"<w:{tag} {nsdecls('w')}><w:r><w:{text}>{words}</w:{text}></w:r></w:{tag}>"
        paragraph._p.append(parse_xml(run))
    assert read(saved(document)).text.endswith("They agreed")


def test_a_layout_table_gives_its_columns_one_after_the_other() -> None:
    document = docx.Document()
    left, right = document.add_table(1, 2).rows[0].cells
    left.text, right.text = f"{FIRST}\n", "Weather: rain."
    left.add_paragraph("They vote in June.")
    assert read(saved(document)).text.split("\n\n") == [FIRST, "They vote in June.", "Weather: rain."]


def test_title_author_and_language_come_with_where_they_stand() -> None:
    document = story()
    properties = document.core_properties
    properties.author, properties.title, properties.language = "Ada Keller", "draft3.docx", "en-GB"
    info = read(saved(document)).info
    known = {thing: (getattr(info, thing), place) for thing, place in info.origins.items()}
    assert known == {
        "title": ("Four ministers, one river", "its title line"),
        "published": ("2024-05-03", "the date line"),
        "author": ("Ada Keller", "the document's properties"),
        "language": ("en", "the document's properties"),
    }


def test_the_day_on_which_a_document_was_made_and_its_program_are_not_the_articles() -> None:
    document = docx.Document()
    document.add_paragraph(FIRST)
    info = read(saved(document)).info
    assert info.published is None and info.author is None
    assert (info.title, info.origins["title"]) == (
        FIRST if len(FIRST) < 70 else info.title,
        "its first words",
    )


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (
            changed(
                "word/document.xml",
                lambda xml: xml.replace(
                    b"<w:document", b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><w:document", 1
                ),
            ),
            "declares a document type",
        ),
        (changed("word/document.xml", lambda xml: b" " * 60_000_000), "is larger than 50 MB"),
        (changed("word/document.xml", lambda xml: xml[:500]), "cannot be read"),
        (changed("word/document.xml", lambda xml: xml.replace(b"<w:p>", b"<w:sdt>" * 999, 1)), "cannot be"),
        (saved(story())[:2_000], "is broken"),
        (saved(docx.Document()), "holds no text"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "an old Word document, or one that is locked"),
    ],
)
def test_a_document_that_cannot_be_read_is_one_named_problem(data: bytes, why: str) -> None:
    found = read_content(data, "seeds/story.docx")
    assert not found.articles
    [skipped] = found.skipped
    assert skipped.file == "seeds/story.docx" and why in skipped.reason
