"""The site: MkDocs turns `docs/` into `site/`, strictly, silently, and the same bytes every time.

It is built in `site.new` and swapped in when it is whole: a build that fails or dies leaves the site that
was there. A folder that holds anything but a site of ours is never touched; a marker file tells.
"""

import html
import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from briefing_book.errors import BookError
from briefing_book.files import beside, mend_swap, remove_folder, require_own_folders, swap_in
from briefing_book.model import Settings
from briefing_book.publish.lean import Lean
from briefing_book.publish.print.manifest import FOLDER, load_briefs
from briefing_book.publish.search import MOST_PAGES, Search
from briefing_book.publish.texts_mark import marker_text

PRODUCT = Path(__file__).parents[2]
"""Where the product's own `mkdocs.yml` and `templates/` stand."""

MARKER = ".briefing-book"


def build_site(book: Path, settings: Settings, epoch: int = 0, most_pages: int = MOST_PAGES) -> list[str]:
    """Build the book's `docs/` into its `site/`; the site's files, as sorted POSIX paths.

    `epoch` (seconds since 1970) is the date that the sitemap bears, unless SOURCE_DATE_EPOCH is set.
    Pagefind searches a book of more than `most_pages` pages, Material a smaller one.
    Raises `BookError` with all of MkDocs' warnings, or where a folder is not ours to write.
    """
    site = book / "site"
    new = beside(site, "new")
    require_own_folders(book)
    _clear(site)
    try:
        new.mkdir()
        (new / MARKER).write_text(marker_text(book / "facts"))
        _run_mkdocs(book, settings, new, epoch, Search(most_pages))
        _add_briefs(book, new)
        swap_in(site)
    finally:
        remove_folder(new, MARKER)
    remove_folder(beside(site, "old"), MARKER)
    return site_files(site)


def site_files(site: Path) -> list[str]:
    """All files of a site but the marker, as sorted POSIX paths."""
    found = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return sorted(file for file in found if file != MARKER)


def config_file(book: Path) -> Path:
    """The book's own `mkdocs.yml`, or the product's where it has none."""
    own = book / "mkdocs.yml"
    return own if own.is_file() else PRODUCT / "mkdocs.yml"


def _add_briefs(book: Path, site: Path) -> None:
    """Put the PDFs that were made of the book into the site."""
    for brief in load_briefs(book / FOLDER):
        made, published = book / FOLDER / brief.file, site / FOLDER / brief.file
        if made.is_file():
            published.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(made, published)


def _clear(site: Path) -> None:
    """Make room for a build: mend what a dead one left, and make sure that all of it is ours."""
    for folder in (site, beside(site, "new"), beside(site, "old")):
        _refuse_foreign(folder)
    mend_swap(site)
    for leftover in (beside(site, "new"), beside(site, "old")):
        remove_folder(leftover, MARKER)


def _refuse_foreign(folder: Path) -> None:
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARKER).is_file():
        raise BookError("holds files that no build made; move them away, the site is built there", folder)


def _run_mkdocs(book: Path, settings: Settings, target: Path, epoch: int, search: Search) -> None:
    file = config_file(book)
    with _source_date(epoch), _warnings() as warnings:
        try:
            config = load_config(
                str(file),
                docs_dir=str((book / "docs").absolute()),
                site_dir=str(target.absolute()),
                site_name=html.escape(settings.title),  # Material prints it as it is
                site_url=settings.site_url,
                strict=True,
            )
            config.extra["marking"] = settings.marking
            config.plugins["briefing-book/search"] = search
            config.plugins["briefing-book/lean"] = Lean()
            build(config)
        except (MkDocsException, TemplateError) as problem:
            reasons = warnings or [str(problem)]
            raise BookError("\n  ".join(["the site could not be built:", *reasons]), file) from None


@contextmanager
def _source_date(epoch: int) -> Iterator[None]:
    """MkDocs writes today's date into the sitemap and its archive unless this variable is set."""
    name = "SOURCE_DATE_EPOCH"
    if name in os.environ:
        yield
        return
    os.environ[name] = str(epoch)
    try:
        yield
    finally:
        del os.environ[name]


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """What MkDocs warns of meanwhile; none of it is printed."""
    logger, collector = logging.getLogger("mkdocs"), _Collector()
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(collector)
    try:
        yield collector.messages
    finally:
        logger.removeHandler(collector)
        logger.propagate = propagate
