"""Connections as a reader sees them: all that ties two entities together, the most telling relation first."""

from collections.abc import Iterable
from typing import NamedTuple

from briefing_book.model import Connection, Passage

TOGETHER = "named with"
"""The relation that tells least: it counts only where it adds a passage to the others."""

FROM_BEYOND = {
    "meets": "meets",
    "visits": "is visited by",
    "is to meet": "is to meet",
    "is to visit": "is to be visited by",
    "supports": "is supported by",
    "opposes": "is opposed by",
    "speaks about": "is spoken about by",
    TOGETHER: TOGETHER,
}
"""The relations, the most telling first, and how each reads from its other end."""

_RANK = {relation: rank for rank, relation in enumerate(FROM_BEYOND)}


class Relation(NamedTuple):
    """A relation as it reads from the first of two entities, and the passages that report it."""

    says: str
    passages: tuple[Passage, ...]


class Tie(NamedTuple):
    """All that ties two entities, by their ids. `rank`: what tells most has 0."""

    one: str
    other: str
    relations: tuple[Relation, ...]
    rank: int

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All passages that report a relation of the two."""
        return tuple(passage for relation in self.relations for passage in relation.passages)

    @property
    def telling(self) -> bool:
        """Whether there is more than their being named together."""
        return self.rank != _RANK[TOGETHER]


def ties_of(id: str, connections: Iterable[Connection]) -> list[Tie]:
    """What ties an entity to each other one; it stands first."""
    others: dict[str, list[Connection]] = {}
    for connection in connections:
        other = connection.target if connection.source == id else connection.source
        others.setdefault(other, []).append(connection)
    return _sorted(_tie(id, other, tied) for other, tied in others.items())


def ties(connections: Iterable[Connection]) -> list[Tie]:
    """What ties each two entities; the one whose doing tells most stands first."""
    pairs: dict[frozenset[str], list[Connection]] = {}
    for connection in connections:
        pairs.setdefault(frozenset((connection.source, connection.target)), []).append(connection)
    found = []
    for tied in pairs.values():
        first = min(tied, key=_rank)
        found.append(_tie(first.source, first.target, tied))
    return _sorted(found)


def _rank(connection: Connection) -> int:
    return _RANK.get(connection.relation, len(_RANK))


def _tie(one: str, other: str, connections: list[Connection]) -> Tie:
    relations: dict[str, list[Passage]] = {}
    cited: set[tuple[str, int]] = set()
    ranked = sorted(connections, key=_rank)
    for c in ranked:
        new = [p for p in c.passages if c.relation != TOGETHER or (p.article, p.sentence) not in cited]
        relations.setdefault(_says(c, one), []).extend(new)
        cited.update((p.article, p.sentence) for p in c.passages)
    told = tuple(Relation(says, tuple(passages)) for says, passages in relations.items() if passages)
    return Tie(one, other, told, _rank(ranked[0]))


def _says(connection: Connection, one: str) -> str:
    relation = connection.relation
    return relation if connection.source == one else FROM_BEYOND.get(relation, relation)


def _sorted(ties: Iterable[Tie]) -> list[Tie]:
    """The most telling first; of equals, those of most articles and passages."""
    return sorted(ties, key=_weight)


def _weight(tie: Tie) -> tuple[int, int, int]:
    passages = tie.passages
    return tie.rank, -len({passage.article for passage in passages}), -len(passages)
