"""The files of the editions, `editions/1.yml` and so on: read, checked to be all there, and their texts.

What a file says stands there for good. Where one is broken or missing, nobody can say what is new since: it
is named, the other editions are shown, and no new one is made until it is mended.
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import yaml

from briefing_book.errors import BookError
from briefing_book.model import Edition, Record
from briefing_book.yaml_files import DUMPER, read_yaml

FOLDER = "editions"
_HEADER = "# What this edition of the book brought. Written by the build, once; it stays as it is.\n"
_MEND = (
    "take it back from your copy of the book; if there is none, remove the whole folder, and the book starts "
    "again with a first edition"
)
_WIDTH = 110


class Loaded(Record, frozen=True):
    """The editions that could be read, in order, and a line for each that could not."""

    editions: tuple[Edition, ...] = ()
    problems: tuple[str, ...] = ()


def load_editions(root: Path) -> Loaded:
    """The editions of the book in the folder `root`."""
    editions, problems = [], []
    for number in range(1, max(_numbers(root / FOLDER), default=0) + 1):
        file = root / edition_file(number)
        try:
            editions.append(_read(file, number))
        except BookError as problem:
            problems.append(str(BookError(f"{problem.message}; {_MEND}", file, problem.line)))
    return Loaded(tuple(editions), tuple(problems))


def edition_file(number: int) -> str:
    """Where an edition's file stands, seen from the book's folder."""
    return f"{FOLDER}/{number}.yml"


def edition_text(edition: Edition) -> str:
    """What stands in an edition's file."""
    data = msgspec.to_builtins(edition)
    del data["number"]
    text: str = yaml.dump(
        data, Dumper=DUMPER, default_flow_style=False, sort_keys=False, allow_unicode=True, width=_WIDTH
    )
    return _HEADER + text


def _read(file: Path, number: int) -> Edition:
    if not file.is_file():
        raise BookError("is missing", file)
    return read_yaml(file, Edition, {"number": str(number)})


def _numbers(folder: Path) -> Iterator[int]:
    for path in folder.glob("*.yml"):
        if path.stem.isascii() and path.stem.isdecimal() and path.stem == str(int(path.stem)):
            yield int(path.stem)
