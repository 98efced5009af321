"""Where: sources that put one event in countries, or in towns far from each other, that cannot both be right.

A town and its own country may both be right; so may what is no town that the table of towns knows.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing_book.assemble.differences.rows import Sayings
from briefing_book.assemble.differences.topics import event_topic
from briefing_book.assemble.differences.towns import may_be_one
from briefing_book.assemble.reading import Library
from briefing_book.model import BookEvent, CountryMention, Difference, Passage
from briefing_book.names import Key, key

_REGIONS = "region oblast province state county district territory area republic north south east west"
REGIONS = frozenset(_REGIONS.split())
"""Words that make of a town's name that of the land around it."""


class Where(NamedTuple):
    """A country, by its code, and a town in it, or none."""

    country: str
    town: Key = ()


def place_differences(library: Library, events: Sequence[BookEvent]) -> Iterator[Difference]:
    """Each event that two sources put in different places."""
    for event in events:
        if len({passage.article for passage in event.places}) > 1:
            said: Sayings[Where] = Sayings(library)
            for passage in event.places:
                if where := _where(library, passage):
                    said.add(where, passage)
            if said.differ(_agree):
                topic = event_topic("Place", event.kind, event.participants, event.date)
                about = [party.entity for party in event.participants if party.entity]
                yield said.difference("places", topic, about)


def _where(library: Library, passage: Passage) -> Where | None:
    """The one country that a place's words name, and the one town in it."""
    named = _mentions(library, passage)
    countries = {code for code, _ in named}
    towns = {key(mention.text) for _, mention in named if mention.kind == "place"}
    if len(countries) != 1:
        return None
    region = not REGIONS.isdisjoint(key(passage.text))
    return Where(countries.pop(), towns.pop() if len(towns) == 1 and not region else ())


def _mentions(library: Library, passage: Passage) -> list[tuple[str, CountryMention]]:
    """The mentions of countries, and of places in them, inside a passage, with the countries' codes."""
    countries = library.by_id[passage.article].facts.countries
    return [
        (country.code, mention)
        for country in countries
        for mention in country.mentions
        if passage.start <= mention.start and mention.end <= passage.end and mention.kind != "demonym"
    ]


def _agree(one: Where, other: Where) -> bool:
    if one.country != other.country:
        return False
    return not one.town or not other.town or one.town == other.town or may_be_one(*one, other.town)
