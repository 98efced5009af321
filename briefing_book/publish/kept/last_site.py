"""The last site: what in it still stands as it was built may be taken over, as a second link to the file.

A second link changes the entry of a file. So here its size and the time of its own last change tell whether
it is the same, and not the time of its entry.
"""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from briefing_book.publish.kept.records import SiteRecord, Stamp
from briefing_book.storage.mirror import link

_UNSURE = 1_000_000_000
"""Nanoseconds before a record was made in which a change can bear the same time as what was recorded."""


class LastSite:
    """The site in `folder`, as `record` knows it."""

    def __init__(self, folder: Path, record: SiteRecord) -> None:
        self._folder = folder
        self.record = record

    def holds(self, file: str) -> bool:
        """Whether a file stands as it was built."""
        stamp = self.record.files.get(file)
        return stamp is not None and self._is(f"{self._folder}/{file}", stamp)

    def under(self, folder: str) -> list[str]:
        """The files in a folder of the site that were built."""
        return [file for file in self.record.files if file.startswith(f"{folder}/")]

    def take(self, file: str, place: Path) -> None:
        """Let a file stand in the new site too. Nobody may write into it there."""
        if not place.parent.is_dir():
            place.parent.mkdir(parents=True, exist_ok=True)
        link(self._folder / file, place)

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


NO_SITE = LastSite(Path(), SiteRecord(files={}, pages={}, blanks={}, indexed={}))


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
