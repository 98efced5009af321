"""What a build changes in a book waits beside it, and goes into its place when all of it is there.

The files wait in `.build/next/`, and the new site too. Renaming that folder to `.build/done/` decides: a
build that dies before leaves the book as it was; after, whoever works on the book next puts into place what
is not. A file that somebody changed meanwhile is theirs and stays. Facts that a dead build found are kept in
`.build/found/` for the next one.
"""

import errno
import hashlib
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

import msgspec

from briefing_book.model import Record
from briefing_book.storage.exchange import take_place
from briefing_book.storage.files import write_file
from briefing_book.storage.hashes import Hashes
from briefing_book.storage.mirror import link, mirror

BUILD = ".build"
SITE = "site"
_FACTS = "facts"
_BEFORE = "site-before"
_MIRRORS = "mirrors"
_NEXT, _DONE, _FOUND, _FILES, _JOURNAL = "next", "done", "found", "files", "journal.json"


class Change(Record, frozen=True):
    """A file of the book by its POSIX path, with the hashes of what it was and will be; None is no file."""

    path: str
    before: str | None
    after: str | None


class Journal(Record, frozen=True):
    """What is to be put into place: changes, and the new site by its folder's number in the file system."""

    changes: tuple[Change, ...]
    site: int | None = None


class Staging:
    """The changes of one build of the book in the folder `book`, which must be locked meanwhile.

    `hashes` are those of the files of the book, for whoever asks for them during the build.
    """

    def __init__(self, book: Path) -> None:
        finish(book)
        self._book = book
        self._next = book / BUILD / _NEXT
        self._changes: dict[str, Change] = {}
        self.hashes = Hashes(book)
        _save_found(book)

    @property
    def found(self) -> Path:
        """Where the facts are that builds found which died before they ended."""
        return self._book / BUILD / _FOUND

    @property
    def changed(self) -> tuple[str, ...]:
        """The paths of the files that are to change, sorted."""
        return tuple(sorted(self._changes))

    @property
    def site(self) -> Path:
        """Where the new site is to be made."""
        return self._next / SITE

    def write(self, path: str, content: str | bytes) -> bool:
        """Let the file at a POSIX path in the book have this content; say whether that changes it."""
        data = content.encode() if isinstance(content, str) else content
        before, after = self._before(path), hashlib.sha256(data).hexdigest()
        self._forget(path)
        if before == after:
            return False
        write_file(self._next / _FILES / path, data)
        self._changes[path] = Change(path, before, after)
        return True

    def remove(self, path: str) -> None:
        """Let there be no file at a POSIX path in the book."""
        self._forget(path)
        if (before := self._before(path)) is not None:
            self._changes[path] = Change(path, before, None)

    def read(self, path: str) -> bytes | None:
        """The content that the file at a path will have; None where there will be none."""
        change = self._changes.get(path)
        if change and change.after is None:
            return None
        file = self._next / _FILES / path if change else self._book / path
        return file.read_bytes() if file.is_file() else None

    def tree(self, folder: str) -> Path:
        """A folder of the book as it will be, to be read only: its files are those of the book."""
        tree = self._book / BUILD / _MIRRORS / folder
        mirror(self._book / folder, tree)
        for change in self._changes_in(folder):
            place = tree.parent / change.path
            place.unlink(missing_ok=True)
            if change.after:
                place.parent.mkdir(parents=True, exist_ok=True)
                link(self._next / _FILES / change.path, place)
        return tree

    def hashes_in(self, folder: str, ending: str) -> dict[str, str]:
        """The hashes of the files with this ending that will stand straight in a folder, by their names."""
        found = self.hashes.within(self._book / folder, ending)
        for change in self._changes_in(folder):
            name = change.path.removeprefix(f"{folder}/")
            found.pop(name, None)
            if change.after and name.endswith(ending) and "/" not in name:
                found[name] = change.after
        return found

    def commit(self) -> list[str]:
        """Put everything into its place; the paths of files that somebody changed meanwhile, which stay.

        Raises `OSError`, and changes nothing, where there is no leave to write.
        """
        if not self._changes and not self.site.is_dir():
            return []
        self.hashes.save()
        _require_leave(self._book, self._changes)
        number = self.site.stat().st_ino if self.site.is_dir() else None
        journal = Journal(tuple(self._changes[path] for path in sorted(self._changes)), number)
        write_file(self._next / _JOURNAL, msgspec.json.encode(journal))
        self._next.rename(self._book / BUILD / _DONE)
        stayed = finish(self._book)
        shutil.rmtree(self.found, ignore_errors=True)
        return stayed

    def _changes_in(self, folder: str) -> list[Change]:
        return [change for path, change in self._changes.items() if path.startswith(f"{folder}/")]

    def _before(self, path: str) -> str | None:
        file = self._book / path
        return self.hashes.of(file) if file.is_file() else None

    def _forget(self, path: str) -> None:
        if self._changes.pop(path, None):
            (self._next / _FILES / path).unlink(missing_ok=True)


