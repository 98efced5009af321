"""YAML files that people read and write: records out of them, with the line of what is wrong.

A value is the text that stands there, so that a date stays as written and Norway's code `NO` is not "no";
the record that a file is read into says what is a number. A key without a value counts as not written.
Aliases are refused and nesting is bounded, so that reading takes time and memory in proportion to the file.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from briefing_book.errors import BookError

T = TypeVar("T")

MAX_DEPTH = 50

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
"""The loader and the dumper, in C where there is one, which takes a tenth of the time."""
_UNPRINTABLE = yaml.reader.Reader.NON_PRINTABLE
_NULLS = ("", "~", "null", "Null", "NULL")
_SYNTAX_MEND = "check the indentation (spaces, no tabs) and put text that contains `: ` or ` #` in quotes"
_UNKNOWN = re.compile(r"Object contains unknown field `(.*)`", re.DOTALL)
"""What msgspec says of a key that a record does not have."""
_TYPES = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list (lines that start with `- `)",
    "object": "keys with values (`key: value`)",
    "null": "nothing",
}


class YamlContentError(Exception):
    """What is wrong in a YAML text, and the line (1-based)."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


def read_yaml(path: Path, kind: type[T], given: Mapping[str, str] | None = None) -> T:
    """The file as a `kind`, together with the keys that are `given` and may not stand in it.

    An empty file is an empty mapping. Raises `BookError` with the file, the line and what is wrong there.
    """
    text = _read(path)
    try:
        data = parse(text)
    except YamlContentError as problem:
        raise BookError(str(problem), path, problem.line) from None
    _refuse_given(data, given or {}, path, text)
    if data is None or isinstance(data, dict):
        data = {**(data or {}), **(given or {})}
    try:
        return msgspec.convert(data, kind, strict=False)
    except msgspec.ValidationError as problem:
        message, _, place = str(problem).partition(" - at `")
        place = place.rstrip("`") or "$"
        raise BookError(_explain(message, place, kind), path, _line(text, _blamed(message, place))) from None


def line_of(path: Path, place: str) -> int:
    """The line (1-based) of a place such as `$.points[2].title`, or of the nearest one above it."""
    return lines_of(path, [place])[0]


def lines_of(path: Path, places: Iterable[str]) -> list[int]:
    """The line of each of the places; the file is read once."""
    node = yaml.compose(_read(path), Loader=LOADER)
    return [_line_in(node, place) for place in places]


def parse(text: str) -> Any:
    """The one document of a YAML text as mappings, lists, texts and None. Raises `YamlContentError`."""
    if bad := _UNPRINTABLE.search(text):
        line = text.count("\n", 0, bad.start()) + 1
        raise YamlContentError(f"the character U+{ord(bad[0]):04X} cannot stand in YAML; take it out", line)
    events = yaml.parse(text, Loader=LOADER)
    try:
        return _document(events)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None) or getattr(problem, "context_mark", None)
        why = getattr(problem, "problem", None) or "cannot be understood"
        raise YamlContentError(
            f"not valid YAML: {why}; {_SYNTAX_MEND}", mark.line + 1 if mark else 1
        ) from None


# ── from events to data ──────────────────────────────────────────────────────────────────────────────────


def _document(events: Iterator[Any]) -> Any:
    next(events)
    if isinstance(next(events), yaml.StreamEndEvent):
        return None
    data = _value(next(events), events, 0)
    next(events)
    if not isinstance(extra := next(events), yaml.StreamEndEvent):
        raise YamlContentError("a second document starts here; take the line `---` out", _line_at(extra))
    return data


def _value(event: Any, events: Iterator[Any], depth: int) -> Any:
    if depth > MAX_DEPTH:
        raise YamlContentError(f"nested more than {MAX_DEPTH} levels deep", _line_at(event))
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event)
    if isinstance(event, yaml.AliasEvent):
        raise YamlContentError(
            f"the alias *{event.anchor} is not read; write out what it stands for", _line_at(event)
        )
    if isinstance(event, yaml.SequenceStartEvent):
        return [_value(item, events, depth + 1) for item in _until(yaml.SequenceEndEvent, events)]
    return _mapping(events, depth)


def _scalar(event: yaml.ScalarEvent) -> str | None:
    if event.implicit[0] and event.value in _NULLS:
        return None
    return str(event.value)


