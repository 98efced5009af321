"""How a quotation is shown: with the article's own words for how it is said, wherever they matter.

"rejected allegations" says the opposite of "allegations": reported speech never stands without its cue, and
words in quotation marks only where the cue is a plain "said".
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing_book.model import BookQuotation, Passage, Source

PLAIN = frozenset(
    (
        *("say", "says", "said", "saying", "tell", "tells", "told", "telling"),
        *("add", "adds", "added", "adding", "according"),
    )
)
"""Cues that leave words in quotation marks as they are."""

_DENYING = ("not", "never", "cannot", "no", "nor", "neither")
_AUXILIARIES = frozenset(
    (
        *(
            "has",
            "have",
            "had",
            "having",
            "is",
            "are",
            "was",
            "were",
            "be",
            "been",
            "being",
            "do",
            "does",
            "did",
        ),
        *(
            "can",
            "could",
            "may",
            "might",
            "must",
            "shall",
            "should",
            "will",
            "would",
            "to",
            "yet",
            "also",
            "again",
        ),
        "once",
    )
)
_NO_ADVERBS = ("ally", "assembly", "family", "monopoly", "reply", "supply")
_WORD_BEFORE = re.compile(r"([^\W\d_]+(?:[’'][^\W\d_]+)?)[^\S\n]+$")
_WORD = re.compile(r"\w+")
_OPENING = re.compile(r"[\s:,\"“”„«»‘’'(\[]+$")
_MARK = re.compile(r"[\"“”„«»]")
_NEAR = 60
"""More characters between a cue and what it tells are left out."""
_FARTHEST = 120
"""So many characters before a cue may belong to it."""


class Lead(NamedTuple):
    """The words for how something is said. `after`: they follow it; `gap`: something between is left out."""

    passage: Passage
    after: bool
    gap: bool


def lead(quotation: BookQuotation, source: Source) -> Lead | None:
    """The words to show with a quotation; None where it needs none, or has its cue within it."""
    cue, said = quotation.cue, quotation.passage
    if cue is None or (cue.start < said.end and said.start < cue.end):
        return None
    before = list(_belonging(cue, source))
    if quotation.direct and cue.text.lower() in PLAIN and not any(_denies(word) for word, _ in before):
        return None
    start = before[-1][1] if before else cue.start
    end = _end(cue, said, source.text)
    passage = Passage(start, end or cue.end, source.text[start : end or cue.end], cue.article, cue.sentence)
    return Lead(passage, cue.start > said.start, cue.start < said.start and end is None)


def _belonging(cue: Passage, source: Source) -> Iterator[tuple[str, int]]:
    """The words before a cue that go with it, and their places: "has not yet" said, "agreed to" support."""
    first = max(source.sentences[cue.sentence - 1][0], cue.start - _FARTHEST)
    at, following = cue.start, ""
    while match := _WORD_BEFORE.search(source.text, first, at):
        word = match.group(1)
        if not (following == "to" or word in _AUXILIARIES or _denies(word) or _is_adverb(word)):
            return
        at, following = match.start(1), word
        yield word, at


def _denies(word: str) -> bool:
    return word in _DENYING or word.endswith(("n't", "n’t"))


def _is_adverb(word: str) -> bool:
    return word.islower() and word.endswith("ly") and word not in _NO_ADVERBS


def _end(cue: Passage, said: Passage, text: str) -> int | None:
    """Where the words end that lead from a cue to what it tells; None where they are many or quoted."""
    between = _OPENING.sub("", text[cue.end : min(said.start, cue.end + 2 * _NEAR)])
    return None if len(between) > _NEAR or _MARK.search(between) else cue.end + len(between)


def same_words(one: str, other: str) -> bool:
    """Whether two quotations have the same words, or one has some of the other's, one after the other."""
    words, others = (f" {' '.join(_WORD.findall(text.casefold()))} " for text in (one, other))
    return words in others or others in words


def each_once(quotations: Iterable[BookQuotation]) -> list[BookQuotation]:
    """The quotations but the direct ones that stand, in their marks, within reported speech of the speaker.

    Fragments stay: they are read for their own sake.
    """
    listed = list(quotations)
    within = {id(quotation) for quotation in _within(listed)}
    return [quotation for quotation in listed if id(quotation) not in within]


def _within(quotations: list[BookQuotation]) -> Iterator[BookQuotation]:
    reached: dict[tuple[object, str], int] = {}
    for quotation in sorted(quotations, key=lambda each: (each.passage.start, -each.passage.end)):
        key, end = (quotation.speaker, quotation.passage.article), quotation.passage.end
        if not quotation.direct:
            reached[key] = max(end, reached.get(key, 0))
        elif not quotation.fragment and end <= reached.get(key, 0):
            yield quotation
