"""Editions: each build that changes what the book holds makes one, which says what came and what went.

The book's folder `editions/` holds a file for each. All of them together tell what a reader was given so far;
what the book now holds beyond that is the next edition. Files are only ever added.
"""

from briefing_book.editions.brought import BookFact, Brought, Gone
from briefing_book.editions.dates import edition_time, first_day
from briefing_book.editions.files import FOLDER, Loaded, edition_file, edition_text, load_editions
from briefing_book.editions.history import History
from briefing_book.editions.making import Made, history_of, make_edition, next_edition
from briefing_book.editions.state import REPORTED
from briefing_book.editions.things import Things, things_of

__all__ = [
    "FOLDER",
    "REPORTED",
    "BookFact",
    "Brought",
    "Gone",
    "History",
    "Loaded",
    "Made",
    "Things",
    "edition_file",
    "edition_text",
    "edition_time",
    "first_day",
    "history_of",
    "load_editions",
    "make_edition",
    "next_edition",
    "things_of",
]
