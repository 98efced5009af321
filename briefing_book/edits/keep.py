"""What becomes of a facts file that a person has edited: a build's part of it, without writing anything."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from briefing_book.edits.again import apply
from briefing_book.edits.difference import edits
from briefing_book.edits.records import FOLDER, Edits, dump_edits
from briefing_book.edits.right import require_right
from briefing_book.edits.seal import edited_parts
from briefing_book.errors import BookError
from briefing_book.model import Facts
from briefing_book.yaml_files import read_yaml

_DIGITS = 8


class Seen(NamedTuple):
    """A facts file that a person has edited: its facts and the parts that were, or why it cannot be read."""

    file: Path
    facts: Facts | None
    parts: tuple[str, ...] = ()
    problem: str | None = None


class Kept(NamedTuple):
    """An article's facts with what people did to them.

    `edits` is the text that the file of its edits is to have, "" for no file; None where it stays as it is.
    With a `problem`, a line, the facts file stays as it is too.
    """

    facts: Facts
    edits: str | None = None
    problem: str | None = None


def seen(file: Path, read: Callable[[], Facts]) -> Seen | None:
    """What a person did to a facts file; None where it is as a build wrote it, or not there.

    `read` gives the facts that it holds, and raises `BookError` where it is broken.
    """
    if not file.is_file():
        return None
    try:
        facts = read()
    except BookError as problem:
        return Seen(file, None, problem=_line(problem))
    parts = edited_parts(file.read_bytes().decode(), facts.written) if facts.written else ()
    return Seen(file, facts, parts) if parts else None


def load_edits(book: Path, article: str) -> Edits:
    """What people did to the facts of an article, as far as earlier builds have seen it.

    Raises `BookError`, with the line and the mend.
    """
    file = book / FOLDER / f"{article}.yml"
    return read_yaml(file, Edits) if file.is_file() else Edits()


def files_of_edits(book: Path) -> dict[str, str]:
    """The texts of the files of edits, by the ids of their articles, in order."""
    return {path.stem: path.read_bytes().decode() for path in sorted((book / FOLDER).glob("*.yml"))}


def mark(fingerprint: str, edits: str) -> str:
    """The fingerprint of facts that were found and then edited; `edits` is the text of their file or ""."""
    if not edits:
        return fingerprint
    return f"{fingerprint}-{hashlib.sha256(edits.encode()).hexdigest()[:_DIGITS]}"


def keep(
    machine: Facts,
    text: str,
    before: Edits,
    edited: Seen | None = None,
    then: tuple[Facts, str] | None = None,
) -> Kept:
    """What the machine finds in this text, with what people did to it `before` and have done now.

    `edited` is the file that was edited since, and `then` what the machine finds in the text that its offsets
    count, where that is another one.
    """
    if edited is None:
        return Kept(_done(machine, before, text))
    found, counted = then or (machine, text)
    problem = edited.problem
    if edited.facts and not problem:
        try:
            require_right(edited.file, edited.facts, found, counted)
            now = edits(found, edited.facts, counted, before, edited.parts)
            return Kept(_done(machine, now, text), _text(machine.article.id, now) if now != before else None)
        except BookError as wrong:
            problem = _line(wrong)
    return Kept(_done(machine, before, text), problem=problem)


def _done(machine: Facts, edits: Edits, text: str) -> Facts:
    return apply(replace(machine, written={}, edited=()), edits, text)


def _text(article: str, edits: Edits) -> str:
    return dump_edits(article, edits) if edits != Edits() else ""


def _line(problem: BookError) -> str:
    return " ".join(str(problem).split())
