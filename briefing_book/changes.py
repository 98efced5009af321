"""What was brought, as lines for a terminal. Nothing in an article can do more there than be read."""

from collections.abc import Iterator, Sequence

from briefing_book.editions import Brought
from briefing_book.model import Book, BookEvent, BookPosition, BookQuotation
from briefing_book.names import plain
from briefing_book.render.dates import in_words
from briefing_book.render.edition_words import gone_lines, in_numbers
from briefing_book.render.environment import upfirst
from briefing_book.render.happenings import noun
from briefing_book.render.passages import shortened
from briefing_book.render.speech import each_once

MOST = 30
"""So many of a kind are told; the others are counted."""
_LONGEST = 140


def lines_of(book: Book, brought: Brought, since: str) -> str:
    """What was brought since a date given in EDTF, a line each under headings."""
    if not brought:
        return f"Nothing has changed since {in_words(since)}."
    told = [f"Since {in_words(since)}: {in_numbers(brought.counts) or 'nothing new'}."]
    for heading, rows in _parts(book, brought):
        if rows:
            told += [f"{heading}:", *(f"  {_safe(row)}" for row in rows[:MOST])]
            told += [f"  and {len(rows) - MOST:,} more"] if len(rows) > MOST else []
    return "\n".join(told)


def _parts(book: Book, brought: Brought) -> Iterator[tuple[str, Sequence[str]]]:
    points = {each.id: plan.plan.title for plan in book.plans for each in plan.points}
    yield "New articles", [_article(book, id) for id in brought.articles]
    yield "New versions of articles", [_article(book, id) for id in brought.versions]
    yield "New people", [each.name for each in brought.people]
    yield "New countries", [each.name for each in brought.countries]
    yield "New organisations", [each.name for each in brought.organisations]
    whole = (each for each in each_once(brought.quotations) if not each.fragment)
    yield "New quotations", [_quotation(each) for each in whole]
    yield "New positions", [_position(each) for each in brought.positions]
    yield "New events", [_event(each) for each in brought.events]
    yield (
        "Newly reported points",
        [f"{points[each.id]}, point {each.point.number}: {each.point.title}" for each in brought.points],
    )
    yield "New differences", [each.topic for each in brought.differences]
    yield "Corrections", brought.corrections
    yield "Gone", [*gone_lines(book, brought)]


def _article(book: Book, id: str) -> str:
    info = book.sources[id].info
    by = f"{info.publisher}, " if info.publisher else ""
    return f"{info.title} ({by}{in_words(info.published)})"


def _quotation(quotation: BookQuotation) -> str:
    said = shortened(plain(quotation.passage.text), _LONGEST)
    speaker = quotation.speaker.name if quotation.speaker else "No one speaker"
    return f"{speaker}: “{said}”" if quotation.direct else f"{speaker}: {said}"


def _position(position: BookPosition) -> str:
    return f"{position.holder.name} {position.stance} {position.target.name}"


def _event(event: BookEvent) -> str:
    planned = "planned " if event.planned else ""
    words = shortened(plain(event.passages[0].text), _LONGEST)
    return f"{upfirst(in_words(event.date))}, {planned}{noun(event.kind)}: {words}"


def _safe(row: str) -> str:
    """The row without what would move a terminal's cursor or turn its text around."""
    return "".join(c if c.isprintable() else " " for c in plain(row))
