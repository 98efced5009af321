"""Which briefs stand in a book's `print/` folder: a file there lists them, others are none of ours."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from briefing_book.model import Brief

FOLDER = "print"
MANIFEST = ".briefs.json"


def load_briefs(folder: Path) -> list[Brief]:
    """The briefs that were made in this folder; none where the list cannot be read."""
    try:
        return msgspec.json.decode((folder / MANIFEST).read_bytes(), type=list[Brief])
    except (OSError, msgspec.DecodeError):
        return []


def manifest(briefs: Iterable[Brief]) -> bytes:
    """The list of the briefs that stand in the folder, as a file there."""
    return msgspec.json.format(msgspec.json.encode(list(briefs)), indent=1) + b"\n"
