"""The last site: what in it still stands as it was built may be taken over, as a second link to the file.

A second link changes the entry of a file. So here its size and the time of its own last change tell whether
it is the same, and not the time of its entry.
"""

import hashlib
import os
from collections.abc import Container, Iterator
from pathlib import Path

from briefing_book.publish.kept.records import SiteRecord, Stamp
from briefing_book.storage.mirror import mirror

_UNSURE = 1_000_000_000
"""Nanoseconds before a record was made in which a change can bear the same time as what was recorded."""


class LastSite:
    """The site in `folder`, as `record` knows it; in `spare` may be the one before it."""

    def __init__(self, folder: Path, record: SiteRecord, spare: Path) -> None:
        self._folder = folder
        self._spare = spare
        self.record = record

    def holds(self, file: str) -> bool:
        """Whether a file stands as it was built."""
        stamp = self.record.files.get(file)
        return stamp is not None and self._is(f"{self._folder}/{file}", stamp)

    def text(self, file: str) -> str:
        """The text of a file that stands as it was built."""
        return (self._folder / file).read_bytes().decode()

    def under(self, folder: str) -> list[str]:
        """The files in a folder of the site that were built."""
        return [file for file in self.record.files if file.startswith(f"{folder}/")]

    def bring(self, files: Container[str], target: Path) -> None:
        """Let these files stand in the new site too, in which nothing else stands yet.

        Nobody may write into them there. The folders are those of the site before the last, which has most of
        the files already.
        """
        if not self.record.files:
            return
        mirror(self._folder, self._spare, files)
        for entry in self._spare.iterdir():
            entry.rename(target / entry.name)
        self._spare.rmdir()

    def stamp(self, file: str, place: str) -> Stamp:
        """The stamp of a file that was built, or taken, into the new site at `place`."""
        status, known = os.stat(place), self.record.files.get(file)  # noqa: PTH116  # there are thousands
        if known and self._seems(status, known):
            return known
        return Stamp(status.st_size, status.st_mtime_ns, _digest(place))

    def _is(self, path: str, stamp: Stamp) -> bool:
        try:
            status = os.stat(path)  # noqa: PTH116  # as above
            return self._seems(status, stamp) or (
                status.st_size == stamp.size and _digest(path) == stamp.digest
            )
        except OSError:
            return False

    def _seems(self, status: os.stat_result, stamp: Stamp) -> bool:
        same = (status.st_size, status.st_mtime_ns) == (stamp.size, stamp.changed)
        return same and stamp.changed < self.record.time - _UNSURE


NO_SITE = LastSite(Path(), SiteRecord(files={}, pages={}, blanks={}, indexed={}), Path())


def files_of(site: Path) -> Iterator[str]:
    """All files of a site as POSIX paths, in no order."""
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        for entry in os.scandir(f"{site}/{folder}"):
            if entry.is_dir(follow_symlinks=False):
                waiting.append(f"{folder}{entry.name}/")
            else:
                yield f"{folder}{entry.name}"


def _digest(path: str) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()
