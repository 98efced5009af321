"""YAML files that people read and write: records out of them, with the line of what is wrong."""

import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from briefing_book.errors import BookError

T = TypeVar("T")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path, kind: type[T]) -> T:
    """The file as a `kind`. An empty file is an empty mapping.

    Raises `BookError` with the file, the line and what is wrong there.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise BookError(f"cannot be read ({problem}); save it as UTF-8 text", path) from None
    try:
        data = yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        why = getattr(problem, "problem", None) or "is not YAML"
        raise BookError(f"not valid YAML: {why}", path, mark.line + 1 if mark else None) from None
    try:
        return msgspec.convert({} if data is None else data, kind)
    except msgspec.ValidationError as problem:
        message, _, place = str(problem).partition(" - at `")
        raise BookError(message, path, _line(text, place.rstrip("`"))) from None


def _line(text: str, place: str) -> int:
    """The line (1-based) of a place such as `$.points[2].title`, or of the nearest node above it."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    line = node.start_mark.line + 1 if node else 1
    for key, index in re.findall(r"\.([^.\[]+)|\[(\d+)\]", place):
        node = _child(node, key, index)
        if node is None:
            break
        line = node.start_mark.line + 1
    return line


def _child(node: Any, key: str, index: str) -> Any:
    if isinstance(node, yaml.SequenceNode) and index and int(index) < len(node.value):
        return node.value[int(index)]
    if isinstance(node, yaml.MappingNode) and key:
        return next((value for name, value in node.value if name.value == key), None)
    return None
