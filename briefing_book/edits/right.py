"""Whether a facts file that a person has edited can be read as facts of its article's text."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from briefing_book.edits.records import NAMED, PLAIN, label, listed
from briefing_book.errors import BookError
from briefing_book.model import Facts, Record
from briefing_book.read.dates import is_when
from briefing_book.yaml_files import line_of

_ALONE = frozenset({*NAMED, "plans", "quotations", "dates", "quantities"})
"""Of these one place has one."""

Wrong = Iterator[tuple[str, str]]
"""Places such as `$.quotations[2].cue`, and what is wrong there."""


def require_right(file: Path, edited: Facts, machine: Facts, text: str) -> None:
    """Raises `BookError`, with the line and the mend, where what was written by hand cannot be.

    `edited` are the facts that `file` holds, `machine` those that are found in this text.
    """
    for place, why in _wrong(edited, machine, text):
        raise BookError(f"{why}; until then the book shows what was found before", file, line_of(file, place))


def _wrong(edited: Facts, machine: Facts, text: str) -> Wrong:
    if edited.sentences != machine.sentences:
        yield "$.sentences", "`sentences` follow from the text and stay as they are: take this change back"
    for kind in NAMED:
        yield from _wrong_names(kind, listed(edited, kind))
    for kind in (*NAMED, *PLAIN):
        known = set(listed(machine, kind))
        for number, fact in enumerate(listed(edited, kind)):
            if fact not in known:
                yield from _wrong_spans(fact, text, f"$.{kind}[{number}]")
                yield from _wrong_references(fact, edited, f"$.{kind}[{number}]")
                yield from _wrong_dates(fact, kind, f"$.{kind}[{number}]")
    for kind in sorted(_ALONE):
        yield from _overlapping(kind, edited, machine)


def _wrong_names(kind: str, entities: tuple[Any, ...]) -> Wrong:
    names = set[str]()
    for number, entity in enumerate(entities):
        name = label(entity)
        if name in names:
            yield f"$.{kind}[{number}]", f"“{name}” is listed twice: put all its mentions into one"
        if not entity.mentions:
            yield f"$.{kind}[{number}]", f"“{name}” has no mentions: write one, or take it out"
        names.add(name)


def _wrong_spans(fact: Record, text: str, place: str) -> Wrong:
    start, end = getattr(fact, "start", None), getattr(fact, "end", None)
    words = getattr(fact, "text", None)
    if (start, end) != (None, None):
        start, end = start or 0, end or 0
        if not (0 <= start < end <= len(text) and text[start:end] == words):
            yield place, _mend(text, words or "", start, end)
    for name in fact.__struct_fields__:
        part = getattr(fact, name)
        if isinstance(part, Record):
            yield from _wrong_spans(part, text, f"{place}.{name}")
        elif isinstance(part, tuple):
            for number, each in enumerate(each for each in part if isinstance(each, Record)):
                yield from _wrong_spans(each, text, f"{place}.{name}[{number}]")


def _mend(text: str, words: str, start: int, end: int) -> str:
    at = text.find(words)
    if words and at >= 0:
        where = f"these words stand at start: {at}, end: {at + len(words)}"
        return f"`text` is not what stands from {start} to {end}: {where}"
    there = text[max(start, 0) : end][:60]
    return f"`text` is not what stands from {start} to {end}: write “{there}”, or other places"


def _wrong_references(fact: Record, facts: Facts, place: str) -> Wrong:
    known = {"person": {each.name for each in facts.people}}
    known["organisation"] = {each.name for each in facts.organisations}
    for name in ("speaker", "holder", "target", "participants"):
        part = getattr(fact, name, None)
        for reference in part if isinstance(part, tuple) else (part,):
            for key, names in known.items():
                meant = getattr(reference, key, None)
                if meant and meant not in names:
                    yield f"{place}.{name}", f"no {key} of this file is called “{meant}”: write one that is"


def _wrong_dates(fact: Record, kind: str, place: str) -> Wrong:
    key = {"dates": "value", "events": "date"}.get(kind)
    value = getattr(fact, key) if key else None
    if value and not is_when(value):
        yield f"{place}.{key}", f"`{key}` is a date in EDTF, such as 2023-02-25 or 2023-02-28/2023-03-02"


def _overlapping(kind: str, edited: Facts, machine: Facts) -> Wrong:
    """Pairs in one place, of which the machine does not find both."""
    known = Counter(span for span, _ in _spans(kind, machine))
    found = sorted(
        ((s.start, s.end, place, s) for s, place in _spans(kind, edited)), key=lambda each: each[:3]
    )
    for (start, end, _, one), (after, to, place, other) in pairwise(found):
        meet = (start, end) == (after, to) if kind == "quotations" else after < end
        if meet and Counter((one, other)) - known:
            yield place, f"“{other.text}” has the place of “{one.text}”: keep one of them"


def _spans(kind: str, facts: Facts) -> Iterator[tuple[Any, str]]:
    for number, fact in enumerate(listed(facts, kind)):
        if kind in NAMED:
            for index, mention in enumerate(fact.mentions):
                yield mention, f"$.{kind}[{number}].mentions[{index}]"
        else:
            yield fact, f"$.{kind}[{number}]"
