"""Transcripts: who has the word on lines that begin with a speaker and a colon, "LEE: Good morning."

A speaker stands in capitals, as "Q" and "A", or as a person whom the article names. One such line is a
heading or a place; two in capitals make a transcript, and three by name where one of the names comes again.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from briefing_book.extract.cues import PEOPLE, SPEECH
from briefing_book.extract.quote_marks import MARKS, Passage, paragraphs

Holds = Callable[[int, int], bool]
"""Whether something holds of the characters from one place to another."""

_LABEL = re.compile(
    r"""^[^\S\n]*([^\W\d_][^\n:()\[\]]{0,50}?)    # PRESIDENT LEE
    (?:[ ]?[(\[][^\n)\]]{1,50}[)\]])?             # (through an interpreter)
    :(?=[ \t]+\S)""",
    re.MULTILINE | re.VERBOSE,
)
_WORD = re.compile(r"\w[\w'’-]*")
_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]")
_ASKING = SPEECH["turn_labels"]
_TITLES = PEOPLE["offices"] | PEOPLE["honorifics"]
_EDGES = MARKS + " \t\r\n\xa0"
_LONGEST = 6
"""Words that a label may have."""
_SHORTEST = 3
"""Words that must follow a name on its line."""


class Turn(NamedTuple):
    """What one speaker says: the characters of the label, and the paragraphs said."""

    label: Passage
    said: tuple[Passage, ...]


class _Label(NamedTuple):
    start: int
    end: int
    after: int
    text: str
    capitals: bool
    sure: bool

    @property
    def last(self) -> str:
        """The last word, by which a speaker may be called again: "LEE" after "PRESIDENT LEE"."""
        return self.text.split()[-1]


def turns(text: str, is_person: Holds, is_place: Holds) -> list[Turn]:
    """The turns of a transcript in order; none where the text is no transcript.

    `is_person` and `is_place` tell whether a label ends with the name of one.
    """
    labels = list(_labels(text, is_person, is_place))
    times = Counter(label.last for label in labels)
    labels = [label for label in labels if label.sure or times[label.last] > 1]
    formal = [label for label in labels if label.capitals]
    if len({label.text for label in formal}) > 1 and any(label.sure for label in formal):
        return list(_turns(text, labels))
    named = [label for label in labels if not label.capitals]
    if len(named) > 2 and max(times[label.last] for label in named) > 1:
        return list(_turns(text, named))
    return []


def outside(found: Iterable[Passage], spoken: Iterable[Turn]) -> list[Passage]:
    """Those of the passages that touch none of the turns; both are in order."""
    said = [passage for turn in spoken for passage in turn.said]
    kept, i = [], 0
    for passage in found:
        while i < len(said) and said[i].end <= passage.start:
            i += 1
        if i == len(said) or passage.end <= said[i].start:
            kept.append(passage)
    return kept


def speakers(text: str, spoken: Iterable[Turn], people: Iterable[str]) -> Iterator[tuple[Passage, str]]:
    """The labels that tell which of the people speaks, by the family name or by the words of a label before.

    "THE PRESIDENT" is Lee after "PRESIDENT LEE".
    """
    family: dict[str, set[str]] = {}
    for name in people:
        family.setdefault(name.split()[-1].lower(), set()).add(name)
    known: dict[str, str] = {}
    for turn in spoken:
        words = [word.lower() for word in _WORD.findall(text[turn.label.start : turn.label.end])]
        bearers = family.get(words[-1], set())
        if len(bearers) == 1:
            (name,) = bearers
            known.update(dict.fromkeys(words, name))
        if words[-1] in known:
            yield turn.label, known[words[-1]]


# ── labels ───────────────────────────────────────────────────────────────────────────────────────────────


def _labels(text: str, is_person: Holds, is_place: Holds) -> Iterator[_Label]:
    for m in _LABEL.finditer(text):
        start, end = m.span(1)
        words = m.group(1).lower().split()
        if len(words) > _LONGEST or is_place(start, end):
            continue
        person, asking = is_person(start, end), m.group(1).lower().rstrip(".") in _ASKING
        if asking or m.group(1).isupper():
            sure = person or asking or not _TITLES.isdisjoint(words)
            yield _Label(start, end, m.end(), m.group(1), True, sure)
        elif person and _is_said(text, m.end()):
            yield _Label(start, end, m.end(), m.group(1), False, True)


def _is_said(text: str, start: int) -> bool:
    """Whether words follow on the line, and no figure first: not "Lee: 37.7 %", "Lee: 8. Saved well"."""
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)].strip()
    return not line[0].isdigit() and len(_WORD.findall(line)) >= _SHORTEST


# ── what is said ─────────────────────────────────────────────────────────────────────────────────────────


def _turns(text: str, labels: list[_Label]) -> Iterator[Turn]:
    """Each label with its paragraph; in capitals, with all up to the next label, but for the last."""
    starts = [*(label.start for label in labels), len(text)]
    for label, (_, end) in zip(labels, pairwise(starts), strict=True):
        said = [
            _trimmed(text, label.after + first, label.after + last)
            for first, last in paragraphs(text[label.after : end])
        ]
        said = said if label.capitals and end < len(text) else said[:1]
        yield Turn(Passage(label.start, label.end), tuple(p for p in said if p.end > p.start))


def _trimmed(text: str, start: int, end: int) -> Passage:
    """A paragraph without white space and quotation marks around it; nothing of a mere "(Laughter.)"."""
    inner = text[start:end].strip()
    if not _WORD.search(inner) or _ASIDE.fullmatch(inner):
        return Passage(start, start)
    edges = _EDGES if inner[0] in MARKS else None
    return Passage(end - len(text[start:end].lstrip(edges)), start + len(text[start:end].rstrip(edges)))
