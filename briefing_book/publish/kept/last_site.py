"""The last site: what in it still stands as it was built may be taken over, as a second link to the file."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from briefing_book.publish.kept.records import SiteRecord, Stamp
from briefing_book.storage.staging import link

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
        return stamp is not None and self._is(self._folder / file, stamp)

    def under(self, folder: str) -> list[str]:
        """The files in a folder of the site that were built."""
        return [file for file in self.record.files if file.startswith(f"{folder}/")]

    def take(self, file: str, place: Path) -> None:
        """Let a file stand in the new site too. Nobody may write into it there."""
        place.parent.mkdir(parents=True, exist_ok=True)
        link(self._folder / file, place)

    def stamp(self, file: str, place: Path) -> Stamp:
        """The stamp of a file that was built, or taken, into the new site at `place`."""
        status, known = place.stat(), self.record.files.get(file)
        if known and self._seems(status, known):
            return known
        return Stamp(status.st_size, status.st_mtime_ns, _digest(place))

    def _is(self, path: Path, stamp: Stamp) -> bool:
        try:
            status = path.stat()
            return self._seems(status, stamp) or (
                status.st_size == stamp.size and _digest(path) == stamp.digest
            )
        except OSError:
            return False

    def _seems(self, status: os.stat_result, stamp: Stamp) -> bool:
        same = (status.st_size, status.st_mtime_ns) == (stamp.size, stamp.changed)
        return same and stamp.changed < self.record.time - _UNSURE


NO_SITE = LastSite(Path(), SiteRecord({}, {}, {}))


def files_of(site: Path) -> Iterator[str]:
    """All files of a site as POSIX paths, in no order."""
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        for entry in os.scandir(site / folder):
            if entry.is_dir(follow_symlinks=False):
                waiting.append(f"{folder}{entry.name}/")
            else:
                yield f"{folder}{entry.name}"


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
