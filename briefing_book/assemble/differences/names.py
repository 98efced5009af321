"""How sources name the same: the titles of a person, and what a plan or a place is called."""

from collections.abc import Iterator, Sequence

from briefing_book.assemble.differences.other_names import PLACES
from briefing_book.assemble.differences.rows import Sayings, same
from briefing_book.assemble.differences.titles import Title, alike, may_both_hold, thing_nouns, title_of
from briefing_book.assemble.institutions import Nouns
from briefing_book.assemble.reading import Library
from briefing_book.model import Difference, Entity, PlanCoverage
from briefing_book.names import Key, key


def title_differences(library: Library, entities: dict[str, Entity]) -> Iterator[Difference]:
    """Each person whom two sources call by no title in common: "ruler" here, "president" there."""
    words = _country_words(entities)
    for person in entities.values():
        if person.kind == "people" and len(person.roles) > 1:
            said: Sayings[Title] = Sayings(library)
            for role in person.roles:
                title = title_of(role.text, role.country, words.get(role.country or "", set()))
                if title:
                    said.add_all(title, role.passages)
            if said.differ(may_both_hold):
                said.keep_parted(may_both_hold)
                yield said.difference("names", f"What sources call {person.name}", [person.id])


def _country_words(entities: dict[str, Entity]) -> dict[str, set[str]]:
    """For each country's id the words by which articles name it."""
    countries = [each for each in entities.values() if each.kind == "countries"]
    return {
        each.id: {word for form in each.forms for word in key(form.text)} | set(key(each.name))
        for each in countries
    }


def plan_name_differences(
    library: Library, entities: dict[str, Entity], coverage: Sequence[PlanCoverage]
) -> Iterator[Difference]:
    """Each plan that two sources call by no name in common: "peace plan" here, "position paper" there."""
    countries = set().union(*_country_words(entities).values())
    for plan in coverage:
        said: Sayings[Nouns] = Sayings(library)
        for mention in plan.mentions:
            nouns = thing_nouns(mention.text, countries)
            if len(nouns) > 1:
                said.add(nouns, mention)
        if said.differ(alike):
            yield said.difference("names", f"What sources call {plan.plan.title}", [plan.id])


def place_name_differences(library: Library, entities: dict[str, Entity]) -> Iterator[Difference]:
    """Each country or place in one that two sources call by names of which none is the other's spelling."""
    for country in entities.values():
        places: dict[int, Sayings[Key]] = {}
        names: dict[int, dict[str, None]] = {}
        for form in country.forms if country.kind == "countries" else ():
            name = key(form.text)
            if name in PLACES:
                said = places.setdefault(PLACES[name], Sayings(library))
                names.setdefault(PLACES[name], {})[form.text] = None
                said.add_all(name, form.passages)
        for number, said in places.items():
            if said.differ(same):
                topic = f"One place, two names: {', '.join(names[number])}"
                yield said.difference("names", topic, [country.id])
