"""When a brief was made, and of which days it tells."""

from collections.abc import Iterable
from datetime import UTC, datetime

from briefing_book.assemble import edtf
from briefing_book.editions import History
from briefing_book.publish.print.subject import is_of_edition
from briefing_book.render.dates import in_words
from briefing_book.render.edition_words import day_of, edition_name
from briefing_book.render.view import View


def time_of(view: View, history: History | None, id: str, articles: Iterable[str]) -> int:
    """When the brief says that it was made: at its edition, or on the day of its newest article.

    In seconds since 1970.
    """
    if is_of_edition(id) and history and history.made:
        return int(history.made.timestamp())
    seen = view.seen(articles)
    known = edtf.bounds(seen[1]) if seen else None
    last = known and datetime(known[1].year, known[1].month, known[1].day, tzinfo=UTC)
    return int(last.timestamp()) if last else 0


def edition_of(view: View, history: History | None, id: str) -> tuple[str | None, str | None]:
    """The day of the edition, or of the newest article; and the edition's name with its day.

    A brief on one thing tells of neither: it is the same in each edition that does not change the thing.
    """
    if not is_of_edition(id):
        return None, None
    if history and history.last:
        day, name = day_of(history.last), edition_name(history.last)
        return day, f"{name}, {day}"
    seen = view.seen(view.book.sources)
    day_seen = in_words(seen[1]) if seen else None
    return day_seen, day_seen


def range_of(view: View, articles: Iterable[str]) -> str | None:
    """From when to when these articles were published, in words; None where no date is known."""
    seen = view.seen(articles)
    return in_words("/".join(dict.fromkeys(seen))) if seen else None
