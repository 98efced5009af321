"""From where a site is built."""

from pathlib import Path

from briefing_book.facts import FACTS
from briefing_book.model import Record
from briefing_book.publish.print.manifest import FOLDER
from briefing_book.publish.texts_mark import TEXT, digest_of_texts
from briefing_book.storage.hashes import Hashes
from briefing_book.storage.staging import Staging

_DOCS = "docs"
MOST_PAGES = 2_000
"""The pages of a book that Material's search serves: its index is loaded whole, some 4 KB a page."""


class Sources(Record, frozen=True):
    """The folders that a site is built from, and the date that its sitemap bears, in seconds since 1970.

    `hashes` gives those of their files; `texts` is the digest of the articles that the pages are of. Pagefind
    searches a book of more than `most_pages` pages, Material a smaller one.
    """

    docs: Path
    briefs: Path
    texts: str
    hashes: Hashes
    epoch: int = 0
    most_pages: int = MOST_PAGES

    @staticmethod
    def of(folder: Path, epoch: int = 0, most_pages: int = MOST_PAGES) -> "Sources":
        """Those of a book, or of a folder in which all is as it will be in the book."""
        hashes = Hashes(folder)
        texts = digest_of_texts(hashes.within(folder / FACTS, TEXT))
        return Sources(folder / _DOCS, folder / FOLDER, texts, hashes, epoch, most_pages)

    @staticmethod
    def staged(staging: Staging, epoch: int) -> "Sources":
        """Those of a book as it will be."""
        texts = digest_of_texts(staging.hashes_in(FACTS, TEXT))
        return Sources(staging.tree(_DOCS), staging.tree(FOLDER), texts, staging.hashes, epoch)
