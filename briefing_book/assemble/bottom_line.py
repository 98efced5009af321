"""What matters: whole sentences, chosen and not written.

A sentence counts for the facts that it reports, each the more the more articles report it. The best sentence
is taken, its facts are told with that, and the next best is looked for among what is left.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from briefing_book.assemble.reading import Library
from briefing_book.assemble.where import NamedWhere
from briefing_book.model import (
    BookEvent,
    BookPosition,
    BookQuotation,
    Entity,
    Party,
    Passage,
    PlanCoverage,
)

WEIGHTS = {"event": 3.0, "position": 2.5, "provision": 2.0, "quotation": 1.5, "role": 1.0, "words": 0.5}
"""What a fact counts in one article; half as much again for each other article that reports it."""
ANOTHER_ARTICLE = 0.5
MOST_ARTICLES = 5
LONG = 60
"""Words from which a sentence is too long to be read at a glance; it counts the less."""
_LEANING = "he she it they this that these those his her its their there but and also"
LEANING = frozenset(_LEANING.split())
LEANS = 0.6
"""A sentence that begins so leans on the one before it, and counts this much."""
ON_HOME, ON_PAGE = 5, 3

Place = tuple[str, int]
Rank = tuple[float, tuple[int, int, int], Place]


@dataclass
class Told:
    """The facts that a sentence reports, with their weights, and the entities and plans it is about."""

    facts: dict[int, float] = field(default_factory=dict)
    about: set[str] = field(default_factory=set)
    ease: float = 1.0

    def score(self, known: set[int]) -> float:
        """What the sentence adds to what is known."""
        return self.ease * sum(weight for fact, weight in self.facts.items() if fact not in known)


@dataclass(frozen=True)
class Fact:
    """A fact of the book: what kind, about whom, and where it is reported."""

    feature: str
    about: tuple[str, ...]
    passages: tuple[Passage, ...]

    def weight(self) -> float:
        """What reporting it counts."""
        articles = len({passage.article for passage in self.passages})
        return WEIGHTS[self.feature] * (1 + ANOTHER_ARTICLE * (min(articles, MOST_ARTICLES) - 1))


def facts_of(
    entities: Iterable[Entity],
    quotations: Iterable[BookQuotation],
    events: Iterable[BookEvent],
    positions: Iterable[BookPosition],
    plans: Iterable[PlanCoverage],
) -> Iterator[Fact]:
    """All that sentences of the book can report."""
    for event in events:
        yield Fact("event", _ids(*event.participants), event.passages)
    for position in positions:
        yield Fact("position", _ids(position.holder, position.target), position.passages)
    for plan in plans:
        for point in plan.points:
            yield Fact("provision", (plan.id, point.id), point.passages)
    for quotation in quotations:
        speaker = _ids(quotation.speaker) if quotation.speaker else ()
        feature = "quotation" if quotation.direct and not quotation.fragment else "words"
        yield Fact(feature, speaker, (quotation.passage,))
    for entity in entities:
        for role in entity.roles:
            yield Fact("role", (entity.id,), role.passages)


def _ids(*parties: Party) -> tuple[str, ...]:
    return tuple(party.entity for party in parties if party.entity)


def _ease(sentence: str) -> float:
    """How well a sentence reads by itself, up to 1."""
    words = sentence.split()
    leans = bool(words) and words[0].casefold() in LEANING
    return min(1.0, LONG / max(1, len(words))) * (LEANS if leans else 1.0)


class BottomLines:
    """The sentences of the book with what they report."""

    def __init__(self, library: Library, where: NamedWhere, facts: Iterable[Fact]) -> None:
        self._library = library
        self._told: dict[Place, Told] = {}
        for number, fact in enumerate(facts):
            weight = fact.weight()
            for passage in fact.passages:
                told = self._told.setdefault((passage.article, passage.sentence), Told())
                told.facts[number] = weight
                told.about.update(fact.about)
        self._ranked: dict[Place, Rank] = {}
        self._by_id: dict[str, list[Place]] = {}
        for place, told in self._told.items():
            sentence = self._sentence(place)
            told.ease = _ease(sentence.text)
            self._ranked[place] = (-told.score(set()), library.order(sentence), place)
            for id in told.about | where.beside(sentence):
                self._by_id.setdefault(id, []).append(place)

    def of_book(self) -> tuple[Passage, ...]:
        """What matters in the whole book, in time order."""
        return self._choose(self._told, ON_HOME)

    def of_page(self, id: str) -> tuple[Passage, ...]:
        """What matters of one entity or plan, in time order."""
        return self._choose(self._by_id.get(id, ()), ON_PAGE)

    def _choose(self, places: Iterable[Place], most: int) -> tuple[Passage, ...]:
        """The best sentences: a score only falls as facts get known, so the best is looked at first."""
        waiting = [self._ranked[place] for place in places]
        heapify(waiting)
        chosen: list[Passage] = []
        known: set[int] = set()
        while waiting and len(chosen) < most:
            _, order, place = heappop(waiting)
            told = self._told[place]
            now = (-told.score(known), order, place)
            if waiting and now > waiting[0]:
                heappush(waiting, now)
            elif now[0] < 0:
                chosen.append(self._sentence(place))
                known.update(told.facts)
        return self._library.tidy(chosen)

    def _sentence(self, place: Place) -> Passage:
        article, number = place
        return self._library.by_id[article].sentence(number)
