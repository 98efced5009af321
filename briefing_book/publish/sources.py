"""From where a site is built."""

from pathlib import Path

from briefing_book.model import Record
from briefing_book.publish.print.manifest import FOLDER

MOST_PAGES = 2_000
"""The pages of a book that Material's search serves: its index is loaded whole, some 4 KB a page."""


class Sources(Record, frozen=True):
    """The folders that a site is built from, and the date that its sitemap bears, in seconds since 1970.

    Pagefind searches a book of more than `most_pages` pages, Material a smaller one.
    """

    docs: Path
    briefs: Path
    facts: Path
    epoch: int = 0
    most_pages: int = MOST_PAGES

    @staticmethod
    def of(folder: Path, epoch: int = 0, most_pages: int = MOST_PAGES) -> "Sources":
        """Those of a book, or of a folder in which all three are as they will be in the book."""
        return Sources(folder / "docs", folder / FOLDER, folder / "facts", epoch, most_pages)
