"""What an edit changed of a sentence, word by word, as a page shows it: as it was, and as it became.

Of a long sentence, only the words around the changed ones are shown.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from msgspec.structs import replace
from rapidfuzz.distance import Indel

from briefing_book.model import Change, Passage

LONGEST = 600
"""Characters of a sentence that are shown at once."""
AROUND = 80
"""So many of them may stand before the first changed word."""
MOST_WORDS = 3_000
"""Of longer sentences, the words are not compared: all of them count as changed."""
_TOKEN = re.compile(r"\w+|[^\w\s]")


class Piece(NamedTuple):
    """Some characters, all of which were changed, or none."""

    text: str
    changed: bool


class Marked(NamedTuple):
    """As much of a sentence as is shown, in pieces; whether some of it stands before and after that."""

    passage: Passage
    pieces: tuple[Piece, ...]
    cut_before: bool
    cut_after: bool


class Edit(NamedTuple):
    """A changed sentence as it was and as it became; None where there was none, or is none."""

    before: Marked | None
    after: Marked | None


def edit(change: Change) -> Edit:
    """The changed sentence, with the words that went and those that came marked."""
    before, after = change.before, change.after
    if not (before and after):
        return Edit(_marked(before) if before else None, _marked(after) if after else None)
    olds, news = list(_TOKEN.finditer(before.text)), list(_TOKEN.finditer(after.text))
    if max(len(olds), len(news)) > MOST_WORDS:
        return Edit(_marked(before), _marked(after))
    went, came = _changed([each[0] for each in olds], [each[0] for each in news])
    return Edit(
        _marked(before, [olds[n].span() for n in went]), _marked(after, [news[n].span() for n in came])
    )


def _changed(olds: Sequence[str], news: Sequence[str]) -> tuple[list[int], list[int]]:
    """The numbers of the words that are not in the other sentence, in its order."""
    steps = [step for step in Indel.opcodes(olds, news) if step.tag != "equal"]
    went = [n for step in steps for n in range(step.src_start, step.src_end)]
    return went, [n for step in steps for n in range(step.dest_start, step.dest_end)]


def _marked(passage: Passage, changed: Sequence[tuple[int, int]] | None = None) -> Marked:
    """The passage with its changed words, given by their places in it; None: all are."""
    text = passage.text
    spans = [(0, len(text))] if changed is None else list(_joined(changed, text))
    start = _word_before(text, spans[0][0] - AROUND) if spans and len(text) > LONGEST else 0
    end = len(text) if len(text) - start <= LONGEST else _word_before(text, start + LONGEST)
    cut = text[start:end].rstrip()
    place = replace(passage, start=passage.start + start, end=passage.start + start + len(cut), text=cut)
    pieces = tuple(_pieces(cut, [(a - start, b - start) for a, b in spans]))
    return Marked(place, pieces, start > 0, bool(text[start + len(cut) :].strip()))


def _joined(spans: Sequence[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    """The spans, those with nothing but white space between them as one."""
    start, end = spans[0] if spans else (0, 0)
    for first, last in spans[1:]:
        if text[end:first].strip():
            yield start, end
            start = first
        end = last
    if spans:
        yield start, end


def _word_before(text: str, place: int) -> int:
    """Where the word that holds a place begins; the place itself in a word without end."""
    near = max(0, place - AROUND)
    space = max(text.rfind(mark, near, max(0, place)) for mark in " \n")
    return space + 1 if space >= 0 else max(0, place)


def _pieces(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    """The text in pieces; spans may reach over its ends."""
    flags = [False] * len(text)
    for start, end in spans:
        for place in range(max(0, start), min(len(text), end)):
            flags[place] = True
    at = 0
    for changed, run in groupby(flags):
        length = sum(1 for _ in run)
        yield Piece(text[at : at + length], changed)
        at += length
