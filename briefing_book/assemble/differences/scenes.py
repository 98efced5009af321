"""Where in an article a number stands, and whether two numbers of different articles are of one happening.

The place, names and words that tell it are those of the number's sentence and of its article's beginning.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from briefing_book.assemble import edtf
from briefing_book.assemble.alike import SMALL, STEM
from briefing_book.assemble.differences.counts import FATE, WORD
from briefing_book.assemble.reading import Reading
from briefing_book.assemble.spellings import one_spelling
from briefing_book.model import Passage, Span
from briefing_book.names import key

NEAR = 3
"""Days that may lie between two articles about one happening."""
BEGINNING = 2
"""Sentences at an article's start that say what it is about."""
FEWEST_NAMES, FEWEST_WORDS = 2, 3
"""Proper names, and other words, that two scenes share; a place is enough where both dates are known."""
SHARED = 0.3
"""The part of the shorter scene's words that the other must have."""


_CAPITALISED = re.compile(r"(?<=[a-z,;)’] )[^\W\d_a-z][^\W\d_]{2,}")
_OF_TIME = (
    "january february march april may june july august september october november december jan feb mar apr "
    "jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday"
)
OF_TIME = frozenset(_OF_TIME.split())


Days = tuple[int, int]


@dataclass(frozen=True)
class Scene:
    """`own` and `dates` are the sentence's, `places` too, or the beginning's where it has none.

    `spelled` are the places with each word in one spelling; so are `names`, and `unknown`: words with a
    capital letter of which the facts do not tell whom or what they name.
    """

    places: frozenset[str]
    spelled: frozenset[str]
    unknown: frozenset[str]
    dates: tuple[str, ...]
    days: tuple[Days, ...]
    names: frozenset[str]
    words: frozenset[str]
    own: frozenset[str]
    published: Days | None


class Scenes:
    """The scenes of one article's sentences."""

    def __init__(self, reading: Reading) -> None:
        facts = reading.facts
        self._reading = reading
        self._published = _days(facts.article.published)
        people = [mention for person in facts.people for mention in person.mentions]
        bodies = [mention for each in facts.organisations for mention in each.mentions]
        placed = [m for country in facts.countries for m in country.mentions if m.kind == "place"]
        lands = [m for country in facts.countries for m in country.mentions if m.kind != "place"]
        self._places: dict[int, set[str]] = {}
        for mention in placed:
            self._places.setdefault(reading.number(mention.start), set()).add(" ".join(key(mention.text)))
        self._names = self._by_sentence([*people, *bodies, *placed])
        self._lands = frozenset(word for mention in lands for word in key(mention.text))
        self._bearers = frozenset(word for mention in (*people, *bodies) for word in key(mention.text))
        self._dates: dict[int, list[str]] = {}
        for date in facts.dates:
            self._dates.setdefault(reading.number(date.start), []).append(date.value)
        first = range(1, min(BEGINNING, len(facts.sentences)) + 1)
        self._first = tuple(first)
        self._told: dict[int, frozenset[str]] = {}
        self._scenes: dict[int, Scene] = {}

    def _by_sentence(self, mentions: Collection[Span]) -> dict[int, set[str]]:
        words: dict[int, set[str]] = {}
        for mention in mentions:
            words.setdefault(self._reading.number(mention.start), set()).update(key(mention.text))
        return words

    def of(self, passage: Passage) -> Scene:
        """The scene of the sentence that a passage starts in."""
        number = passage.sentence
        if number not in self._scenes:
            self._scenes[number] = self._scene(number)
        return self._scenes[number]

    def _scene(self, number: int) -> Scene:
        numbers = (*self._first, number)
        unknown = _all(self._unknown(each) for each in numbers)
        names = (_all(self._names.get(each, set()) for each in numbers) - self._lands) | unknown
        own = _stems(self._words(number) - names)
        dates = self._dates.get(number, ())
        places = self._places.get(number) or _all(self._places.get(each, set()) for each in self._first)
        return Scene(
            places=frozenset(places),
            spelled=frozenset(" ".join(map(one_spelling, place.split())) for place in places),
            unknown=frozenset(map(one_spelling, unknown)),
            dates=tuple(dates),
            days=tuple(days for date in dates if (days := _days(date))),
            names=frozenset(map(one_spelling, names)),
            words=own.union(*(_stems(self._words(first) - names) for first in self._first)),
            own=own,
            published=self._published,
        )

    def _unknown(self, number: int) -> set[str]:
        """None of a headline, where all words may have capital letters."""
        text = self._reading.sentence(number).text
        words = {word.casefold() for word in _CAPITALISED.findall(text)}
        headline = 2 * len(words) > len(WORD.findall(text))
        return set() if headline else words - self._lands - self._bearers - OF_TIME

    def _words(self, number: int) -> frozenset[str]:
        if number not in self._told:
            words = {word.casefold() for word in WORD.findall(self._reading.sentence(number).text)}
            self._told[number] = frozenset(words - SMALL - self._lands - FATE.keys())
        return self._told[number]


def _all(sets: Iterable[set[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word[:STEM] for word in words if not word[0].isdigit())


def one_happening(one: Scene, other: Scene) -> bool:
    """Whether two scenes are very probably of one happening."""
    known = bool(one.published and other.published)
    if not near(one.published, other.published):
        return False
    if one.spelled and other.spelled and one.spelled.isdisjoint(other.spelled):
        return False
    if one.days and other.days and not any(near(a, b) for a in one.days for b in other.days):
        return False
    if len(one.words & other.words) < max(FEWEST_WORDS, SHARED * min(len(one.words), len(other.words))):
        return False
    named = len(one.names & other.names) >= FEWEST_NAMES
    placed = not (one.spelled | one.unknown).isdisjoint(other.spelled | other.unknown)
    return named or (known and placed)


def near(one: Days | None, other: Days | None) -> bool:
    """Whether two dates are a few days apart at most; what is unknown does not part them."""
    if not one or not other:
        return True
    return max(one[0] - other[1], other[0] - one[1]) <= NEAR


def _days(date: str | None) -> Days | None:
    """The first and the last day of a date, counted from the first one of all."""
    bounds = edtf.bounds(date or "")
    return (bounds[0].toordinal(), bounds[1].toordinal()) if bounds else None
