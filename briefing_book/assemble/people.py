"""Which people of different articles are one person.

What people have said goes before all else. The same full name is one person, unless what articles tell of
its bearers cannot be true of one. Any other name is placed among the fuller ones: it joins the one that it
may stand for, where what is known of both speaks for it clearly enough; else it stays apart, and somebody
should look. Names of one word are placed article by article: each may mean another person.
"""

from collections.abc import Mapping, Sequence

from briefing_book.assemble.bearers import unite_bearers
from briefing_book.assemble.family_names import FamilyNames
from briefing_book.assemble.full_names import FullName, FullNames
from briefing_book.assemble.judgements import Judgements
from briefing_book.assemble.named import Named
from briefing_book.assemble.placing import Candidate, Place, by_key, unite_judged
from briefing_book.assemble.unions import Groups
from briefing_book.names import Key

Numbers = dict[Key, list[int]]


def join_people(people: Sequence[Named], groups: Groups, judgements: Judgements) -> Place:
    """Unite those of `people`, by their places, who are one; give what could not be placed."""
    place = Place(people, groups)
    same = by_key(people)
    names = {key: FullName.of(key, _language(people, numbers)) for key, numbers in same.items()}
    full = {key: name for key, name in names.items() if len(name.words) > 1}
    unite_judged(groups, same, judgements)
    bearers = {key: unite_bearers(same[key], place) for key in full}
    _place_full_names(full, bearers, place)
    family = FamilyNames(people, full, same, groups)
    single = {key: numbers for key, numbers in same.items() if key not in full}
    for spelled in _by_spelling(single, names):
        told = {key: names[key].english[:1] or key for key in spelled}
        _place_family_name({key: single[key] for key in spelled}, told, family, place, judgements)
    return place


def _language(people: Sequence[Named], numbers: Sequence[int]) -> str | None:
    """The language of the articles that write a name so; None where they are in several."""
    languages = {people[number].language for number in numbers}
    return next(iter(languages)) if len(languages) == 1 else None


def _place_full_names(names: dict[Key, FullName], bearers: Numbers, place: Place) -> None:
    """Place each among those that are fuller than it."""
    fuller = FullNames()
    for key in sorted(names, key=lambda key: (names[key].fullness(), key), reverse=True):
        related = [Candidate(number, (how,)) for number, how in fuller.related(names[key])]
        for number in bearers[key]:
            place.among(number, related)
            fuller.add(number, names[key])


def _by_spelling(single: Numbers, names: dict[Key, FullName]) -> list[list[Key]]:
    """The names of one word, those together that are spellings of one."""
    spelled: dict[Key, list[Key]] = {}
    for key in sorted(single):
        spelled.setdefault(names[key].english or names[key].words, []).append(key)
    return list(spelled.values())


def _place_family_name(
    spelled: Numbers, told: Mapping[Key, Key], family: FamilyNames, place: Place, judgements: Judgements
) -> None:
    """Place each bearer of a name of one word; those who are nobody known are one, country by country.

    `told` are the names as English spells them, where nobody's is written so.
    """
    alone = []
    for key, numbers in spelled.items():
        for number in () if key in judgements.merged else numbers:
            known = place.groups.of(number)
            candidates = family.candidates(key[0], known) or family.candidates(told[key][0], known)
            if not place.among(number, candidates):
                alone.append(number)
    _unite_by_country(alone, place)


def _unite_by_country(alone: list[int], place: Place) -> None:
    """Those without a country are with the others where these are of one country only."""
    first: dict[str, int] = {}
    stateless = []
    for number in alone:
        codes = sorted(place.groups.of(number).countries)
        for code in codes:
            place.unite_alike(first.setdefault(code, number), number)
        if not codes:
            stateless.append(number)
    of_countries = list(dict.fromkeys(place.groups.find(number) for number in first.values()))
    together = [*of_countries, *stateless] if len(of_countries) == 1 else stateless
    for number in together[1:]:
        place.unite_alike(together[0], number)
