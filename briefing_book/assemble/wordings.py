"""The same words told otherwise: quotations of different articles that share most of their words, not all.

Words are compared by their beginnings, so that "weatherproof" and "all-weather" meet. Only quotations that
share a rare word, and a speaker or somebody named beside them, are compared.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing_book.assemble.unions import Groups, Known
from briefing_book.assemble.where import NamedWhere
from briefing_book.model import BookQuotation, Difference, DifferenceRow, Entity
from briefing_book.names import Key

STEM = 6
"""Letters by which words are compared."""
RAREST = 4
"""A quotation is looked for under this many of its rarest words."""
MOST_LIKE = 40
"""A word that more quotations share than this is not rare."""
SHARED = 0.6
"""The part of the shorter quotation's words that the longer one must have."""
FEWEST = 2
_SMALL = (
    "a an the and or but of to in on at by for from with as is are was were be been it its this that these "
    "those we our us i my you your they their he his she her not no will would have has had do does than"
)
SMALL = frozenset(_SMALL.split())
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Wording:
    """A quotation by its words: all in order, and the beginnings of those that carry meaning."""

    quotation: BookQuotation
    words: Key
    stems: frozenset[str]
    beside: frozenset[str]


def wording_differences(
    quotations: Iterable[BookQuotation], where: NamedWhere, entities: dict[str, Entity]
) -> Iterator[Difference]:
    """Each quotation that several articles give in different words."""
    wordings = [_wording(quotation, where) for quotation in quotations if quotation.direct]
    groups = Groups(Known({wording.quotation.passage.article}) for wording in wordings)
    for bucket in _buckets(wordings):
        for place, number in enumerate(bucket):
            for other in bucket[place + 1 :]:
                if _same(wordings[number], wordings[other]):
                    groups.unite(number, other)
    for numbers in groups.groups():
        if len(numbers) > 1:
            yield _difference([wordings[number] for number in numbers], entities)


def _wording(quotation: BookQuotation, where: NamedWhere) -> Wording:
    words = tuple(_WORD.findall(quotation.passage.text.casefold()))
    speaker = quotation.speaker.entity if quotation.speaker else None
    beside = where.beside(quotation.passage) | ({speaker} if speaker else set())
    stems = frozenset(word[:STEM] for word in words if word not in SMALL)
    return Wording(quotation, words, stems, frozenset(beside))


def _buckets(wordings: Sequence[Wording]) -> Iterator[list[int]]:
    """The quotations that share a rare word."""
    frequency = Counter(stem for wording in wordings for stem in wording.stems)
    buckets: dict[str, list[int]] = {}
    for number, wording in enumerate(wordings):
        shared = (stem for stem in wording.stems if 1 < frequency[stem] <= MOST_LIKE)
        for stem in sorted(shared, key=lambda stem: (frequency[stem], stem))[:RAREST]:
            buckets.setdefault(stem, []).append(number)
    yield from buckets.values()


def _same(one: Wording, other: Wording) -> bool:
    """Whether two quotations are the same words told otherwise."""
    if one.quotation.passage.article == other.quotation.passage.article or not one.beside & other.beside:
        return False
    short, long = sorted((one, other), key=lambda wording: len(wording.words))
    if _inside(short.words, long.words):
        return False
    shared = len(one.stems & other.stems)
    return shared >= FEWEST and shared >= SHARED * min(len(one.stems), len(other.stems))


def _inside(short: Key, long: Key) -> bool:
    """Whether one quotation is a piece of the other, word by word."""
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def _difference(wordings: Sequence[Wording], entities: dict[str, Entity]) -> Difference:
    speakers = dict.fromkeys(each.quotation.speaker.name for each in wordings if each.quotation.speaker)
    about = sorted(frozenset.intersection(*(each.beside for each in wordings)))
    names = ", ".join(speakers or (entities[id].name for id in about if id in entities))
    topic = f"The same words, told otherwise: {names}" if names else "The same words, told otherwise"
    rows = tuple(DifferenceRow("", each.quotation.passage) for each in wordings)
    return Difference(topic, tuple(about), rows)
