"""Which of those who bear one full name are one person: nearly always all of them.

Those who hold offices of different countries, or are "Mr" here and "Ms" there, and who share no office, no
country and no company, are two; whoever nothing is known of cannot be told to be either of them.
"""

from collections.abc import Iterable, Sequence

from briefing_book.assemble.placing import LeftApart, Place, unite_all
from briefing_book.assemble.unions import Groups, Known
from briefing_book.assemble.weights import SAME_NAME

MANY_TIMES = 4
"""Somebody in so many times the articles is known well enough that these others tell of no second person."""


def unite_bearers(numbers: Sequence[int], place: Place) -> list[int]:
    """Unite those of one full name, by their numbers, who are one person; give the first of each person."""
    groups = place.groups
    if not _may_differ([groups.of(number) for number in numbers]):
        unite_all(groups, numbers)
        return [numbers[0]]
    _unite_linked(numbers, groups)
    firsts = dict.fromkeys(groups.find(number) for number in numbers)
    ranked = sorted(firsts, key=lambda first: (-len(groups.of(first).articles), first))
    told = [first for first in ranked if _is_told(groups.of(first))]
    untold = [first for first in ranked if not _is_told(groups.of(first))]
    people = _people(told, groups)
    if len(people) == 1:
        unite_all(groups, [*people, *untold])
        return people
    place.left += [LeftApart(other, (people[0],)) for other in people[1:]]
    if untold:
        unite_all(groups, untold)
        place.left.append(LeftApart(untold[0], tuple(people)))
    return [*people, *untold[:1]]


def _may_differ(known: Sequence[Known]) -> bool:
    return any(
        len({frozenset(each) for each in told if each}) > 1
        for told in ([each.countries for each in known], [each.addressed for each in known])
    )


def _unite_linked(numbers: Iterable[int], groups: Groups) -> None:
    """Unite those who share an office, a country or company."""
    first: dict[object, int] = {}
    for number in numbers:
        for mark in _marks(groups.known[number]):
            groups.unite(first.setdefault(mark, number), number, SAME_NAME)


def _marks(known: Known) -> list[object]:
    roles = (("role", role) for role in known.roles)
    countries = (("country", code) for code in sorted(known.countries))
    return [*roles, *countries, *known.company]


def _is_told(known: Known) -> bool:
    return bool(known.countries or known.addressed)


def _people(told: Iterable[int], groups: Groups) -> list[int]:
    """The first of each person, those of most articles first; whoever contradicts nobody is one with them."""
    people: list[int] = []
    for number in told:
        known = groups.of(number)
        one = next((each for each in people if not _are_two(groups.of(each), known)), None)
        if one is None:
            people.append(number)
        else:
            groups.unite(one, number, SAME_NAME)
    return people


def _are_two(one: Known, other: Known) -> bool:
    """Whether they contradict each other, and neither is just a slip about the other."""
    if len(one.articles) >= MANY_TIMES * len(other.articles):
        return False
    pairs = (one.countries, other.countries), (one.addressed, other.addressed)
    return any(mine and yours and mine.isdisjoint(yours) for mine, yours in pairs)
