"""A PDF's article: the text that PDFium finds, in the order in which it stands in the file.

PDFium reads columns in their order where the file has them so, tells words apart, and marks those that go on
in the next line; it runs in a process of its own, within limits. The day on which a PDF was made is not the
day on which an article was published, and is not taken for it.
"""

import json
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

from briefing_book.errors import SeedError
from briefing_book.read.draft import PARAGRAPH, Draft
from briefing_book.read.pdf_lines import Line, printed_address
from briefing_book.read.pdf_paragraphs import HYPHEN, paragraphs
from briefing_book.read.stated import Stated, settle
from briefing_book.read.web_metadata import SITE_MARK

MOST_PAGES = 2_000
LONGEST_TIME = 60
"""Seconds; a book of 1,000 pages takes two."""
LARGEST_MEMORY = 2_000_000_000
"""Bytes of address space."""
FIRST = 20
"""The number of paragraphs among which a headline stands."""
MOST_UNKNOWN = 0.3
"""The share of letters that a PDF's fonts do not name from which on its text is worth nothing."""

PROPERTIES = "the PDF's properties"
PASSWORD, SECURITY = 4, 5
"""What PDFium calls errors of a PDF that is locked."""

_WORKER = Path(__file__).with_name("pdf_worker.py")
_FILE_NAME = re.compile(
    r"microsoft word - .*|untitled.*|document\s?\d*|.*\.(?:docx?|pdf|indd|qx[dp]|html?|rtf|txt)", re.I
)
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_UNKNOWN = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")


def read_pdf(data: bytes, name: str) -> Draft:
    """The article in a PDF. Raises `SeedError` where it is locked, broken, scanned or too long."""
    found = _found(data, name)
    if "problem" in found:
        is_locked = found["problem"] in (PASSWORD, SECURITY)
        why = "locked with a password; save it without one" if is_locked else "broken; fetch it again"
        raise SeedError(f"is a PDF that is {why}, or print it to a new PDF", name)
    if found["count"] > MOST_PAGES:
        raise SeedError(f"has more than {MOST_PAGES:,} pages; split it into its articles", name)
    pages = [
        [Line(_LIGATURE.sub(_letters, text), *place) for text, *place in page] for page in found["pages"]
    ]
    _require_text(pages, name)
    text = paragraphs(pages)
    return Draft(PARAGRAPH.join(text), _stated(found, pages, text[:FIRST]))


def _found(data: bytes, name: str) -> dict[str, Any]:
    """What the worker found. Raises `SeedError` where it needed too much, or broke down."""
    command = [sys.executable, "-I", str(_WORKER), str(MOST_PAGES), str(LARGEST_MEMORY)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=LONGEST_TIME, check=True)
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        why = "is a PDF that takes too much time or memory to read, or is broken; print it to a new PDF"
        raise SeedError(why, name) from None
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _letters(ligature: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", ligature[0])


def _require_text(pages: list[list[Line]], name: str) -> None:
    text = "".join(line.text for page in pages for line in page).replace(HYPHEN, "")
    mend = "run text recognition over it (for example ocrmypdf), or save its text as .txt"
    if not any(character.isalnum() or _UNKNOWN.match(character) for character in text):
        raise SeedError(f"is a PDF without text, most likely scanned; {mend}", name)
    if len(_UNKNOWN.findall(text)) > MOST_UNKNOWN * len(text):
        raise SeedError(f"is a PDF whose fonts do not tell which letters they show; {mend}", name)


def _stated(found: dict[str, Any], pages: list[list[Line]], first: list[str]) -> Stated:
    return settle(
        {
            "title": [(_title(" ".join(found["properties"]["Title"].split()), first), PROPERTIES)],
            "author": [(found["properties"]["Author"], PROPERTIES)],
            "url": [(printed_address(pages) or "", "the foot of its pages")],
            "language": [(found["language"], PROPERTIES)],
        }
    )


def _title(title: str, first: list[str]) -> str:
    """The title, unless it is a file's name; without the site's name that browsers add."""
    if _FILE_NAME.fullmatch(title):
        return ""
    headlines = (title[: mark.start()] for mark in SITE_MARK.finditer(title))
    return next((headline for headline in headlines if headline in first), title)
