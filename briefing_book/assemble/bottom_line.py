"""What matters: whole sentences, chosen and not written.

A sentence counts for the facts that it reports and for the words that it shares with other sources on the
page, each the more the more independent sources have it; and the more, the earlier in its article it stands.
The best sentence is taken, what it tells is known with that, and the next best is looked for among what is
left. One that mostly repeats a chosen one is passed over. Copies are never chosen.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from itertools import repeat

from briefing_book.assemble.alike import SMALL, STEM
from briefing_book.assemble.matters import MOST_SOURCES, Fact
from briefing_book.assemble.reading import Library
from briefing_book.assemble.where import NamedWhere
from briefing_book.model import BottomLine, Passage

NAMED = 0.5
"""What a sentence counts besides; one with no fact, and no word that another source has, counts nothing."""
WORD = 0.25
"""What a word counts for each further source that has it."""
LEAD = 0.5
"""How much more an article's first sentence counts; the second half of that, the third a third."""
LONG = 30
"""Words from which a sentence is too long to be read at a glance; it counts the less."""
_LEANING = "he she it they this that these those his her its their there but and also"
LEANING = frozenset(_LEANING.split())
LEANS = 0.6
"""A sentence that begins so leans on the one before it, and counts this much."""
REPEATS = 0.5
"""A sentence that has this part of its words in common with a chosen one says the same."""
LOOKED_AT = 12
"""For each line so many sentences, the best by their facts and places, are compared by their words."""
_EMPTY = "said says told who which when where what after before about more other into over up also"
EMPTY = SMALL.union(_EMPTY.split())
"""Words that tell nothing of the matter."""
ON_HOME, ON_PAGE = 5, 3
_WORD = re.compile(r"\w+")

Place = tuple[str, int]
Stems = tuple[str, ...]
Order = tuple[int, int, int]


@dataclass
class Told:
    """What a sentence reports: its facts with their weights, and whom it is about."""

    sentence: Passage
    order: Order
    ease: float
    facts: dict[int, float] = field(default_factory=dict)
    about: dict[str, None] = field(default_factory=dict)

    def score(self) -> float:
        """What the sentence counts by itself."""
        return self.ease * (NAMED + sum(self.facts.values()))


def _ease(sentence: Passage) -> float:
    """How well a sentence opens a page: it stands early, is short, and reads by itself."""
    words = sentence.text.split()
    leans = bool(words) and words[0].casefold() in LEANING
    early = 1 + LEAD / sentence.sentence
    return early * min(1.0, LONG / max(1, len(words))) * (LEANS if leans else 1.0)


class BottomLines:
    """The sentences of the book with what they report."""

    def __init__(self, library: Library, where: NamedWhere, facts: Iterable[Fact]) -> None:
        self._library = library
        self._facts = list(facts)
        self._told: dict[Place, Told] = {}
        self._stems: dict[Place, Stems] = {}
        for sentence, ids in where.sentences():
            self._at(sentence).about.update(dict.fromkeys(ids))
        for number, fact in enumerate(self._facts):
            weight = fact.weight(library)
            for passage in fact.passages:
                told = self._at(passage)
                told.facts[number] = weight
                told.about.update(dict.fromkeys(fact.about))
        copies = library.copy_of
        chosable = (told for told in self._told.values() if told.sentence.article not in copies)
        self._best = sorted(chosable, key=lambda told: (-told.score(), told.order))
        self._by_id: dict[str, list[Told]] = {}
        for told in self._best:
            for id in told.about:
                self._by_id.setdefault(id, []).append(told)

    def chosen(
        self, pages: Iterable[str]
    ) -> tuple[tuple[BottomLine, ...], dict[str, tuple[BottomLine, ...]]]:
        """What matters in the whole book, and of each of these entities and plans."""
        return self.of_book(), {id: self.of_page(id) for id in pages}

    def of_book(self) -> tuple[BottomLine, ...]:
        """What matters in the whole book, in time order."""
        return self._lines(self._best, ON_HOME)

    def of_page(self, id: str) -> tuple[BottomLine, ...]:
        """What matters of one entity or plan, in time order."""
        return self._lines(self._by_id.get(id, ()), ON_PAGE)

    def _at(self, passage: Passage) -> Told:
        """The sentence that a passage starts in."""
        place = (passage.article, passage.sentence)
        if place not in self._told:
            sentence = self._library.sentence(passage)
            self._told[place] = Told(sentence, self._library.order(sentence), _ease(sentence))
        return self._told[place]

    def _lines(self, best: Sequence[Told], most: int) -> tuple[BottomLine, ...]:
        chosen = _choose([(told, self._words(told)) for told in best[: LOOKED_AT * most]], most)
        return tuple(self._line(told) for told in sorted(chosen, key=lambda told: told.order))

    def _words(self, told: Told) -> Stems:
        place = (told.sentence.article, told.sentence.sentence)
        if place not in self._stems:
            words = _WORD.findall(told.sentence.text.casefold())
            self._stems[place] = tuple(dict.fromkeys(word[:STEM] for word in words if word not in EMPTY))
        return self._stems[place]

    def _line(self, told: Told) -> BottomLine:
        """A chosen sentence with the passages of other articles that report what it reports."""
        own = told.sentence
        others = (each for number in told.facts for each in self._facts[number].passages)
        also = self._library.tidy(each for each in others if each.article != own.article)
        return BottomLine(own.start, own.end, own.text, own.article, own.sentence, also)


Worded = tuple[Told, Stems]


def _choose(waiting: Sequence[Worded], most: int) -> list[Told]:
    """The best sentences: a score only falls as things get known, so the best is looked at first."""
    weights = _word_weights(waiting)
    known_facts: set[int] = set()
    chosen: list[Worded] = []

    def rank(number: int) -> tuple[float, int]:
        told, words = waiting[number]
        new = sum(weight for fact, weight in told.facts.items() if fact not in known_facts)
        shared = sum(map(weights.get, words, repeat(0.0)))
        return -told.ease * (NAMED + new + shared if new or shared else 0.0), number

    heap = [rank(number) for number in range(len(waiting))]
    heapify(heap)
    while heap and len(chosen) < most:
        _, number = heappop(heap)
        told, words = waiting[number]
        now = rank(number)
        if heap and now > heap[0]:
            heappush(heap, now)
        elif now[0] < 0 and not any(_repeats(words, other) for _, other in chosen):
            chosen.append(waiting[number])
            known_facts.update(told.facts)
            for word in words:
                weights.pop(word, None)
    return [told for told, _ in chosen]


def _word_weights(sentences: Iterable[Worded]) -> dict[str, float]:
    """What each word counts: more, the more sources on the page have it."""
    told_by: dict[str, set[str]] = {}
    for told, words in sentences:
        told_by.setdefault(told.sentence.article, set()).update(words)
    sources = Counter(word for words in told_by.values() for word in words)
    return {word: WORD * (min(number, MOST_SOURCES) - 1) for word, number in sources.items() if number > 1}


def _repeats(one: Stems, other: Stems) -> bool:
    return len(set(one) & set(other)) >= REPEATS * max(1, min(len(one), len(other)))
