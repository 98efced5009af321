"""The way through the five steps: seeds in, the published book out."""

import os
from collections.abc import Callable, Iterator
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
from briefing_book.publish.site import build_site
from briefing_book.read import read_seed, seed_files
from briefing_book.render import render, write_pages

TEMPLATES = Path(__file__).parents[1] / "templates"

Progress = Callable[[str], None]


class Written(Record, frozen=True):
    """What people wrote for a book."""

    settings: Settings
    plans: tuple[Plan, ...]
    settled: Settled


class Report(Record, frozen=True):
    """What a build did: ids of articles, corrections set aside, and warnings, a line each."""

    book: Book
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    mistakes: tuple[Mistake, ...]
    warnings: tuple[str, ...]


def build(root: Path, progress: Progress) -> Report:
    """Builds the book in the folder `root`; what has not changed is not read again.

    Raises `BookError`, before anything is written, where a file that a person wrote is wrong.
    """
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
    progress("rendering its pages")
    warnings = write_pages(render(book, TEMPLATES, edition_date()), root / "docs")
    addresses.save_addresses(root, addresses.addresses_of(book, ledger))
    progress("publishing the site")
    build_site(root, written.settings)
    return Report(
        book=book,
        added=tuple(a for a in anew if a not in before),
        changed=tuple(a for a in anew if a in before),
        removed=removed,
        mistakes=settled.mistakes,
        warnings=(
            *(f"{seed.file}: {seed.reason}" for seed in skipped),
            *map(str, settled.mistakes),
            *warnings,
        ),
    )


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
