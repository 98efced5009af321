"""A file that is written is whole, and one that would not change is not touched."""

import os
from pathlib import Path

import pytest

from briefing_book.storage.files import write_file


def test_a_file_is_written_only_when_it_changes(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / ("é" * 126 + ".md")
    assert write_file(path, "Ü\n")
    os.utime(path, (1, 1))
    assert not write_file(path, "Ü\n".encode())
    assert path.stat().st_mtime == 1
    assert write_file(path, "changed")
    assert path.read_bytes() == b"changed"
    assert list(path.parent.iterdir()) == [path]


def test_a_failed_write_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "page.md"
    write_file(path, "whole")

    def half(self: Path, data: bytes) -> int:
        with self.open("wb") as file:
            file.write(data[:3])
        raise OSError("disk full")

    monkeypatch.setattr(Path, "write_bytes", half)
    with pytest.raises(OSError, match="disk full"):
        write_file(path, "changed")
    assert path.read_text() == "whole"
    assert list(path.parent.iterdir()) == [path]
