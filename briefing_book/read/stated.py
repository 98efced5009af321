"""What a file states of its article, and where: of several places the first with a value that can be used.

A value that cannot be used leaves the thing unknown, as does none at all.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from urllib.parse import urlsplit

import msgspec

from briefing_book.model import Record
from briefing_book.read.dates import edtf
from briefing_book.read.decode import clean
from briefing_book.read.language import stated_language
from briefing_book.read.title import LONGEST_STATED, shorten

Candidates = Mapping[str, Iterable[tuple[str, str]]]
"""For each thing, such as `title`, the words that may state it, and where they stand; best first."""

_BY = re.compile(r"^by\s+(?=\S)", re.I)


class Stated(Record, frozen=True):
    """What a file states of its article; None is unknown. `origins` tells where each thing stands in it.

    `unusable` says of what people wrote into it why it is not used, and how to mend it.
    """

    title: str | None = None
    published: str | None = None
    updated: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    origins: dict[str, str] = msgspec.field(default_factory=dict)
    unusable: tuple[str, ...] = ()


def settle(candidates: Candidates) -> Stated:
    """The first usable of the candidates for each thing."""
    values: dict[str, str] = {}
    origins: dict[str, str] = {}
    for thing, places in candidates.items():
        usable = ((READERS[thing](clean(words)), place) for words, place in places)
        for value, place in usable:
            if value:
                values[thing], origins[thing] = value, place
                break
    return msgspec.structs.replace(Stated(origins=origins), **values)


def web_address(words: str) -> str | None:
    """The words, where they are an address on the web; None for anything else, such as `javascript:`."""
    try:
        parts = urlsplit(words)
    except ValueError:
        return None
    fits = parts.scheme in ("http", "https") and parts.hostname and not re.search(r"[\s<>\"\\]", words)
    return words if fits else None


def names(words: Iterable[str]) -> str:
    """Several names as one; what is an address or stands there twice is left out."""
    kept = [" ".join(name.split()) for name in words]
    return ", ".join(dict.fromkeys(name for name in kept if name and not web_address(name)))


def _title(words: str) -> str | None:
    return shorten(words, LONGEST_STATED)


def _publisher(words: str) -> str | None:
    return shorten(names([words.strip().removeprefix("@")]), LONGEST_STATED)


def _author(words: str) -> str | None:
    return shorten(names([_BY.sub("", words.strip(), count=1)]), LONGEST_STATED)


def _url(words: str) -> str | None:
    return web_address(words.strip())


READERS: dict[str, Callable[[str], str | None]] = {
    "title": _title,
    "published": edtf,
    "updated": edtf,
    "publisher": _publisher,
    "author": _author,
    "url": _url,
    "language": stated_language,
}
"""What makes a value of the words that state a thing."""
