"""Which organisations of different articles are one.

The same name is one organisation, unless it is the institution of two countries; an institution of one
country is one by its nouns. Any other name is placed among the longer ones that it may stand for. A name such
as "the Foreign Ministry", which says no country, is placed article by article.
"""

from collections.abc import Mapping, Sequence

from briefing_book.assemble.institutions import CountryWords, Nouns
from briefing_book.assemble.judgements import Judgements
from briefing_book.assemble.named import Named
from briefing_book.assemble.organisation_names import OrganisationName, OrganisationNames
from briefing_book.assemble.placing import Candidate, Place, by_key, unite_all, unite_judged
from briefing_book.assemble.unions import Groups
from briefing_book.country_names import country_name
from briefing_book.names import Key, key

UNHEEDED = frozenset({"apart in one article"})
"""An article's facts often have an organisation's name and its acronym apart."""
BRACKET = len(" (")
Bearers = dict[tuple[Key, str | None], list[int]]
"""Those of one name that are one country's institutions, or no country's."""
Institutions = dict[Nouns, dict[str, int]]
"""One institution of these nouns for each country."""


def join_organisations(
    organisations: Sequence[Named], groups: Groups, countries: CountryWords, judgements: Judgements
) -> Place:
    """Unite those of `organisations`, by their places, that are one; give what could not be placed."""
    place = Place(organisations, groups, UNHEEDED)
    unite_judged(groups, by_key(organisations), judgements)
    bearers: Bearers = {}
    for number, each in enumerate(organisations):
        bearers.setdefault((each.key, each.country), []).append(number)
    institutions = _join_institutions(bearers, groups, countries)
    told = {name: countries.institution(*name) for name in bearers}
    vague = {name: nouns for name, (code, nouns) in told.items() if code is None and nouns in institutions}
    for name, numbers in bearers.items():
        if name not in vague:
            unite_all(groups, numbers)
    for words, country in sorted(vague, key=lambda name: name[0]):
        _place_vague(words, bearers, institutions[vague[words, country]], place, judgements)
    _place_names(organisations, {name: bearers[name] for name in bearers if name not in vague}, place)
    return place


def _join_institutions(bearers: Bearers, groups: Groups, countries: CountryWords) -> Institutions:
    """Unite each country's institutions of the same nouns."""
    institutions: Institutions = {}
    for name, numbers in bearers.items():
        code, nouns = countries.institution(*name)
        if code and nouns:
            first = institutions.setdefault(nouns, {}).setdefault(code, numbers[0])
            unite_all(groups, [first, numbers[0]], (f"the same institution of {country_name(code)}",))
    return institutions


def _place_vague(
    words: Key, bearers: Bearers, institutions: Mapping[str, int], place: Place, judgements: Judgements
) -> None:
    """Place each bearer of a name without a country among the countries' institutions of its nouns."""
    how = [_how((words, code) in bearers, len(institutions) == 1) for code in institutions]
    candidates = [Candidate(number, each) for number, each in zip(institutions.values(), how, strict=True)]
    alone = []
    for number in bearers[words, None]:
        if words in judgements.merged or not place.among(number, candidates):
            alone.append(number)
    if alone:
        unite_all(place.groups, alone)


def _how(is_written_so: bool, is_only: bool) -> tuple[str, ...]:
    name = "institution of this name" if is_written_so else "institution in other words"
    return (name, "only one") if is_only else (name,)


def _place_names(organisations: Sequence[Named], bearers: Bearers, place: Place) -> None:
    """Place each name among those that are longer than it."""
    longer = OrganisationNames()
    acronyms = Acronyms(organisations)
    anywhere = {country for _, country in bearers} | {None}
    order = sorted(bearers, key=lambda name: (-len("".join(name[0])), name[0], name[1] or ""))
    for words, country in order:
        numbers = bearers[words, country]
        name = OrganisationName.of(organisations[numbers[0]].called, words)
        related = longer.related(name)
        own = {None, country} if country else anywhere
        place.among(
            numbers[0], [Candidate(n, (how,)) for n, how in related if organisations[n].country in own]
        )
        longer.add(numbers[0], name, acronyms.of(numbers))


class Acronyms:
    """The acronyms by which articles call organisations that they name in full as well.

    Those are its other forms, and what stands in brackets behind it: "the League of Island Ports (LIP)".
    """

    def __init__(self, organisations: Sequence[Named]) -> None:
        self._organisations = organisations
        self._at: dict[tuple[str, int], str] = {}
        for each in organisations:
            if OrganisationName.of(each.called, each.key).is_acronym:
                places = ((mention.article, mention.start) for mention in each.mentions)
                self._at |= dict.fromkeys(places, each.key[0])

    def of(self, numbers: Sequence[int]) -> set[str]:
        """Those of the organisation that these names make."""
        mentions = [mention for number in numbers for mention in self._organisations[number].mentions]
        forms = [OrganisationName.of(text, key(text)) for text in {mention.text for mention in mentions}]
        behind = ((self._at.get((each.article, each.end + BRACKET)), each.text[:1]) for each in mentions)
        return {form.written[0] for form in forms if form.is_acronym} | {
            acronym for acronym, initial in behind if acronym and acronym[0] == initial.casefold()
        }
