"""What a seed states of its article before the text starts: YAML front matter, or ` date 2023-02-25 `.

Front matter stands between two lines `---` at the very start, and its first line is `key: value`; anything
else between such lines is text. A value that cannot be used leaves the thing unknown.
"""

import re
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from briefing_book.errors import SeedError
from briefing_book.read.dates import edtf
from briefing_book.read.decode import clean
from briefing_book.read.stated import Stated, names, settle
from briefing_book.read.title import shorten
from briefing_book.yaml_files import YamlContentError, parse

KEYS = {
    "title": ("title", "headline", "ogtitle", "name"),
    "published": (
        *("published", "date", "datepublished", "publisheddate", "publishedat", "publishedon", "pubdate"),
        *("publishdate", "publicationdate", "articlepublishedtime", "publishedtime", "datetime", "created"),
    ),
    "updated": (
        *("updated", "datemodified", "modified", "updatedat", "updatedon", "lastmodified", "lastmod"),
        *("articlemodifiedtime", "modifiedtime", "ogupdatedtime"),
    ),
    "publisher": (
        *("publisher", "source", "sitename", "site", "ogsitename", "outlet", "newspaper", "agency"),
        "publication",
    ),
    "author": ("author", "authors", "articleauthor", "byline", "by", "creator", "writer", "reporter"),
    "url": (
        *("url", "link", "address", "canonicalurl", "canonical", "sourceurl", "permalink", "ogurl"),
        "source",
    ),
    "language": ("language", "lang", "locale", "inlanguage"),
}
"""Keys that state each thing, best first; case, spaces and punctuation in a key do not count."""

FRONT_MATTER = "front matter"
FIRST_WORDS = "its first words"
"""Where they stand, in a reader's words."""

MENDS = {
    "published": "which is no day that can be known; write it as 2023-02-25",
    "updated": "which is no day that can be known; write it as 2023-02-25",
    "url": "which is no address on the web; write it from https:// on",
    "language": "which is no language that is known; write its code, such as en",
}
_ANYTHING = "source"
"""A key that people use for an address as well as for a name."""
_LONGEST_SHOWN = 60

_RULE = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.M)
_KEY_LINE = re.compile(r"(?:\s*(?:#.*)?\n)*[\"']?\w[\w .:@-]{0,60}[\"']?[ \t]*:(?:\s|$)")
_INLINE_DATE = re.compile(r"\s*date:?\s+(\d{4}-\d\d-\d\d)\s+", re.I)


def split_header(text: str, name: str) -> tuple[Stated, str]:
    """What the text of the seed `name` states of itself, and the text without it.

    Raises `SeedError`, with the line, where front matter is broken.
    """
    if opening := _RULE.match(text):
        closing = _CLOSING.search(text, opening.end())
        block = text[opening.end() : closing.start() if closing else None]
        if closing and not block.strip():
            return Stated(), text[closing.end() :].lstrip("\n")
        if _KEY_LINE.match(block):
            if closing is None:
                raise SeedError("the header has no end; put a line `---` below its last line", name, 1)
            return _header(_mapping(block, name)), text[closing.end() :].lstrip("\n")
    inline = _INLINE_DATE.match(text)
    if inline and (day := edtf(inline[1])):
        return settle({"published": [(day, FIRST_WORDS)]}), text[inline.end() :]
    return Stated(), text


def _mapping(block: str, name: str) -> dict[str, Any]:
    try:
        data = parse("\n" + block)
    except YamlContentError as problem:
        raise SeedError(f"the header: {problem}", name, problem.line) from None
    return {re.sub(r"[\W_]", "", key).casefold(): value for key, value in data.items()}


def _header(written: dict[str, Any]) -> Stated:
    stated = settle({thing: _candidates(written, thing, keys) for thing, keys in KEYS.items()})
    return replace(stated, unusable=tuple(_unusable(written, stated)))


def _unusable(written: dict[str, Any], stated: Stated) -> Iterator[str]:
    """Of each thing that is stated in words that cannot be used, the first of them."""
    for thing, mend in MENDS.items():
        given = (
            (key, words) for key in KEYS[thing] if key != _ANYTHING for words in _texts(written.get(key))
        )
        key, words = next(given, ("", ""))
        if words and getattr(stated, thing) is None:
            yield f"the header: `{key}` is “{shorten(words, _LONGEST_SHOWN)}”, {mend}"


def _candidates(stated: dict[str, Any], thing: str, keys: tuple[str, ...]) -> list[tuple[str, str]]:
    """What stands under these keys; of people and publishers all that stand under one."""
    found = [_texts(stated.get(key)) for key in keys]
    if thing in ("publisher", "author"):
        return [(names(words), FRONT_MATTER) for words in found]
    return [(words, FRONT_MATTER) for listed in found for words in listed]


def _texts(value: Any) -> list[str]:
    """The texts in a value: itself, those of a list, or the `name` of a mapping."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        return [words for item in value if isinstance(item, str | dict) for words in _texts(item)]
    return [" ".join(clean(value).split())] if isinstance(value, str) else []
