"""What somebody supports by one source and opposes by another."""

from collections.abc import Iterable, Iterator

from briefing_book.assemble.differences.rows import Sayings, same
from briefing_book.assemble.reading import Library
from briefing_book.model import BookPosition, Difference


def position_differences(library: Library, positions: Iterable[BookPosition]) -> Iterator[Difference]:
    """Each two whom one source tells for, and another only against each other."""
    stances: dict[tuple[str, str], list[BookPosition]] = {}
    for each in positions:
        if each.holder.entity and each.target.entity:
            stances.setdefault((each.holder.entity, each.target.entity), []).append(each)
    for both, held in stances.items():
        said: Sayings[str] = Sayings(library)
        for each in held if len(held) > 1 else ():
            for passage in each.passages:
                said.add(each.stance, passage, each.stance)
        if said.differ(same):
            topic = f"Where {held[0].holder.name} stands on {held[0].target.name}"
            yield said.difference("positions", topic, both)
