"""The articles in the bytes of a file: one in most formats, any number in an archive.

What cannot be read is named with the reason, and never stops what else there is.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath, PurePosixPath
from typing import NamedTuple

from msgspec.structs import replace

from briefing_book.errors import SeedError
from briefing_book.model import Article, Record, SkippedSeed
from briefing_book.read.archive import files_in, member_path, open_archive, require_no_document, unpack
from briefing_book.read.article import article_of
from briefing_book.read.decode import clean, decode
from briefing_book.read.draft import Draft
from briefing_book.read.formats import ENDINGS, LARGEST, Format, format_of, require_readable
from briefing_book.read.header import split_header
from briefing_book.read.letter import read_letter, read_saved_page
from briefing_book.read.names import article_id, hashed_id, safe_id
from briefing_book.read.page_encoding import page_text
from briefing_book.read.pdf import read_pdf
from briefing_book.read.web_page import read_page
from briefing_book.read.word import read_word

AS_WRITTEN: tuple[Format, ...] = ("text", "markdown")
"""Formats whose text is what the file holds, to the letter."""
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Where a word may be broken, or may not: nothing that a reader sees, but it parts words for a program."""


class Read(Record, frozen=True):
    """What was found in a file: its articles, what could not be read, and what is not used, a line each."""

    articles: tuple[Article, ...] = ()
    skipped: tuple[SkippedSeed, ...] = ()
    unused: tuple[str, ...] = ()


class Unused(NamedTuple):
    """What people wrote into a file that is not used, and why."""

    file: str
    why: str


Found = Article | SeedError | Unused


def read_content(data: bytes, name: str) -> Read:
    """What the bytes of a file hold; `name` is its name, or its path in the book, and tells the format."""
    return read_bytes(data, name, PurePosixPath(name))


def read_bytes(data: bytes, name: str, path: PurePath) -> Read:
    """The same for the file `path`, which messages call `name`."""
    return together(_found(data, name, path))


def together(found: Iterable[Found]) -> Read:
    """What was found as a record; the problems become lines."""
    articles, skipped, unused = [], [], []
    for each in found:
        if isinstance(each, Article):
            articles.append(each)
        elif isinstance(each, Unused):
            unused.append(f"{each.file}: {each.why}")
        else:
            line = f"line {each.line}: " if each.line else ""
            skipped.append(SkippedSeed(each.file or "", line + each.message))
    return Read(tuple(articles), tuple(skipped), tuple(unused))


def _found(data: bytes, name: str, path: PurePath) -> Iterator[Found]:
    kind = format_of(data, path.suffix)
    try:
        if kind == "zip":
            yield from _members(data, name, path.stem)
        else:
            yield from _of_draft(_draft(data, kind, name), article_id(path), name)
    except SeedError as problem:
        yield problem


def _of_draft(draft: Draft, id: str, name: str) -> Iterator[Found]:
    yield article_of(draft, id, name)
    yield from (Unused(name, why) for why in draft.stated.unusable)


def _members(data: bytes, name: str, stem: str) -> Iterator[Found]:
    """The articles in an archive. An id is `<archive>-<member>`, with a hash where that is taken."""
    taken: set[str] = set()
    archive = open_archive(data, name)
    require_no_document(archive, name)
    for info in files_in(archive):
        path = member_path(info)
        id = safe_id(f"{stem}-{path.stem}")
        if id in taken:
            id = hashed_id(f"{stem}-{path.stem}", f"{stem}/{path}")
        taken.add(id)
        inside = f"{name}/{path}"
        try:
            require_readable(path, inside)
            content = unpack(archive, info, inside, LARGEST[ENDINGS[path.suffix.lower()]])
            yield from _of_draft(_draft(content, format_of(content, path.suffix), inside), id, inside)
        except SeedError as problem:
            yield problem


def _draft(data: bytes, kind: Format, name: str) -> Draft:
    """What a reader makes of the bytes. Raises `SeedError`, also where a library stumbles over them."""
    try:
        draft = _READERS[kind](data, name)
        return draft if kind in AS_WRITTEN else replace(draft, text=clean(_INVISIBLE.sub("", draft.text)))
    except SeedError:
        raise
    except Exception as problem:  # what libraries raise over hostile bytes is written down nowhere
        why = f"cannot be read ({type(problem).__name__}); fetch it again, or save its text as .txt"
        raise SeedError(why, name) from problem


def _text(data: bytes, name: str, markdown: bool = False) -> Draft:
    stated, text = split_header(decode(data, name), name)
    return Draft(text, stated, markdown)


def _markdown(data: bytes, name: str) -> Draft:
    return _text(data, name, markdown=True)


def _page(data: bytes, name: str) -> Draft:
    return read_page(page_text(data, name), name)


def _archive(data: bytes, name: str) -> Draft:
    raise SeedError("is an archive in an archive; unpack it, and put its files here", name)


_READERS: dict[Format, Callable[[bytes, str], Draft]] = {
    "text": _text,
    "markdown": _markdown,
    "page": _page,
    "archived page": read_saved_page,
    "pdf": read_pdf,
    "word": read_word,
    "letter": read_letter,
    "zip": _archive,
}
