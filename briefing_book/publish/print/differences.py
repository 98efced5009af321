"""The differences of a brief: the matters on which sources do not agree, by kind, with what each source says.

Where there are too many, each kind gets its share of the room, and a matter first a row for each thing that
is said; what is left out is counted.
"""

from collections.abc import Callable, Mapping, Sequence

from briefing_book.model import Difference, DifferenceKind, DifferenceRow
from briefing_book.names import plain
from briefing_book.publish.print.lists import left_out, most, section
from briefing_book.publish.print.notes import Data, Notes
from briefing_book.render.dates import in_words

MOST_ROWS = 8
"""So many rows of a matter are printed."""
RULES: dict[DifferenceKind, tuple[str, str]] = {
    "dates": ("Dates", "Days given for one event that cannot both be right."),
    "places": ("Places", "Places given for one event that cannot both be right."),
    "numbers": (
        "Numbers",
        "Numbers given for one matter that cannot both be right. A count may have changed.",
    ),
    "positions": ("Positions", "What somebody supports by one source and opposes by another."),
    "plans": ("Plans", "The points of a plan found in each source, and those found only in others."),
    "wording": ("Wording", "The same words of somebody, told otherwise."),
    "names": ("Names", "What sources call the same person, plan or place, where two have nothing in common."),
}


def differences(notes: Notes, all: Sequence[Difference], of: str | None = None) -> Data | None:
    """The matters on which sources do not agree, by kind."""
    kinds = {kind: [each for each in all if each.kind == kind] for kind in RULES}
    rooms = shares({kind: len(matters) for kind, matters in kinds.items()}, notes.rows)
    groups, unshown = [], 0
    for kind, (title, rule) in RULES.items():
        shown, left = most(kinds[kind], lambda each: _sources(notes, each), rooms[kind])
        unshown += left
        if shown:
            matters = [difference(notes, each, of) for each in shown]
            groups.append({"title": title, "rule": rule, "matters": matters})
    return section("differences", "Differences between sources", groups, "groups", unshown, "matter")


def shares(numbers: Mapping[DifferenceKind, int], room: int) -> dict[DifferenceKind, int]:
    """How many of each kind there is room for: as many of each; where one has fewer, the others get more."""
    given: dict[DifferenceKind, int] = {}
    for kind in sorted(numbers, key=lambda kind: numbers[kind]):
        given[kind] = min(numbers[kind], room // (len(numbers) - len(given)))
        room -= given[kind]
    return given


def _sources(notes: Notes, difference: Difference) -> int:
    return notes.view.independent(row.passage for row in difference.rows)


def difference(notes: Notes, difference: Difference, of: str | None = None) -> Data:
    """A matter and what each source says of it."""
    about = [notes.named(id) for id in difference.about if notes.view.name(id) and id != of]
    shown, left = most(difference.rows, _news(difference.rows), MOST_ROWS)
    rows = [
        {
            "source": notes.source(row.passage.article),
            "says": in_words(row.says) if difference.kind == "dates" and row.says else row.says,
            "told": notes.shown(row.passage),
        }
        for row in shown
    ]
    says = any(row["says"] for row in rows)
    return {
        "topic": plain(difference.topic),
        "about": about,
        "rows": rows,
        "says": says,
        "more": left_out(left, "statement"),
    }


def _news(rows: Sequence[DifferenceRow]) -> Callable[[DifferenceRow], int]:
    """Ranks first what no row before says."""
    first: dict[str, DifferenceRow] = {}
    for row in rows:
        first.setdefault(row.says, row)
    return lambda row: row is first[row.says]
