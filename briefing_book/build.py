"""The way through the five steps: seeds in, the published book out."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec.structs import replace

from briefing_book import addresses, editorial
from briefing_book.articles import read_articles
from briefing_book.assemble import assemble
from briefing_book.assemble.contradictions import Mistake, Settled, settle
from briefing_book.editions import History, edition_time, history_of, make_edition
from briefing_book.model import Book, Corrections, Plan, Record, Settings
from briefing_book.publish.print import Briefs, PrintRun, asked, chosen, print_briefs
from briefing_book.publish.site import make_site
from briefing_book.publish.sources import Sources
from briefing_book.publish.standing import is_current, require_own_site
from briefing_book.reader import Reader
from briefing_book.render import Rendering, stage_pages
from briefing_book.render.corrected import told_corrections
from briefing_book.render.edition_words import in_short
from briefing_book.render.pictures.of_book import Drawings
from briefing_book.render.view import View
from briefing_book.same_article import article_of
from briefing_book.storage.files import require_own_folders, write_file
from briefing_book.storage.staging import BUILD, Staging
from briefing_book.up_to_date import Progress, bring_up_to_date

TEMPLATES = Path(__file__).parents[1] / "templates"


class Written(Record, frozen=True):
    """What people wrote for a book."""

    settings: Settings
    plans: tuple[Plan, ...]
    settled: Settled


class Assembled(Record, frozen=True):
    """A book, from what, and the ids of the articles that were in it before and that were read anew."""

    book: Book
    written: Written
    corrections: Corrections
    ledger: addresses.Addresses
    mistakes: tuple[Mistake, ...]
    before: tuple[str, ...]
    anew: tuple[str, ...]
    removed: tuple[str, ...]
    problems: tuple[str, ...]


class Report(Record, frozen=True):
    """What a build did: ids of articles, corrections set aside, briefs, and warnings, a line each.

    `edition` says what a new edition brought. `written` are the paths in the book of the files that it
    changed, beside those of the site.
    """

    book: Book
    settings: Settings
    history: History
    briefs: Briefs
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    mistakes: tuple[Mistake, ...]
    warnings: tuple[str, ...]
    edition: str | None
    written: tuple[str, ...]


def build(root: Path, progress: Progress, reader: Reader | None = None) -> Report:
    """Builds the book in the folder `root`; what has not changed is not made again.

    All of it is put into place together, or nothing. `reader` reads new articles if they are few. Raises
    `BookError` where a file that a person wrote is wrong.
    """
    staging = Staging(root)
    made = assembled(root, staging, progress, reader)
    book, mistakes = made.book, made.mistakes
    edition = make_edition(root, book, told_corrections(book, made.corrections), edition_time)
    if edition.file:
        staging.write(*edition.file)
    memory = root / BUILD / "pages.msgpack"
    before = memory.read_bytes() if memory.is_file() else None
    rendering = Rendering(book)
    with print_chosen(root, made, rendering.drawings, staging, progress, edition.history) as printing:
        progress("rendering its pages")
        pages = rendering.pages(TEMPLATES, edition.history, printing, before)
        warnings = stage_pages(pages, pages.hashes, root, staging)
        briefs = printing.finish()
    write_file(memory, pages.memory)
    del pages
    ledger = addresses.addresses_of(book, made.ledger)
    staging.write(addresses.FILE, addresses.addresses_text(ledger))
    progress("publishing the site")
    sources = sources_of(staging, edition.history)
    if not is_current(root, made.written.settings, sources):
        make_site(root, made.written.settings, staging.site, sources)
    written = staging.changed
    stayed = staging.commit()
    return Report(
        book=book,
        settings=made.written.settings,
        history=edition.history,
        briefs=briefs,
        added=tuple(a for a in made.anew if a not in made.before),
        changed=tuple(a for a in made.anew if a in made.before),
        removed=made.removed,
        mistakes=mistakes,
        edition=in_short(edition.history) if edition.file else None,
        written=written,
        warnings=(
            *(f"{seed.file}: {seed.reason}" for seed in book.skipped),
            *map(str, mistakes),
            *made.problems,
            *edition.problems,
            *briefs.problems,
            *warnings,
            *(f"{path}: changed while the book was built, so it stays; build again" for path in stayed),
        ),
    )


def sources_of(staging: Staging, history: History) -> Sources:
    """What the site is made from, as it will be in the book; it bears the date of the last edition."""
    epoch = int(history.made.timestamp()) if history.made else 0
    return Sources.staged(staging, epoch)


def assembled(root: Path, staging: Staging, progress: Progress, reader: Reader | None = None) -> Assembled:
    """The book of what the seeds hold and people wrote; what has not changed is not read again."""
    require_own_folders(root)
    require_own_site(root)
    written = load_written(root)
    read = read_articles(root, written.settled)
    facts = bring_up_to_date(root, written.settings, written.plans, read.versions, staging, progress, reader)
    progress("assembling the book")
    ledger = addresses.load_addresses(root)
    corrections, mistakes = read.settled.corrections, read.settled.mistakes
    book = assemble(
        written.settings,
        facts.found,
        written.plans,
        corrections,
        ledger,
        read.skipped,
        mistakes,
        read.also,
        facts.lost_edits,
    )
    before, anew, gone = map(_without_versions, (facts.before, facts.anew, facts.gone))
    problems = (*read.unused, *facts.problems)
    return Assembled(book, written, corrections, ledger, mistakes, before, anew, gone, problems)


def _without_versions(ids: Iterable[str]) -> tuple[str, ...]:
    """The ids of articles, without those of their earlier versions."""
    return tuple(id for id in ids if article_of(id) == id)


def print_chosen(
    root: Path,
    made: Assembled,
    drawings: Drawings,
    staging: Staging,
    progress: Progress,
    history: History,
    one_page: bool = False,
) -> PrintRun:
    """The briefs that the settings ask for; others go. `one_page`: each also on one page."""
    progress("printing its briefs")
    settings = made.written.settings
    printing = replace(settings.print, one_page=one_page or settings.print.one_page)
    wanted = chosen(drawings.view, printing)
    return PrintRun(root, staging, drawings, settings, TEMPLATES, wanted, history, others=False)


def print_pages(root: Path, pages: Sequence[str], one_page: bool, progress: Progress) -> Briefs:
    """The briefs of these pages, or without any those that the settings ask for.

    Raises `BookError` where a page is not known, or a file that a person wrote is wrong.
    """
    staging = Staging(root)
    made = assembled(root, staging, progress)
    history = history_of(root, made.book, told_corrections(made.book, made.corrections))
    if pages:
        view = View(made.book)
        wanted = asked(view, pages, one_page)
        briefs = print_briefs(root, staging, view, made.written.settings, TEMPLATES, wanted, history)
    else:
        drawings = Drawings(View(made.book))
        with print_chosen(root, made, drawings, staging, progress, history, one_page) as printing:
            briefs = printing.finish()
    staging.commit()
    return briefs


def load_written(root: Path) -> Written:
    """The settings, plans and corrections of a book. Raises `BookError` where one is wrong."""
    settled = settle(editorial.load_corrections(root), root / editorial.CORRECTIONS)
    return Written(editorial.load_settings(root), editorial.load_plans(root), settled)
