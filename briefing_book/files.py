"""Files are written beside their place and swapped in, so that nobody ever finds half of one."""

import os
import shutil
import zlib
from pathlib import Path

from briefing_book.errors import BookError

WRITTEN = ("facts", "docs", "print", "site")
"""The folders of a book that builds write into."""


def write_file(path: Path, content: str | bytes) -> bool:
    """Give `path` this content, making its folder; say whether that changed anything.

    A file that has the content already is left alone, its time of change included.
    """
    data = content.encode() if isinstance(content, str) else content
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{zlib.crc32(os.fsencode(path.name)):08x}.tmp")
    beside.write_bytes(data)
    beside.replace(path)
    return True


def require_own_folders(book: Path) -> None:
    """Raise `BookError` where a folder that builds write into is a file, or leads out of the book."""
    for name in WRITTEN:
        folder = book / name
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            raise BookError("is no folder of its own; move it away, builds write there", folder)


def beside(folder: Path, what: str) -> Path:
    """Where a folder stands before it is swapped in (`new`), or after it is swapped out (`old`)."""
    return folder.with_name(f"{folder.name}.{what}")


def swap_in(folder: Path) -> None:
    """Put `<folder>.new` in the place of `folder`, which goes to `<folder>.old`."""
    new, old = beside(folder, "new"), beside(folder, "old")
    try:
        if folder.exists():
            folder.rename(old)
        new.rename(folder)
    except BaseException:
        mend_swap(folder)
        raise


def mend_swap(folder: Path) -> None:
    """Undo a swap that was cut short: a folder that was swapped out and not replaced comes back."""
    old = beside(folder, "old")
    if old.exists() and not folder.exists():
        old.rename(folder)


def remove_folder(folder: Path, marker: str) -> None:
    """Remove a folder, if it is there; the file that marks it as ours last, lest a removal be cut short."""
    if not folder.exists():
        return
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name != marker:
            entry.unlink()
    shutil.rmtree(folder)
