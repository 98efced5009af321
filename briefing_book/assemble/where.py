"""Where the articles name the book's entities: sentence by sentence, and inside a passage."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from briefing_book.assemble.reading import Library
from briefing_book.model import Entity, Passage

Sentence = tuple[str, int]


class NamedWhere:
    """An index of all mentions of all entities."""

    def __init__(self, library: Library, entities: Iterable[Entity]) -> None:
        self._library = library
        self._places: dict[str, list[tuple[int, int, str]]] = {each.id: [] for each in library.readings}
        self._ids: dict[Sentence, dict[str, None]] = {}
        for entity in entities:
            for passage in (each for form in entity.forms for each in form.passages):
                self._places[passage.article].append((passage.start, passage.end, entity.id))
                self._ids.setdefault((passage.article, passage.sentence), {})[entity.id] = None
        for places in self._places.values():
            places.sort()

    def sentences(self) -> Iterator[tuple[Passage, tuple[str, ...]]]:
        """All sentences that name an entity, and the ids of those that they name."""
        for (article, number), ids in self._ids.items():
            yield self._library.by_id[article].sentence(number), tuple(ids)

    def beside(self, passage: Passage) -> set[str]:
        """The ids of the entities that the sentence names in which a passage starts."""
        return set(self._ids.get((passage.article, passage.sentence), ()))

    def inside(self, passage: Passage) -> tuple[str, ...]:
        """The ids of the entities that a passage names, in its order."""
        places = self._places[passage.article]
        found: dict[str, None] = {}
        for place in range(bisect_left(places, (passage.start,)), len(places)):
            start, end, id = places[place]
            if start >= passage.end:
                break
            if end <= passage.end:
                found[id] = None
        return tuple(found)
