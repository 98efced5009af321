"""Which format a file is in: what its first bytes show, else what its ending says.

An ending may be wrong: a page saved as `.txt`, a PDF named `.html` by the server that sent it. Plain text
shows nothing of itself, so that only what is beyond doubt counts against the ending.
"""

import re
from io import BytesIO
from pathlib import PurePath
from typing import Literal
from zipfile import BadZipFile, ZipFile

from briefing_book.errors import SeedError
from briefing_book.read.web_page import has_markup, is_page

Format = Literal["text", "markdown", "page", "archived page", "pdf", "word", "letter", "zip"]

ENDINGS: dict[str, Format] = {
    ".txt": "text",
    ".md": "markdown",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".mhtml": "archived page",
    ".mht": "archived page",
    ".pdf": "pdf",
    ".docx": "word",
    ".eml": "letter",
    ".zip": "zip",
}
"""The endings that are read, in small or capital letters."""
READABLE = ".txt, .md, .html (.htm, .xhtml, .mhtml, .mht), .pdf, .docx, .eml, or .zip of these"
"""How messages list them."""

MB = 1_000_000
LARGEST: dict[Format, int] = {
    "text": 4 * MB,
    "markdown": 4 * MB,
    "page": 20 * MB,
    "archived page": 50 * MB,
    "pdf": 100 * MB,
    "word": 50 * MB,
    "letter": 50 * MB,
    "zip": 200 * MB,
}
"""Bytes; pages, letters and documents carry pictures."""

_HEAD = 4_096
_LETTER = re.compile(r"(?:[A-Za-z][\w-]{1,40}:[ \t].*\n(?:[ \t].*\n)*){2,}", re.ASCII)
_LETTER_LINES = re.compile(r"^(?:MIME-Version|Message-ID|Received|Return-Path|DKIM-Signature):", re.I | re.M)
_SAVED_PAGE = re.compile(r"^Content-Type:\s*multipart/related", re.I | re.M)
_BINARY: tuple[Format, ...] = ("pdf", "word", "zip")


def format_of(data: bytes, ending: str) -> Format:
    """The format of a file with these bytes and this ending."""
    told = ENDINGS.get(ending.lower(), "text")
    if data.lstrip()[:5] == b"%PDF-" or (told == "pdf" and b"%PDF-" in data[:1_024]):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _packed(data, told)
    head = _head(data)
    if is_page(head):
        return "page"
    if told in ("letter", "archived page") or _is_letter(head):
        return "archived page" if _SAVED_PAGE.search(head) and told != "letter" else "letter"
    return "text" if told in _BINARY or (told == "page" and not has_markup(head)) else told


def require_readable(path: PurePath, name: str) -> None:
    """Raises `SeedError` where the ending of the file is none that is read."""
    if path.suffix.lower() not in ENDINGS:
        ending = f"`{path.suffix}` files" if path.suffix else "files without an ending"
        raise SeedError(f"{ending} are not read; save it as {READABLE}", name)


def _packed(data: bytes, told: Format) -> Format:
    """Word documents are archives too, as are a spreadsheet and an e-book, which `content` names."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
    except (BadZipFile, ValueError, NotImplementedError, OverflowError, EOFError, OSError):
        return told if told in _BINARY else "zip"
    is_word = "[Content_Types].xml" in names and any(name.startswith("word/") for name in names)
    return "word" if is_word else "zip"


def _head(data: bytes) -> str:
    """The start of a file as text, good enough to tell formats by."""
    start = data[:_HEAD]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return start.decode("utf-16", "ignore")
    return start.removeprefix(b"\xef\xbb\xbf").decode("latin-1").replace("\r\n", "\n")


def _is_letter(head: str) -> bool:
    return _LETTER.match(head) is not None and _LETTER_LINES.search(head) is not None
