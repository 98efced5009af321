"""Files are written beside their place and swapped in, so that nobody ever finds half of one."""

import os
import zlib
from pathlib import Path

from briefing_book.errors import BookError

WRITTEN = ("facts", "docs", "print", "site", "editions")
"""The folders of a book that builds write into."""

READ = ("seeds", "editorial")
"""Those that they read only, or write a person's answers into."""


def write_file(path: Path, content: str | bytes) -> bool:
    """Give `path` this content, making its folder; say whether that changed anything.

    A file that has the content already is left alone, its time of change included.
    """
    data = content.encode() if isinstance(content, str) else content
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{zlib.crc32(os.fsencode(path.name)):08x}.tmp")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    return True


def require_own_folders(book: Path) -> None:
    """Raise `BookError` where a folder that builds write into is a file, is elsewhere, or is read as well."""
    for name in WRITTEN:
        folder = book / name
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            raise BookError("is no folder of its own; move it away, builds write there", folder)
    for name in READ:
        place = (book / name).resolve()
        for written in WRITTEN:
            if (book / written).resolve() in (place, *place.parents):
                why = f"leads into {written}/, which builds write; put a folder of its own here"
                raise BookError(why, book / name)
