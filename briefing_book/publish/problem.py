"""What a check finds."""

from typing import NamedTuple


class Problem(NamedTuple):
    """What is wrong in a file, on a line of it (0: no one line). Problems sort by their places."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}" if self.line else f"{self.file}: {self.what}"
