"""A folder that holds what another holds, as second names of its files: they cost no room, and little time.

A second name changes the entry of a file, and with it what tells that the file is the same. So a mirror is
kept, and only what is otherwise in it is made anew.
"""

import os
import shutil
from collections.abc import Container
from contextlib import suppress
from pathlib import Path


def mirror(folder: Path, place: Path, wanted: Container[str] | None = None) -> None:
    """Let `place` hold what the folder holds, to be read only; where there is none, nothing.

    If files are `wanted`, by their POSIX paths in the folder, it holds these alone. Symbolic links lead where
    they led.
    """
    if folder.is_dir():
        place.mkdir(parents=True, exist_ok=True)
        _mirror(str(folder), str(place), "", wanted)
    else:
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)


def link(file: str | Path, place: str | Path) -> None:
    """Let a file stand in a second place as well, which costs no room; where that cannot be, a copy."""
    try:
        os.link(file, place)
    except OSError:
        shutil.copy2(file, place)


def _mirror(folder: str, place: str, inside: str, wanted: Container[str] | None) -> None:
    """The same of a folder, which stands `inside` that of which the files are wanted."""
    there = {entry.name: entry for entry in _entries(folder, place)}
    for entry in os.scandir(folder):
        path, second = f"{inside}{entry.name}", f"{place}/{entry.name}"
        is_folder = entry.is_dir(follow_symlinks=False)
        if not is_folder and wanted is not None and path not in wanted:
            continue
        old = there.pop(entry.name, None)
        if old and not _is_same(entry, old):
            _remove(old)
            old = None
        if is_folder:
            if old is None:
                os.mkdir(second)  # noqa: PTH102  # thousands of Paths cost more
            _mirror(entry.path, second, f"{path}/", wanted)
        elif entry.is_symlink():
            Path(second).symlink_to(Path(entry.path).resolve())
        elif old is None:
            link(entry.path, second)
    for old in there.values():
        _remove(old)
    if wanted is not None and inside:
        # One that holds something stays.
        with suppress(OSError):
            os.rmdir(place)  # noqa: PTH106  # as above


def _entries(folder: str, place: str) -> list[os.DirEntry[str]]:
    """What a mirror holds. On another disk the numbers of files tell nothing: there it is made anew."""
    entries = list(os.scandir(place))
    if os.stat(folder).st_dev == os.stat(place).st_dev:  # noqa: PTH116  # as above
        return entries
    for entry in entries:
        _remove(entry)
    return []


def _is_same(entry: os.DirEntry[str], second: os.DirEntry[str]) -> bool:
    if entry.is_dir(follow_symlinks=False):
        return second.is_dir(follow_symlinks=False)
    return entry.inode() == second.inode() and not entry.is_symlink()


def _remove(entry: os.DirEntry[str]) -> None:
    if entry.is_dir(follow_symlinks=False):
        shutil.rmtree(entry.path)
    else:
        os.unlink(entry.path)  # noqa: PTH108  # as above
