"""One article's report of an event, and when two reports may be of the same one."""

from dataclasses import dataclass, field

from briefing_book.assemble import edtf
from briefing_book.model import Party, Passage

GROUPS = {
    "meeting": (
        "meet",
        "meeting",
        "talk",
        "talks",
        "negotiate",
        "confer",
        "consult",
        "summit",
        "host",
    ),
    "visit": ("visit", "travel", "trip", "arrive", "fly", "tour", "go"),
    "publication": ("release", "publish", "present", "propose", "announce", "unveil", "issue", "publication"),
    "agreement": ("sign", "agree", "adopt", "conclude", "ratify", "approve"),
    "attack": ("attack", "strike", "shell", "bomb", "fire", "hit", "bombard", "raid"),
    "invasion": ("invade", "invasion", "occupy", "annex", "seize", "capture"),
    "election": ("elect", "election", "vote", "re-elect"),
    "death": ("die", "kill", "death", "assassinate"),
    "call": ("call", "phone", "telephone"),
    "sanction": ("sanction", "impose"),
    "war": ("war", "fight", "battle"),
}
"""Kinds of events that different words tell."""

_GROUP = {kind: group for group, kinds in GROUPS.items() for kind in kinds}


@dataclass(frozen=True)
class Report:
    """What one sentence reports; `ids` are the participants that the book knows.

    `place` are its words for where, `when` those for an inexact date.
    """

    kind: str
    date: str | None
    planned: bool
    participants: tuple[Party, ...]
    passage: Passage
    place: Passage | None = None
    when: Passage | None = None
    ids: frozenset[str] = field(init=False)
    group: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "ids", frozenset(each.entity for each in self.participants if each.entity))
        object.__setattr__(self, "group", _GROUP.get(self.kind, self.kind))


def fits(one: Report, other: Report) -> bool:
    """Whether two reports of a kind may be of one event by date and participants."""
    if not one.date or not other.date:
        return False
    dated = edtf.contains(one.date, other.date) or edtf.contains(other.date, one.date)
    return dated and same_participants(one.ids, other.ids)


def tell_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether each of these names two parties or more, and none that the other names."""
    return len(one) > 1 and len(other) > 1 and not one & other


def same_participants(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether these may be the participants of one event.

    A country alone says too little, unless one names nobody else; two pairs of people need both in common.
    """
    shared = one & other
    if not shared:
        return False
    if len(shared) > 1 or one <= other or other <= one:
        return True
    crowded = all(sum(id.startswith("people/") for id in ids) > 1 for ids in (one, other))
    return not crowded and not all(id.startswith("countries/") for id in shared)
