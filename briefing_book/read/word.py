"""A Word document's article: its paragraphs in order, with headings, lists and table rows among them.

What was deleted while changes were tracked, comments, notes and page heads are no part of the text. The day
on which a document was made is not the day on which an article was published, and is not taken for it.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from briefing_book.errors import SeedError
from briefing_book.read.archive import open_archive, unpack
from briefing_book.read.draft import PARAGRAPH, Draft, row_text
from briefing_book.read.stated import Stated, settle

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

LARGEST_PART = 50_000_000
"""Bytes of a part of the document once unpacked."""
FIRST = 20
"""The number of paragraphs among which a title stands."""
PROPERTIES = "the document's properties"
PROGRAMS = ("python-docx", "windows user", "microsoft office user", "apache poi", "un-named", "user", "admin")
"""What programs write where an author is not known."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OTHER_FORM = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = (f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", f"{_W}sectPr", _OTHER_FORM)
_TEXT = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_FILE_NAME = re.compile(r".*\.(?:docx?|rtf|txt)|word document|document\s?\d*|untitled.*", re.I)
_DOCUMENT_TYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.I)


def read_word(data: bytes, name: str) -> Draft:
    """The article in a Word document. Raises `SeedError` where it is broken, too large or not safe."""
    from docx import Document  # only where there is a Word document

    document = Document(_repacked(data, name))
    text = PARAGRAPH.join(paragraph for paragraph in _blocks(document.element.body) if paragraph)
    return Draft(text, _stated(document))


def _repacked(data: bytes, name: str) -> BytesIO:
    """The document with its parts unpacked within limits, and its pictures empty."""
    archive, clean = open_archive(data, name), BytesIO()
    with ZipFile(clean, "w") as copy:
        for info in archive.infolist():
            is_xml = info.filename.endswith((".xml", ".rels"))
            part = unpack(archive, info, name, LARGEST_PART) if is_xml else b""
            if _DOCUMENT_TYPE.search(part.replace(b"\0", b"")):
                mend = "save it again with Word or LibreOffice"
                raise SeedError(f"declares a document type, which no Word document does; {mend}", name)
            copy.writestr(info.filename, part)
    clean.seek(0)
    return clean


def _blocks(parent: "_Element") -> Iterator[str]:
    """The paragraphs in an element of the document, and the rows of its tables."""
    for child in parent:
        if child.tag == f"{_W}p":
            yield "\n".join(" ".join(line.split()) for line in "".join(_words(child)).split("\n")).strip()
            for box in child.iter(f"{_W}txbxContent"):
                if next(box.iterancestors(_OTHER_FORM), None) is None:
                    yield from _blocks(box)
        elif child.tag == f"{_W}tr":
            yield from row_text([[text for text in _blocks(cell) if text] for cell in child])
        elif child.tag not in _LEFT_OUT:
            yield from _blocks(child)


def _words(element: "_Element") -> Iterator[str]:
    """The words in a paragraph, but for those of text boxes in it."""
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _TEXT:
            yield _TEXT[str(child.tag)]
        elif child.tag not in _LEFT_OUT and child.tag != f"{_W}txbxContent":
            yield from _words(child)


def _stated(document: "Document") -> Stated:
    core = document.core_properties
    title = core.title.strip()
    author = "" if core.author.strip().casefold() in PROGRAMS else core.author
    styled = _styled(document)
    return settle(
        {
            "title": [
                (styled.get("Title", ""), "its title line"),
                ("" if _FILE_NAME.fullmatch(title) else title, PROPERTIES),
                (styled.get("Heading 1", ""), "its first heading"),
            ],
            "author": [(author, PROPERTIES)],
            "language": [(core.language, PROPERTIES)],
        }
    )


def _styled(document: "Document") -> dict[str, str]:
    """The first of the document's first paragraphs in each style, by the style's name."""
    found: dict[str, str] = {}
    for paragraph in document.paragraphs[:FIRST]:
        text = " ".join(paragraph.text.split())
        if text and paragraph.style is not None:
            found.setdefault(paragraph.style.name or "", text)
    return found
