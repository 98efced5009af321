"""The names of new seeds: a file's own, or its article's title and date; never that of another seed."""

from collections.abc import Container
from pathlib import PurePath

from briefing_book.addresses import slug_of
from briefing_book.read.names import is_safe

_NO_TITLE = "article"


def own_stem(name: str, title: str) -> str:
    """A file's own name without its ending, or one made of its article's title where that is not safe."""
    stem = PurePath(name).stem
    return stem if is_safe(stem) else titled_stem(title, None)


def titled_stem(title: str, published: str | None) -> str:
    """A name made of an article's title and date."""
    stem = "-".join(part for part in (slug_of(title), published or "") if part)
    return stem if is_safe(stem) else _NO_TITLE


def free_stem(stem: str, taken: Container[str]) -> str:
    """The name, with a number behind it where it is taken; `taken` holds names in small letters."""
    number, free = 1, stem
    while free.casefold() in taken:
        number += 1
        free = f"{stem}-{number}"
    return free
