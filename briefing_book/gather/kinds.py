"""What kind of file came from an address: by its own first bytes, and what the server says of it."""

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from briefing_book.gather.problems import NotBroughtError

_HEAD = 1024
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.I)
_FEED = re.compile(rb"<(?:rss|feed|rdf:rdf)\b|\"https://jsonfeed\.org/version", re.I)
_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_TEXT_TYPES = ("text/plain", "text/markdown", "message/rfc822", "application/octet-stream", "")
_BY_NAME = {".md": ".md", ".markdown": ".md", ".eml": ".eml", ".txt": ".txt"}
_BY_TYPE = {"text/plain": ".txt", "text/markdown": ".md", "message/rfc822": ".eml"}
_NO_ARTICLES = {"image": "a picture", "video": "a film", "audio": "a recording", "font": "a font"}


def ending_for(data: bytes, content_type: str, address: str) -> str:
    """The ending under which what came from an address is a seed. Raises `NotBroughtError` if none is."""
    head = data[:_HEAD]
    stated = content_type.partition(";")[0].strip().casefold()
    if kind := _NO_ARTICLES.get(stated.partition("/")[0]):
        raise NotBroughtError(f"is {kind}, no article")
    if b"%PDF-" in head:
        return ".pdf"
    if head.startswith(b"PK\x03\x04"):
        return _office(data)
    if _FEED.search(head) and not _PAGE.search(head):
        raise NotBroughtError("is a feed; to bring what is new in it, say --feed before its address")
    if stated in _PAGE_TYPES or _PAGE.search(head):
        return ".html"
    ending = _text(stated, address)
    if ending is None:
        raise NotBroughtError(
            f"is no article that can be read ({stated[:60] or 'of a kind that nobody says'})"
        )
    return ending


def _office(data: bytes) -> str:
    if b"word/document.xml" in data:
        return ".docx"
    raise NotBroughtError("is an archive or an office file; download it, and add what is in it")


def _text(stated: str, address: str) -> str | None:
    if stated not in _TEXT_TYPES:
        return None
    named = _BY_NAME.get(PurePosixPath(urlsplit(address).path).suffix.casefold())
    return named or _BY_TYPE.get(stated)
