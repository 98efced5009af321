"""An event in a few words: "meeting (Ann Lee, Bo Chen, 3 May 2031)"."""

from collections.abc import Iterable

from babel.dates import format_date

from briefing_book.assemble import edtf
from briefing_book.assemble.reports import GROUPS
from briefing_book.model import Party

_GROUP = {kind: group for group, kinds in GROUPS.items() for kind in kinds}
MOST_NAMES = 4


def event_topic(what: str, kind: str, participants: Iterable[Party], date: str | None = None) -> str:
    """What is asked of an event, and which one it is: its participants that the book knows, and its day."""
    names = [party.name for party in participants if party.entity][:MOST_NAMES]
    told = ", ".join([*names, *day_in_words(date)])
    return f"{what} of the {_GROUP.get(kind, kind)}{f' ({told})' if told else ''}"


def day_in_words(date: str | None) -> list[str]:
    """A single day as a reader writes it; nothing for any other date."""
    days = edtf.bounds(date) if date else None
    return [format_date(days[0], "d MMMM y", locale="en")] if days and days[0] == days[1] else []
