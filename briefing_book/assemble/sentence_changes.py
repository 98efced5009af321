"""What an edit changed of a text, sentence by sentence: as it was, and as it is then.

Sentences that stand in both texts, in the same order, are unchanged. Of those between two of them, each is
paired with the first of the next few that has most of its letters; the rest went, or came.
"""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import ratio

from briefing_book.assemble.reading import Reading
from briefing_book.model import Change, Passage
from briefing_book.names import plain

ALIKE = 50
"""How much of its letters, of 100, a sentence shares with what became of it."""
AHEAD = 10
"""So many of the next sentences are looked at."""
LONGEST = 2_000
"""Letters of a sentence by which it is compared."""
MOST = 50_000_000
"""Pairs of sentences that are compared in order; of longer texts, all between their ends is looked at."""


def sentence_changes(before: Reading, after: Reading) -> tuple[Change, ...]:
    """The sentences that differ, in the order of the two texts; white space makes no difference."""
    olds, news = _sentences(before), _sentences(after)
    return tuple(
        Change(old, new)
        for first, last, start, end in _blocks([plain(p.text) for p in olds], [plain(p.text) for p in news])
        for old, new in _paired(olds[first:last], news[start:end])
        if not (old and new and plain(old.text) == plain(new.text))
    )


def _sentences(reading: Reading) -> list[Passage]:
    found = (reading.sentence(number) for number in range(1, len(reading.facts.sentences) + 1))
    return [passage for passage in found if passage.text.strip()]


def _blocks(olds: Sequence[str], news: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Where the texts differ: the bounds of these sentences in the one and in the other."""
    if len(olds) * len(news) > MOST:
        head = next((n for n, (a, b) in enumerate(zip(olds, news, strict=False)) if a != b), 0)
        yield head, len(olds), head, len(news)
        return
    block: tuple[int, int, int, int] | None = None
    for step in Indel.opcodes(olds, news):
        if step.tag == "equal":
            if block:
                yield block
            block = None
        else:
            first, _, start, _ = block or (step.src_start, 0, step.dest_start, 0)
            block = first, step.src_end, start, step.dest_end
    if block:
        yield block


def _paired(
    olds: Sequence[Passage], news: Sequence[Passage]
) -> Iterator[tuple[Passage | None, Passage | None]]:
    """What became of each sentence, in order."""
    at = 0
    for old in olds:
        near = range(at, min(at + AHEAD, len(news)))
        heir = next((n for n in near if _likeness(old, news[n]) >= ALIKE), None)
        if heir is None:
            yield old, None
            continue
        yield from ((None, new) for new in news[at:heir])
        yield old, news[heir]
        at = heir + 1
    yield from ((None, new) for new in news[at:])


def _likeness(one: Passage, other: Passage) -> float:
    return ratio(plain(one.text[:LONGEST]), plain(other.text[:LONGEST]), score_cutoff=ALIKE)
