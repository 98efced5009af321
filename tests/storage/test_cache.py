"""What was kept comes back; what a disk has damaged, or other code has made, does not."""

from pathlib import Path

import pytest

from briefing_book.storage.cache import Cache


def kept(file: Path, made_by: str = "this code") -> str | None:
    return Cache(file, str, made_by).get("key")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A cache with one value."""
    file = tmp_path / "cache.msgpack"
    cache = Cache(file, str, "this code")
    cache.keep("key", "value of the key")
    cache.save()
    return file


def test_what_was_kept_comes_back_to_the_code_that_made_it(file: Path) -> None:
    assert kept(file) == "value of the key"
    assert kept(file, "other code") is None


def test_a_cache_that_was_damaged_anywhere_is_empty(file: Path) -> None:
    whole = file.read_bytes()
    for place in range(len(whole)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert kept(file) is None
        file.write_bytes(whole[:place])
        assert kept(file) is None
