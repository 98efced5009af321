"""The hash of a file is that of its bytes as they are now, whatever is remembered of it."""

import hashlib
import os
import time
from pathlib import Path

import pytest

from briefing_book.storage.hashes import Hashes

MEMORY = ".build/hashes.msgpack"


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.md"
    path.write_text("one")
    return path


@pytest.fixture
def much_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """All that is written seems to have been written long ago."""
    now = time.time_ns
    monkeypatch.setattr("briefing_book.storage.hashes.time.time_ns", lambda: now() + 3_600_000_000_000)


@pytest.mark.usefixtures("much_later")
def test_what_stands_long_enough_is_remembered(page: Path) -> None:
    hashes = Hashes(page.parent)
    assert hashes.of(page) == sha256("one")
    hashes.save()
    assert sha256("one").encode() in (page.parent / MEMORY).read_bytes()


@pytest.mark.usefixtures("much_later")
def test_an_edit_that_keeps_the_size_and_the_time_of_a_file_is_noticed(page: Path) -> None:
    hashes, before = Hashes(page.parent), page.stat()
    hashes.of(page)
    hashes.save()
    while page.stat().st_ctime_ns == before.st_ctime_ns:
        page.write_text("two")
        os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert page.stat().st_mtime_ns == before.st_mtime_ns
    assert hashes.of(page) == Hashes(page.parent).of(page) == sha256("two")


def test_what_changed_only_just_is_not_remembered_for_it_may_change_once_more(page: Path) -> None:
    hashes = Hashes(page.parent)
    for text in ("one", "two", "six"):
        page.write_text(text)
        assert hashes.of(page) == sha256(text)
    hashes.save()
    assert not (page.parent / MEMORY).exists()


@pytest.mark.usefixtures("much_later")
def test_a_file_that_takes_the_place_of_another_is_read(page: Path) -> None:
    hashes, other = Hashes(page.parent), page.with_name("other.md")
    hashes.of(page)
    status = page.stat()
    other.write_text("two")
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(page)
    assert hashes.of(page) == sha256("two")


def test_a_memory_that_cannot_be_read_is_empty(page: Path) -> None:
    (page.parent / ".build").mkdir()
    (page.parent / MEMORY).write_bytes(b"\x92 broken")
    assert Hashes(page.parent).of(page) == sha256("one")
