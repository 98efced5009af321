"""A list of addresses: one a line, after `#` comes a comment."""

import re
from pathlib import Path

from briefing_book.errors import SeedError
from briefing_book.gather.problems import NotBroughtError
from briefing_book.read.decode import decode

LARGEST = 5_000_000
"""Bytes: fifty thousand addresses."""

_COMMENT = re.compile(r"(?:^|\s)#.*")


def listed(file: Path) -> list[tuple[int, str]]:
    """The lines that say something, each with its number. Raises `NotBroughtError`."""
    try:
        if not file.is_file():
            raise NotBroughtError("is no file; name the file that lists addresses, one a line")
        if file.stat().st_size > LARGEST:
            raise NotBroughtError(f"is larger than {LARGEST // 1_000_000} MB; split the list")
        text = decode(file.read_bytes(), file.name)
    except OSError as problem:
        raise NotBroughtError(f"cannot be read ({problem.strerror})") from None
    except SeedError as problem:
        raise NotBroughtError(problem.message) from None
    lines = ((number, _COMMENT.sub("", line).strip()) for number, line in enumerate(text.split("\n"), 1))
    return [(number, line) for number, line in lines if line]
