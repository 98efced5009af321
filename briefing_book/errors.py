"""What can go wrong that a user can mend."""

from pathlib import Path


class BookError(Exception):
    """Something a user can mend: `message` says why and how, `file` and `line` (1-based) where."""

    def __init__(self, message: str, file: Path | str | None = None, line: int | None = None) -> None:
        place = "" if file is None else f"{file}:{line}: " if line else f"{file}: "
        super().__init__(place + message)
        self.message = message
        self.file = None if file is None else str(file)
        self.line = line


class SeedError(BookError):
    """A seed that cannot be read: it is skipped, named, and stops nothing else."""
