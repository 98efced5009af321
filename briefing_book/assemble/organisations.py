"""Which organisations of different articles are one.

The same name is one organisation, unless it is the institution of two countries; an institution of one
country is one by its nouns ("China's Foreign Ministry", "the Ministry of Foreign Affairs"); an acronym joins
the one organisation whose initials it is.
"""

from collections.abc import Iterable, Mapping, Sequence

from briefing_book.assemble.judgements import Judgements
from briefing_book.assemble.named import Named
from briefing_book.assemble.people import MOST_CANDIDATES, LeftApart, by_key, unite_all, unite_judged
from briefing_book.assemble.unions import Groups
from briefing_book.names import Key, key

STEMS = {
    "affairs": "",
    "defence": "defense",
    "department": "ministry",
    "presidential": "president",
    "presidency": "president",
    "ministers": "minister",
    "parliamentary": "parliament",
}
"""Words that name the same in an institution's name; those that name nothing stand for an empty word."""
SMALL = frozenset({"of", "the", "for", "and", "s", "a", "an", "to", "in", "on", "de"})
SHORTEST_ACRONYM, LONGEST_ACRONYM = 2, 8


Nouns = frozenset[str]


def join_organisations(
    organisations: Sequence[Named], countries: Sequence[Named], judgements: Judgements
) -> tuple[Groups, list[LeftApart]]:
    """Groups of organisations, by their places, and the names that could not be placed."""
    groups = Groups(each.known(judgements.apart.get(each.key, {})) for each in organisations)
    same = by_key(organisations)
    _join_same_name(organisations, same, groups)
    unite_judged(groups, same, judgements)
    nouns = _join_institutions(organisations, countries, groups)
    left = _join_countryless(organisations, same, nouns, groups)
    left += _join_acronyms(organisations, same, groups)
    return groups, left


def _join_same_name(organisations: Sequence[Named], same: dict[Key, list[int]], groups: Groups) -> None:
    for numbers in same.values():
        by_country: dict[str | None, list[int]] = {}
        for number in numbers:
            by_country.setdefault(organisations[number].country, []).append(number)
        for alike in by_country.values():
            unite_all(groups, alike)


def _join_institutions(
    organisations: Sequence[Named], countries: Sequence[Named], groups: Groups
) -> dict[Nouns, list[int]]:
    """Unite each country's institutions of the same nouns; give the first of each by these nouns."""
    words = country_words(countries)
    institutions: dict[tuple[str, Nouns], list[int]] = {}
    for number, each in enumerate(organisations):
        if each.country:
            nouns = institution_nouns(each.key, words.get(each.country, set()))
            if nouns:
                institutions.setdefault((each.country, nouns), []).append(number)
    first: dict[Nouns, list[int]] = {}
    for (_, nouns), alike in institutions.items():
        unite_all(groups, alike)
        first.setdefault(nouns, []).append(alike[0])
    return first


def country_words(countries: Iterable[Named]) -> dict[str, set[str]]:
    """For each country's code the words by which the articles name it."""
    words: dict[str, set[str]] = {}
    for country in countries:
        own = words.setdefault(country.country or "", set(country.key))
        own.update(word for mention in country.mentions for word in key(mention.text))
    return words


def institution_nouns(name: Key, country: set[str]) -> Nouns:
    """What is left of an institution's name without its country and small words."""
    stems = (STEMS.get(word, word) for word in name if word not in country and word not in SMALL)
    return frozenset(stem for stem in stems if stem)


def _join_countryless(
    organisations: Sequence[Named],
    same: dict[Key, list[int]],
    nouns: Mapping[Nouns, list[int]],
    groups: Groups,
) -> list[LeftApart]:
    """A name without a country is the institution of that name, where the book has only one.

    It may also be one that is called so in other words: then somebody should look.
    """
    left = []
    for name, numbers in same.items():
        without = [number for number in numbers if organisations[number].country is None]
        institutions = [number for number in numbers if organisations[number].country]
        if without and institutions:
            left += _join_one(without[0], institutions, groups)
        elif without:
            left += _ask(without[0], nouns.get(institution_nouns(name, set()), ()), groups)
    return left


def _ask(name: int, others: Iterable[int], groups: Groups) -> list[LeftApart]:
    candidates = tuple(dict.fromkeys(groups.find(number) for number in others))
    if not candidates or groups.find(name) in candidates:
        return []
    return [LeftApart(name, candidates[:MOST_CANDIDATES])]


def _join_acronyms(
    organisations: Sequence[Named], same: dict[Key, list[int]], groups: Groups
) -> list[LeftApart]:
    initials: dict[str, list[int]] = {}
    for name, numbers in same.items():
        large = [word for word in name if word not in SMALL]
        for letters in {"".join(word[0] for word in name), "".join(word[0] for word in large)}:
            if SHORTEST_ACRONYM <= len(letters) <= LONGEST_ACRONYM:
                initials.setdefault(letters, []).extend(numbers)
    left = []
    for name, numbers in same.items():
        acronym = organisations[numbers[0]].name.replace(".", "")
        if len(name) == 1 and acronym.isupper():
            for number in dict.fromkeys(groups.find(number) for number in numbers):
                left += _join_one(number, initials.get(name[0], ()), groups)
    return left


def _join_one(name: int, longer: Iterable[int], groups: Groups) -> list[LeftApart]:
    """Join a name to the only organisation that it may be; several are left for somebody to decide."""
    candidates = tuple(dict.fromkeys(groups.find(number) for number in longer))
    if groups.find(name) in candidates:
        return []
    if len(candidates) == 1 and groups.unite(name, candidates[0]):
        return []
    return [LeftApart(name, candidates)] if len(candidates) > 1 else []