def _mapping(events: Iterator[Any], depth: int) -> dict[str, Any]:
    data: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for event in _until(yaml.MappingEndEvent, events):
        key, line = _key(event), _line_at(event)
        if key in lines:
            raise YamlContentError(
                f"`{key}` stands here a second time, after line {lines[key]}; keep one", line
            )
        lines[key] = line
        value = _value(next(events), events, depth + 1)
        if value is not None:
            data[key] = value
    return data


def _key(event: Any) -> str:
    if not isinstance(event, yaml.ScalarEvent):
        raise YamlContentError("a key must be a plain word, such as `title`", _line_at(event))
    return str(event.value)


def _until(end: type[yaml.Event], events: Iterator[Any]) -> Iterator[Any]:
    while not isinstance(event := next(events), end):
        yield event


def _line_at(event: Any) -> int:
    return int(event.start_mark.line) + 1


# ── messages ─────────────────────────────────────────────────────────────────────────────────────────────


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise BookError("is not UTF-8 text; save it as UTF-8", path) from None
    except OSError as problem:
        raise BookError(
            f"cannot be read ({problem.strerror}); it must be a file that you may read", path
        ) from None


def _refuse_given(data: Any, given: Mapping[str, str], path: Path, text: str) -> None:
    for key in given:
        if isinstance(data, dict) and key in data:
            why = (
                f"`{key}` is not written here: it is `{given[key]}`, from the file's name; take the line out"
            )
            raise BookError(why, path, _line(text, f"$.{key}"))


def _explain(message: str, place: str, kind: Any) -> str:
    """What msgspec says of a place, in the words of somebody who edits the file."""
    name = place.rpartition(".")[2].lstrip("$")
    if unknown := _UNKNOWN.fullmatch(message):
        return _unknown_key(unknown[1], _type_at(place, kind))
    if missing := re.fullmatch(r"Object missing required field `(.*)`", message):
        return f"`{missing[1]}` is missing; write it"
    if wrong := re.fullmatch(r"Expected `(.*)`, got `(.*)`", message):
        expected = " or ".join(_TYPES.get(t, t) for t in wrong[1].split(" | ") if t != "null")
        what = f"`{name}`" if name else "this file"
        return f"{what} should be {expected}, not {_TYPES.get(wrong[2], wrong[2])}"
    if few := re.fullmatch(r"Expected `int` >= (\d+)", message):
        return f"`{name}` should be a whole number of at least {few[1]}"
    if isinstance(literal := _type_at(place, kind), msgspec.inspect.LiteralType):
        return f"`{name}` should be one of: {', '.join(map(str, literal.values))}"
    return f"`{name}`: {message}"


def _unknown_key(key: str, record: Any) -> str:
    known = [field.encode_name for field in getattr(record, "fields", ())]
    near = get_close_matches(key.lower(), known, n=1)
    guess = f"did you mean `{near[0]}`? " if near else ""
    return f"`{key}` is not a key here; {guess}Known keys: {', '.join(known)}"


def _type_at(place: str, kind: Any) -> Any:
    """The type that stands at a place of a `kind`, as `msgspec.inspect` describes it."""
    found: Any = msgspec.inspect.type_info(kind)
    for key, index in _steps(place):
        if key:
            found = next((f.type for f in getattr(found, "fields", ()) if f.encode_name == key), None)
        elif index:
            found = getattr(found, "item_type", None)
        if isinstance(found, msgspec.inspect.UnionType):
            found = next(t for t in found.types if not isinstance(t, msgspec.inspect.NoneType))
    return found


def _blamed(message: str, place: str) -> str:
    """The place of an unknown key is the key's own, not that of the record that it stands in."""
    unknown = _UNKNOWN.fullmatch(message)
    return f"{place}.{unknown[1]}" if unknown else place


def _line(text: str, place: str) -> int:
    return _line_in(yaml.compose(text, Loader=LOADER), place)


def _line_in(node: Any, place: str) -> int:
    line = node.start_mark.line + 1 if node else 1
    for key, index in _steps(place):
        if isinstance(node, yaml.MappingNode) and key:
            at, node = next(((k, v) for k, v in node.value if k.value == key), (None, None))
        elif isinstance(node, yaml.SequenceNode) and index and int(index) < len(node.value):
            at = node = node.value[int(index)]
        else:
            break
        if at is None:
            break
        line = at.start_mark.line + 1
    return int(line)


def _steps(place: str) -> list[tuple[str, str]]:
    return re.findall(r"\.([^.\[]+)|\[(\d+)\]", place)
