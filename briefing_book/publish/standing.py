"""The site that stands in a book, and whether it is as it would be made now.

Nothing here takes MkDocs, which takes its time.
"""

from pathlib import Path

from briefing_book.errors import BookError
from briefing_book.model import Settings
from briefing_book.publish.kept.last_site import NO_SITE, LastSite, files_of
from briefing_book.publish.kept.records import Known, SiteFiles, SiteRecord, load_record
from briefing_book.publish.kept.whole import key_of_sources, key_of_whole
from briefing_book.publish.sources import Sources
from briefing_book.publish.texts_mark import site_of
from briefing_book.storage.staging import SITE, spare_site

PRODUCT = Path(__file__).parents[2]
"""Where the product's own `mkdocs.yml` and `templates/` stand."""

MARKER = ".briefing-book"
"""The file that tells a site of ours from anybody else's folder."""


def config_file(book: Path) -> Path:
    """The book's own `mkdocs.yml`, or the product's where it has none."""
    own = book / "mkdocs.yml"
    return own if own.is_file() else PRODUCT / "mkdocs.yml"


def site_files(site: Path) -> list[str]:
    """All files of a site but the marker, as sorted POSIX paths."""
    return sorted(file for file in files_of(site) if file != MARKER)


def last_site(book: Path) -> LastSite:
    """The site as the last build left it; an empty one where its marker names no record that we have."""
    record = _record(book, SiteRecord)
    return LastSite(book / SITE, record, spare_site(book)) if record else NO_SITE


def _record(book: Path, kind: type[Known]) -> Known | None:
    digest = site_of(book / SITE / MARKER)
    return load_record(book, digest, kind) if digest else None


def require_own_site(book: Path) -> None:
    """Raise `BookError` where `site/` holds a file that no build made: the next one would remove it."""
    site = book / SITE
    if not site.is_dir() or not any(site.iterdir()):
        return
    if not (site / MARKER).is_file():
        raise BookError("holds files that no build made; move them away, the site is built there", site)
    known = _record(book, SiteFiles)
    if known and (strange := set(site_files(site)) - known.files.keys()):
        why = "is no file that a build made; move it away, into docs/ if it is to be published"
        raise BookError(why, site / min(strange))


def is_current(book: Path, settings: Settings, sources: Sources) -> bool:
    """Whether the book's `site/` is what `make_site` would make, down to the last byte."""
    known = _record(book, SiteFiles)
    if known is None or known.whole is None:
        return False
    made_of = key_of_sources(config_file(book), settings, sources)
    if known.whole != key_of_whole(made_of, known.theme, sources.hashes):
        return False
    return site_files(book / SITE) == sorted(known.files) and all(map(last_site(book).holds, known.files))