def finish(book: Path) -> list[str]:
    """Put into place what a build has made ready; the paths of files that somebody changed meanwhile."""
    done = book / BUILD / _DONE
    if not done.is_dir():
        return []
    stayed = _put_all(book, done) if (done / _JOURNAL).is_file() else []
    (done / _JOURNAL).unlink(missing_ok=True)
    for old in (done / SITE, done / _BEFORE):
        if old.is_dir():
            _spare(old, spare_site(book))
    shutil.rmtree(done)
    return stayed


def spare_site(book: Path) -> Path:
    """Where the site is that the last one replaced, if any: in its folders the next one is made."""
    return book / BUILD / _MIRRORS / SITE


def _spare(old: Path, place: Path) -> None:
    shutil.rmtree(place, ignore_errors=True)
    place.parent.mkdir(parents=True, exist_ok=True)
    old.rename(place)


def _put_all(book: Path, done: Path) -> list[str]:
    journal = msgspec.json.decode((done / _JOURNAL).read_bytes(), type=Journal)
    if journal.site is not None:
        _put_site(book / SITE, done / SITE, journal.site)
    return [change.path for change in journal.changes if not _put(book, done / _FILES, change)]


def _put_site(site: Path, new: Path, number: int) -> None:
    if not site.is_dir() or site.stat().st_ino != number:
        take_place(new, site, new.with_name(_BEFORE))


def _put(book: Path, files: Path, change: Change) -> bool:
    """Put one file into its place, unless somebody else has changed it."""
    place, found = book / change.path, _hash(book / change.path)
    if found == change.after:
        return True
    if found != change.before:
        return False
    if change.after is None:
        place.unlink()
        _remove_empty(place.parent, book)
    else:
        place.parent.mkdir(parents=True, exist_ok=True)
        (files / change.path).replace(place)
    return True


def _require_leave(book: Path, paths: Iterable[str]) -> None:
    """Raises `PermissionError` where one of the paths stands, or would stand, in a folder that is closed."""
    for folder in sorted({book, *(_standing((book / path).parent) for path in paths)}):
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))


def _standing(folder: Path) -> Path:
    """The folder, or the innermost of those around it that is there."""
    return folder if folder.exists() else _standing(folder.parent)


def _remove_empty(folder: Path, book: Path) -> None:
    """Remove a folder and those around it that are left without files, but none straight in the book."""
    while folder.parent != book and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _save_found(book: Path) -> None:
    """Keep the facts of a build that died, and nothing else of it."""
    dead, found = book / BUILD / _NEXT, book / BUILD / _FOUND
    facts = dead / _FILES / _FACTS
    for file in sorted(facts.iterdir()) if facts.is_dir() else ():
        found.mkdir(parents=True, exist_ok=True)
        file.replace(found / file.name)
    if dead.exists():
        shutil.rmtree(dead)


def _hash(file: Path) -> str | None:
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else None
