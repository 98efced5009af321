"""What a seed states of its article before the text starts: YAML front matter, or ` date 2023-02-25 `.

Front matter stands between two lines `---` at the very start, and its first line is `key: value`; anything
else between such lines is text. A value that cannot be used leaves the thing unknown.
"""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from briefing_book.errors import SeedError
from briefing_book.model import Record
from briefing_book.read.dates import edtf
from briefing_book.read.decode import clean
from briefing_book.read.language import stated_language
from briefing_book.read.title import LONGEST_STATED, shorten
from briefing_book.yaml_files import YamlContentError, parse

TITLE = ("title", "headline", "ogtitle", "name")
PUBLISHED = (
    *("published", "date", "datepublished", "publisheddate", "publishedat", "publishedon", "pubdate"),
    *("publishdate", "publicationdate", "articlepublishedtime", "publishedtime", "datetime", "created"),
)
PUBLISHER = (
    "publisher",
    "source",
    "sitename",
    "site",
    "ogsitename",
    "outlet",
    "newspaper",
    "agency",
    "publication",
)
URL = ("url", "link", "address", "canonicalurl", "canonical", "sourceurl", "permalink", "ogurl", "source")
LANGUAGE = ("language", "lang", "locale", "inlanguage")
"""Keys that state each thing, best first; case, spaces and punctuation in a key do not count."""

_RULE = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.M)
_KEY_LINE = re.compile(r"(?:\s*(?:#.*)?\n)*[\"']?\w[\w .:@-]{0,60}[\"']?[ \t]*:(?:\s|$)")
_INLINE_DATE = re.compile(r"\s*date:?\s+(\d{4}-\d\d-\d\d)\s+", re.I)


class Header(Record, frozen=True):
    """What a seed states of its article; None is unknown."""

    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None


def split_header(text: str, name: str) -> tuple[Header, str]:
    """What the text of the seed `name` states of itself, and the text without it.

    Raises `SeedError`, with the line, where front matter is broken.
    """
    if opening := _RULE.match(text):
        closing = _CLOSING.search(text, opening.end())
        block = text[opening.end() : closing.start() if closing else None]
        if closing and not block.strip():
            return Header(), text[closing.end() :].lstrip("\n")
        if _KEY_LINE.match(block):
            if closing is None:
                raise SeedError("the header has no end; put a line `---` below its last line", name, 1)
            return _header(_mapping(block, name)), text[closing.end() :].lstrip("\n")
    inline = _INLINE_DATE.match(text)
    if inline and (day := edtf(inline[1])):
        return Header(published=day), text[inline.end() :]
    return Header(), text


def _mapping(block: str, name: str) -> dict[str, Any]:
    try:
        data = parse(block)
    except YamlContentError as problem:
        raise SeedError(f"the header: {problem}", name, problem.line + 1) from None
    return {re.sub(r"[\W_]", "", key).casefold(): value for key, value in data.items()}


def _header(stated: dict[str, Any]) -> Header:
    return Header(
        title=_first(stated, TITLE, lambda words: shorten(words, LONGEST_STATED)),
        published=_first(stated, PUBLISHED, edtf),
        publisher=_publisher(stated),
        url=_first(stated, URL, web_address),
        language=_first(stated, LANGUAGE, stated_language),
    )


def _first(stated: dict[str, Any], keys: tuple[str, ...], read: Callable[[str], str | None]) -> str | None:
    """The first of the values under these keys of which `read` makes something."""
    values = (words for key in keys for words in _texts(stated.get(key)))
    return next((value for words in values if (value := read(words))), None)


def _texts(value: Any) -> list[str]:
    """The texts in a value: itself, those of a list, or the `name` of a mapping."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        return [words for item in value if isinstance(item, str | dict) for words in _texts(item)]
    return [" ".join(clean(value).split())] if isinstance(value, str) else []


def _publisher(stated: dict[str, Any]) -> str | None:
    """All the names under the first key that has any; an address is no publisher's name."""
    lists = (
        [words for words in _texts(stated.get(key)) if words and not web_address(words)] for key in PUBLISHER
    )
    return next((shorten(", ".join(names), LONGEST_STATED) for names in lists if names), None)


def web_address(words: str) -> str | None:
    """The words, where they are an address on the web; None for anything else, such as `javascript:`."""
    try:
        parts = urlsplit(words)
    except ValueError:
        return None
    fits = parts.scheme in ("http", "https") and parts.hostname and not re.search(r"[\s<>\"\\]", words)
    return words if fits else None
