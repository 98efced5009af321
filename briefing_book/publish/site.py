"""The site: MkDocs turns `docs/` into `site/`, strictly, silently, and the same bytes every time.

It is made beside the last one, which gives what is unchanged, and takes its place when it is whole. A folder
that holds anything but a site of ours is never touched; a marker file tells.
"""

import shutil
from pathlib import Path

from briefing_book.model import Record, Settings
from briefing_book.publish.kept.compiled import CompiledTheme
from briefing_book.publish.kept.last_site import NO_SITE, LastSite
from briefing_book.publish.kept.plugin import Keep, Stale
from briefing_book.publish.kept.records import SiteRecord, digest_of_files, forget_records, save_record
from briefing_book.publish.kept.whole import key_of_sources, key_of_whole
from briefing_book.publish.lean import Lean
from briefing_book.publish.mkdocs_run import run_mkdocs
from briefing_book.publish.print.manifest import FOLDER, load_briefs
from briefing_book.publish.search import Search
from briefing_book.publish.sources import MOST_PAGES, Sources
from briefing_book.publish.standing import (
    MARKER,
    config_file,
    is_current,
    last_site,
    require_own_site,
    site_files,
)
from briefing_book.publish.texts_mark import marker_text
from briefing_book.storage.files import require_own_folders
from briefing_book.storage.staging import BUILD, Staging

LIGHT = f"{BUILD}/light"
"""Where the pages stand that Pagefind reads."""


class Made(Record, frozen=True):
    """A site that was made: its files, and the sources of the pages that were built and that were kept.

    Where it stood already as it would be made, no page was built.
    """

    files: tuple[str, ...]
    built: tuple[str, ...]
    kept: tuple[str, ...]


def build_site(book: Path, settings: Settings, epoch: int = 0, most_pages: int = MOST_PAGES) -> Made:
    """Build the book's `docs/` into its `site/`, as `make_site` does, and put it in the place of the last.

    Raises `BookError` as it does, and where a folder is not ours to write.
    """
    sources = Sources.of(book, epoch, most_pages)
    require_own_folders(book)
    require_own_site(book)
    if is_current(book, settings, sources):
        record = last_site(book).record
        return Made(tuple(sorted(record.files)), (), tuple(sorted(record.pages)))
    staging = Staging(book)
    made = make_site(book, settings, staging.site, sources)
    staging.commit()
    return made


def make_site(book: Path, settings: Settings, target: Path, sources: Sources) -> Made:
    """Make the site of a book in a folder that is not there yet; what is unchanged comes from `site/`.

    Files that were taken over are second links to those of `site/`: to be replaced, never to be written into.
    Raises `BookError` with all of MkDocs' warnings.
    """
    last = last_site(book)
    forget_records(book, [digest_of_files(last.record.files)] if last.record.files else ())
    try:
        return _make(book, settings, target, sources, last)
    except Stale:
        shutil.rmtree(target)
        return _make(book, settings, target, sources, NO_SITE)


def _make(book: Path, settings: Settings, target: Path, sources: Sources, last: LastSite) -> Made:
    target.mkdir(parents=True)
    marker = target / MARKER
    marker.write_text(marker_text(sources.texts))
    config = config_file(book)
    search = Search(book / LIGHT, sources.most_pages, last)
    compiled = CompiledTheme(book)
    keep = Keep(last, search, sources.hashes, compiled)
    made_of = key_of_sources(config, settings, sources)
    run_mkdocs(config, settings, target, sources, (search, Lean(), keep))
    compiled.save()
    _add_briefs(sources.briefs, target)
    files = {file: last.stamp(file, f"{target}/{file}") for file in site_files(target)}
    unchanged = made_of == key_of_sources(config, settings, sources)
    whole = key_of_whole(made_of, keep.theme, sources.hashes) if keep.pages and unchanged else None
    record = SiteRecord(
        files=files,
        theme=keep.theme,
        whole=whole,
        site=keep.site,
        pages=keep.pages,
        blanks=keep.blanks,
        indexed=search.indexed,
    )
    save_record(book, record)
    marker.write_text(marker_text(sources.texts, digest_of_files(files)))
    return Made(tuple(files), keep.built, keep.kept)


def _add_briefs(folder: Path, site: Path) -> None:
    """Put the PDFs that were made of the book into the site."""
    for brief in load_briefs(folder):
        made, published = folder / brief.file, site / FOLDER / brief.file
        if made.is_file():
            published.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(made, published)
