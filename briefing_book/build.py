"""The way through the five steps: seeds in, the published book out."""

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from briefing_book import addresses, editorial
from briefing_book.assemble import assemble
from briefing_book.assemble.apply import corrected_info
from briefing_book.assemble.contradictions import Mistake, Settled, settle
from briefing_book.assemble.unknown import without_unknown
from briefing_book.errors import SeedError
from briefing_book.facts import articles_in, holds_text, read_facts, remove_facts, write_facts
from briefing_book.files import require_own_folders
from briefing_book.fingerprint import fingerprint
from briefing_book.model import Article, Book, Corrections, Facts, Plan, Record, Settings, SkippedSeed
from briefing_book.publish.print import Briefs, asked, chosen, print_briefs
from briefing_book.publish.site import build_site
from briefing_book.read import read_seed, seed_files
from briefing_book.render import render, write_pages
from briefing_book.render.view import View

TEMPLATES = Path(__file__).parents[1] / "templates"

Progress = Callable[[str], None]


class Written(Record, frozen=True):
    """What people wrote for a book."""

    settings: Settings
    plans: tuple[Plan, ...]
    settled: Settled


class Assembled(Record, frozen=True):
    """A book, from what, and the ids of the articles that were in it before and that were read anew."""

    book: Book
    written: Written
    ledger: addresses.Addresses
    mistakes: tuple[Mistake, ...]
    before: tuple[str, ...]
    anew: tuple[str, ...]
    removed: tuple[str, ...]


class Report(Record, frozen=True):
    """What a build did: ids of articles, corrections set aside, briefs, and warnings, a line each."""

    book: Book
    briefs: Briefs
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    mistakes: tuple[Mistake, ...]
    warnings: tuple[str, ...]


def build(root: Path, progress: Progress) -> Report:
    """Builds the book in the folder `root`; what has not changed is not read again.

    Raises `BookError`, before anything is written, where a file that a person wrote is wrong.
    """
    made = assembled(root, progress)
    book, mistakes = made.book, made.mistakes
    briefs = print_chosen(root, made, progress)
    progress("rendering its pages")
    pages = render(book, TEMPLATES, edition_date(), briefs.all)
    warnings = write_pages(pages, root / "docs")
    addresses.save_addresses(root, addresses.addresses_of(book, made.ledger))
    progress("publishing the site")
    build_site(root, made.written.settings)
    return Report(
        book=book,
        briefs=briefs,
        added=tuple(a for a in made.anew if a not in made.before),
        changed=tuple(a for a in made.anew if a in made.before),
        removed=made.removed,
        mistakes=mistakes,
        warnings=(
            *(f"{seed.file}: {seed.reason}" for seed in book.skipped),
            *map(str, mistakes),
            *briefs.problems,
            *warnings,
        ),
    )


def assembled(root: Path, progress: Progress) -> Assembled:
    """The book of what the seeds hold and people wrote; what has not changed is not read again."""
    require_own_folders(root)
    written = load_written(root)
    articles, skipped = read_seeds(root, written.settled.corrections)
    settled = without_unknown(written.settled, [article.info.id for article in articles])
    before = articles_in(root / "facts")
    found, anew = bring_up_to_date(root, written, articles, progress)
    removed = forget(root, before, articles)
    progress("assembling the book")
    ledger = addresses.load_addresses(root)
    book = assemble(
        written.settings, found, written.plans, settled.corrections, ledger, skipped, settled.mistakes
    )
    return Assembled(book, written, ledger, settled.mistakes, tuple(before), tuple(anew), removed)


def print_chosen(root: Path, made: Assembled, progress: Progress, one_page: bool = False) -> Briefs:
    """The briefs that the settings ask for; others go. `one_page`: each also on one page."""
    progress("printing its briefs")
    view, settings = View(made.book), made.written.settings
    printing = replace(settings.print, one_page=one_page or settings.print.one_page)
    wanted = chosen(view, printing)
    return print_briefs(root, view, settings, TEMPLATES, wanted, edition_date(), others=False)


def print_pages(root: Path, pages: Sequence[str], one_page: bool, progress: Progress) -> Briefs:
    """The briefs of these pages, or without any those that the settings ask for.

    Raises `BookError` where a page is not known, or a file that a person wrote is wrong.
    """
    made = assembled(root, progress)
    if not pages:
        return print_chosen(root, made, progress, one_page)
    view = View(made.book)
    wanted = asked(view, pages, one_page)
    return print_briefs(root, view, made.written.settings, TEMPLATES, wanted, edition_date())


def edition_date() -> datetime | None:
    """The date that SOURCE_DATE_EPOCH gives what is built, where it is set."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(seconds), UTC) if seconds.isdecimal() else None


def load_written(root: Path) -> Written:
    """The settings, plans and corrections of a book. Raises `BookError` where one is wrong."""
    settled = settle(editorial.load_corrections(root), root / editorial.CORRECTIONS)
    return Written(editorial.load_settings(root), editorial.load_plans(root), settled)


def read_seeds(root: Path, corrections: Corrections) -> tuple[list[Article], tuple[SkippedSeed, ...]]:
    """The articles that the seeds hold, with what people know better of them; and the unreadable seeds."""
    articles, skipped = [], []
    for path in seed_files(root / "seeds"):
        try:
            article = read_seed(path, root)
        except SeedError as problem:
            skipped.append(SkippedSeed(problem.file or path.name, problem.message))
            continue
        articles.append(Article(corrected_info(article.info, corrections), article.text))
    return articles, tuple(skipped)


def bring_up_to_date(
    root: Path, written: Written, articles: list[Article], progress: Progress
) -> tuple[list[tuple[Facts, str]], list[str]]:
    """The facts and texts of all articles, those found anew written to `facts/`; and the ids of these."""
    marks = {a.info.id: fingerprint(a, written.settings, written.plans) for a in articles}
    current = {facts.article.id: facts for facts in _current(root / "facts", articles, marks)}
    stale = [article for article in articles if article.info.id not in current]
    for facts, text in _extracted(stale, written, marks, progress):
        write_facts(root / "facts", facts, text)
        current[facts.article.id] = facts
    return [(current[a.info.id], a.text) for a in articles], [a.info.id for a in stale]


def _current(folder: Path, articles: list[Article], marks: dict[str, str]) -> Iterator[Facts]:
    """The facts that were found in these very texts, in the way in which they would be found now."""
    known = set(articles_in(folder))
    for article in articles:
        id = article.info.id
        if id in known and holds_text(folder, id, article.text):
            facts = read_facts(folder, id)
            if facts.fingerprint == marks[id]:
                yield facts


def _extracted(
    articles: list[Article], written: Written, marks: dict[str, str], progress: Progress
) -> Iterator[tuple[Facts, str]]:
    if not articles:
        return
    # spaCy takes a second to import: only where there is work for it.
    from briefing_book.extract.many import extract_all

    progress("loading the language model")
    found = extract_all(articles, written.settings.model, written.plans)
    for number, (article, facts) in enumerate(zip(articles, found, strict=True), 1):
        progress(f"read article {number} of {len(articles)}")
        yield replace(facts, fingerprint=marks[article.info.id]), article.text


def forget(root: Path, before: list[str], articles: list[Article]) -> tuple[str, ...]:
    """Takes away the facts of articles whose seeds are gone, and says which."""
    gone = sorted(set(before) - {article.info.id for article in articles})
    for article in gone:
        remove_facts(root / "facts", article)
    return tuple(gone)
