"""What changed in a book since a day: in lines for a terminal, and as a brief to print."""

from pathlib import Path
from typing import NamedTuple

from briefing_book.build import TEMPLATES, assembled
from briefing_book.changes import lines_of
from briefing_book.editions import first_day, history_of
from briefing_book.publish.print import Briefs, Wanted, print_briefs
from briefing_book.publish.print.since import PREFIX
from briefing_book.render.corrected import told_corrections
from briefing_book.render.view import View
from briefing_book.storage.staging import Staging
from briefing_book.up_to_date import Progress


class Since(NamedTuple):
    """What changed, in lines, and the brief of it; there is none where nothing changed."""

    lines: str
    briefs: Briefs


def tell_since(root: Path, since: str, progress: Progress) -> Since:
    """What changed in the book in the folder `root` since a day, month or year, given in EDTF.

    The brief goes into `print/`. Raises `BookError` where `since` is none of these, or a file that a person
    wrote is wrong.
    """
    day = first_day(since)
    staging = Staging(root)
    made = assembled(root, staging, progress)
    history = history_of(root, made.book, told_corrections(made.book, made.corrections))
    brought = history.since(day)
    wanted = [Wanted(f"{PREFIX}{since}")] if brought else []
    progress("printing what changed")
    view, settings = View(made.book), made.written.settings
    briefs = print_briefs(root, staging, view, settings, TEMPLATES, wanted, history)
    staging.commit()
    return Since(lines_of(made.book, brought, since), briefs)
