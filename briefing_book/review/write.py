"""Entries put into `editorial/corrections.yml`: all that stands there stays, character by character.

A YAML library that writes the whole file again would indent and fold a person's lines anew. So the places
come from the parser, the lines are put in as text, and what is read from the result is compared before it is
kept.
"""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import yaml

from briefing_book.assemble.choices import lines
from briefing_book.assemble.contradictions import settle
from briefing_book.editorial import read_corrections
from briefing_book.errors import BookError
from briefing_book.storage.files import write_file
from briefing_book.yaml_files import LOADER, YamlContentError, parse

_BOM = "\ufeff"

Entry = dict[str, Any]


def write_entries(file: Path, section: str, entries: Sequence[Entry]) -> None:
    """Puts entries into a section of the file, at its end.

    Raises `BookError`, and leaves the file as it is, where they cannot stand there beside the others.
    """
    before = file.read_bytes().decode() if file.exists() else ""
    after = with_entries(before, section, entries)
    if not _holds(before, after, section, entries):
        raise BookError(f"these lines cannot be put in here; write them yourself:\n{lines(entries)}", file)
    if why := _contradicts(file, after):
        raise BookError(why, file)
    write_file(file, after)


def with_entries(text: str, section: str, entries: Sequence[Entry]) -> str:
    """The text of a corrections file with these entries at the end of a section."""
    bom, text = (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)
    node = _section(text, section)
    if node is None:
        place, new = len(text), f"{section}:\n{lines(entries)}"
        new = f"\n{new}" if text.strip() else new
    elif isinstance(node, yaml.SequenceNode) and node.flow_style:
        inside = ", ".join(msgspec.json.encode(entry).decode() for entry in entries)
        place = node.end_mark.index - 1
        return bom + text[:place] + (", " if node.value else "") + inside + text[place:]
    else:
        place = _after(text, node)
        new = _indented(lines(entries), node.start_mark.column if node.value else 0)
    if place and text[place - 1] != "\n":
        new = f"\n{new}"
    return bom + text[:place] + (new.replace("\n", "\r\n") if "\r\n" in text else new) + text[place:]


def _section(text: str, section: str) -> Any:
    """What stands in a section, None where the file has no such one."""
    root = yaml.compose(text, Loader=LOADER)
    pairs = root.value if isinstance(root, yaml.MappingNode) else ()
    return next((value for key, value in pairs if key.value == section), None)


def _after(text: str, node: Any) -> int:
    """Where the line after the last entry begins; in a section without entries, after the comments there."""
    empty = not node.value
    while not isinstance(node, yaml.ScalarNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    place = int(node.end_mark.index)
    if place == 0 or text[place - 1] != "\n":
        place = _next_line(text, place)
    while empty and text.startswith("#", place):
        place = _next_line(text, place)
    return place


def _next_line(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end + 1


def _indented(block: str, by: int) -> str:
    return "".join(" " * by + line for line in block.splitlines(keepends=True))


def _holds(before: str, after: str, section: str, entries: Sequence[Entry]) -> bool:
    """Whether nothing has changed but that the entries are there."""
    wanted = parse(before.removeprefix(_BOM)) or {}
    wanted[section] = [*wanted.get(section, ()), *parse(lines(entries))]
    try:
        return bool(parse(after.removeprefix(_BOM)) == wanted)
    except YamlContentError:
        return False


def _contradicts(file: Path, after: str) -> str | None:
    """What the new entries contradict, in words; None where all can hold."""
    with TemporaryDirectory() as folder:
        beside = Path(folder) / file.name
        beside.write_text(after, encoding="utf-8", newline="")
        try:
            found = settle(read_corrections(beside), beside)
        except BookError as problem:
            return problem.message
    before = settle(read_corrections(file), file) if file.exists() else None
    known = {mistake.text for mistake in before.mistakes} if before else set()
    return next((mistake.text for mistake in found.mistakes if mistake.text not in known), None)
