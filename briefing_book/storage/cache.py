"""What was made of a file before, by a hash of the file: while that is the same, it is not made again.

A cache that is not there, cannot be read or was made by other code is empty; it never fails a build.
"""

import hashlib
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from briefing_book.storage.files import write_file

T = TypeVar("T")

_DIGEST = hashlib.sha256().digest_size
"""Bytes at the head of the file: what a disk has damaged would be taken for what was made of a file."""


class Cache(Generic[T]):
    """Values of one type in a file; `made_by` tells of the code that makes them."""

    def __init__(self, file: Path, kind: type[T], made_by: str) -> None:
        self._file, self._made_by = file, made_by
        self._before: dict[str, T] = _load(file, kind, made_by)
        self._now: dict[str, T] = {}

    def get(self, key: str) -> T | None:
        """The value that was kept under a key."""
        if key in self._before:
            self._now[key] = self._before[key]
        return self._now.get(key)

    def keep(self, key: str, value: T) -> None:
        """Keep a value under a key."""
        self._now[key] = value

    def save(self) -> None:
        """Write what was kept or asked for; the rest is forgotten."""
        if self._now.keys() != self._before.keys():
            data = msgspec.msgpack.encode((self._made_by, self._now))
            write_file(self._file, _digest(data) + data)


def _load(file: Path, kind: type[T], made_by: str) -> dict[str, T]:
    try:
        stored = file.read_bytes()
        digest, data = stored[:_DIGEST], memoryview(stored)[_DIGEST:]
        if digest != _digest(data):
            return {}
        if msgspec.msgpack.decode(data, type=tuple[str, msgspec.Raw])[0] != made_by:
            return {}
        kinds = tuple[str, dict[str, kind]]  # type: ignore[valid-type]  # the type that the caller names
        kept: dict[str, T] = msgspec.msgpack.decode(data, type=kinds)[1]
        return kept
    except (OSError, msgspec.DecodeError):
        return {}


def _digest(data: bytes | memoryview) -> bytes:
    return hashlib.sha256(data).digest()


def hash_of(*data: bytes) -> str:
    """The key of contents, one after the other."""
    digest = hashlib.sha256()
    for each in data:
        digest.update(len(each).to_bytes(8, "big") + each)
    return digest.hexdigest()
