"""The same words told otherwise: quotations of different articles that share most of their words, not all.

Words are compared by their beginnings, so that "weatherproof" and "all-weather" meet. Only quotations that
share a rare word, and a speaker or somebody named beside them, are compared. Of longer quotations the words
must also stand in the same order.
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
ORDERED = 7
"""Words from which their order counts: two speeches on one matter share many words, in another order."""
MOST_WORDS = 200
"""Of a longer quotation, its order is compared as far as this."""
_SMALL = (
    "a an the and or but of to in on at by for from with as is are was were be been it its this that these "
    "those we our us i my you your they their he his she her not no will would have has had do does than"
)
SMALL = frozenset(_SMALL.split())
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Wording:
    """A quotation by its words: all in order, and the beginnings of those that carry meaning, each once.

    `person` is its speaker's id, where that is one person; `beside` are the ids of all who are named with it.
    """

    quotation: BookQuotation
    words: Key
    ordered: Key
    stems: frozenset[str]
    person: str | None
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
    ordered = tuple(dict.fromkeys(word[:STEM] for word in words if word not in SMALL))
    person = speaker if speaker and speaker.startswith("people/") else None
    return Wording(quotation, words, ordered, frozenset(ordered), person, frozenset(beside))


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
    if one.quotation.passage.article == other.quotation.passage.article:
        return False
    if one.beside.isdisjoint(other.beside) or (one.person and other.person and one.person != other.person):
        return False
    fewest = min(len(one.stems), len(other.stems))
    enough = max(FEWEST, SHARED * fewest)
    if len(one.stems & other.stems) < enough:
        return False
    short, long = sorted((one, other), key=lambda wording: len(wording.words))
    if _inside(short.words, long.words):
        return False
    return fewest < ORDERED or _in_order(short.ordered, long.ordered) >= enough


def _in_order(one: Key, other: Key) -> int:
    """How many words the two have in the same order (their longest common subsequence)."""
    before = [0] * (len(other) + 1)
    for word in one[:MOST_WORDS]:
        now = [0]
        for place, each in enumerate(other[:MOST_WORDS]):
            now.append(before[place] + 1 if word == each else max(before[place + 1], now[place]))
        before = now
    return max(before)


def _inside(short: Key, long: Key) -> bool:
    """Whether one quotation is a piece of the other, word by word."""
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def _difference(wordings: Sequence[Wording], entities: dict[str, Entity]) -> Difference:
    told = [each.quotation.speaker for each in wordings if each.quotation.speaker]
    speakers = dict.fromkeys(speaker.name for speaker in told if speaker.entity)
    people = {each.person for each in wordings if each.person}
    about = sorted(people | frozenset.intersection(*(each.beside for each in wordings)))
    names = ", ".join(speakers or (entities[id].name for id in about if id in entities))
    topic = f"The same words, told otherwise: {names}" if names else "The same words, told otherwise"
    rows = tuple(DifferenceRow("", each.quotation.passage) for each in wordings)
    return Difference(topic, tuple(about), rows)
