"""Files and folders that a person names: which files in them may be articles, and why others are not."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePath

from briefing_book.gather.problems import NotBroughtError
from briefing_book.read.archive import page_of
from briefing_book.read.formats import ENDINGS, LARGEST, MB
from briefing_book.storage.files import WRITTEN


def files_in(folder: Path, book: Path) -> Iterator[Path]:
    """All files in a folder and in those in it, sorted; hidden ones and parts of saved pages do not count.

    Raises `NotBroughtError` where the folder holds the book, or a build wrote it.
    """
    inner, outer = folder.resolve(), book.resolve()
    if outer.is_relative_to(inner) or any(inner.is_relative_to(outer / name) for name in WRITTEN):
        raise NotBroughtError("is where the book itself is; name the folder that the articles came in")
    if not os.access(folder, os.R_OK | os.X_OK):
        raise NotBroughtError("cannot be read; give leave to read it")
    closed: list[OSError] = []
    for here, folders, files in os.walk(folder, onerror=closed.append):
        pages = {Path(here, file).with_suffix("") for file in files if _format(file) == "page"}
        folders[:] = sorted(each for each in folders if each[0] != "." and _page_of(here, each) not in pages)
        yield from (Path(here, file) for file in sorted(files) if file[0] != ".")
    if closed:
        raise NotBroughtError(
            f"holds folders that cannot be read, such as {closed[0].filename}; give leave to read them"
        )


def may_be_article(path: Path) -> bool:
    """Whether files of this name are read."""
    return _format(path.name) is not None


def read_file(path: Path) -> bytes:
    """The bytes of a file that may be an article. Raises `NotBroughtError` where it cannot be read."""
    try:
        if not path.exists():
            raise NotBroughtError("is not there; check the name, and that an address starts with https://")
        if not path.is_file():
            raise NotBroughtError("is no plain file; name a file, a folder or an address")
        largest = LARGEST[ENDINGS[path.suffix.lower()]]
        if path.stat().st_size > largest:
            raise NotBroughtError(f"is larger than {largest // MB} MB; split it into its articles")
        return path.read_bytes()
    except OSError as problem:
        raise NotBroughtError(f"cannot be read ({problem.strerror}); give leave to read it") from None


def _format(file: str) -> str | None:
    return ENDINGS.get(Path(file).suffix.lower())


def _page_of(here: str, folder: str) -> PurePath | None:
    return page_of(PurePath(here, folder))
