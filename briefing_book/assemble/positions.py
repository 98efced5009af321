"""Who supports or opposes what: each stance once, with all the passages that report it."""

from briefing_book.assemble.parties import Parties
from briefing_book.assemble.reading import Library
from briefing_book.model import BookPosition, Party, Passage, Stance
from briefing_book.names import Key, key

Stated = tuple[Party, Stance, Party]


def book_positions(library: Library, parties: Parties) -> tuple[BookPosition, ...]:
    """All positions of the book, in the order in which articles first report them."""
    stated: dict[tuple[Key, Stance, Key], tuple[Stated, list[Passage]]] = {}
    for reading in library.readings:
        for position in reading.facts.positions:
            holder = parties.party(reading.id, position.holder)
            target = parties.party(reading.id, position.target)
            same = (_identity(holder), position.stance, _identity(target))
            _, passages = stated.setdefault(same, ((holder, position.stance, target), []))
            passages.append(reading.passage(position))
    found = [BookPosition(*what, library.tidy(passages)) for what, passages in stated.values()]
    return tuple(sorted(found, key=lambda position: library.order(position.passages[0])))


def _identity(party: Party) -> Key:
    return (party.entity,) if party.entity else key(party.name)
