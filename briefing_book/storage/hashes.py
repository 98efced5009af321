"""The hashes of files that stand, each remembered by what tells that its file is the same: it is read once.

A file that changed only just is not remembered: it may change once more, and look the same.
"""

import hashlib
import os
import time
from pathlib import Path

from briefing_book.storage.cache import Cache

_FILE = ".build/hashes.msgpack"
_UNSURE = 2_000_000_000
"""Nanoseconds in which two changes may bear the same time, by the coarsest clock of a file system."""

Look = tuple[int, int, int, int]
"""A file's number in its file system, its size, and when it and its entry changed, in nanoseconds."""


def look_of(status: os.stat_result) -> Look:
    """How a file looks: no change leaves it so, nor another file in its place."""
    return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def sign_of(status: os.stat_result) -> str | None:
    """What tells that a file is the same; None where its next change may not show."""
    number, size, changed, entered = look_of(status)
    if max(changed, entered) > time.time_ns() - _UNSURE:
        return None
    return f"{number} {size} {changed} {entered}"


class Hashes:
    """The SHA-256 of files; a book remembers them where they are saved."""

    def __init__(self, book: Path) -> None:
        self._known = Cache(book / _FILE, str, "SHA-256")

    def of(self, path: str | Path) -> str:
        """The hash of a file as it stands now. Raises `OSError` where it cannot be read."""
        # The file is looked at before it is read: if it changes between, it looks otherwise the next time.
        sign = sign_of(os.stat(path))  # noqa: PTH116  # a Path for each of 20,000 files costs more
        known = self._known.get(sign) if sign else None
        if known is None:
            with open(path, "rb") as file:  # noqa: PTH123  # as above
                known = hashlib.sha256(file.read()).hexdigest()
            if sign:
                self._known.keep(sign, known)
        return known

    def within(self, folder: Path, ending: str) -> dict[str, str]:
        """The hashes of the files with this ending straight in a folder, by their names."""
        entries = os.scandir(folder) if folder.is_dir() else ()
        return {entry.name: self.of(entry.path) for entry in entries if entry.name.endswith(ending)}

    def save(self) -> None:
        """Remember those that were asked for, and forget the others."""
        self._known.save()
