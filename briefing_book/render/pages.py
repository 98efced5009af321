"""Which pages a book has, each from which template."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from briefing_book.assemble.collector import no_collection
from briefing_book.editions import History, things_of
from briefing_book.forks import beside
from briefing_book.model import Book, PlanCoverage
from briefing_book.render.changes import changes
from briefing_book.render.citations import Citations
from briefing_book.render.data import PAGE, TABLES, data_files, listed
from briefing_book.render.earlier import changed_in, earlier_pages
from briefing_book.render.feed import FEED, feed
from briefing_book.render.kept import Kept
from briefing_book.render.links import page_path
from briefing_book.render.lists import INDEXES, Wanted, across, lists, section_lists, section_pages, sections
from briefing_book.render.pictures.of_book import Drawings
from briefing_book.render.press import BriefsOf, Desk, File, Press, set_aside
from briefing_book.render.published import published
from briefing_book.render.view import View

HOME = "index.md"


class Rendered(Mapping[str, str]):
    """The texts of all pages and data files, by their POSIX paths in `docs/`.

    `hashes` are their SHA-256. The text of a page that is as before is made only where somebody asks for it.
    `made` are the paths of the others, `memory` is what the next build needs to know of this one.
    """

    def __init__(self, press: Press, memory: bytes) -> None:
        self._press = press
        self.hashes = dict(sorted(press.hashes.items()))
        self.made = frozenset(press.texts)
        self.memory = memory

    def __getitem__(self, path: str) -> str:
        return self._press.text(path)

    def __iter__(self) -> Iterator[str]:
        return iter(self.hashes)

    def __len__(self) -> int:
        return len(self.hashes)


def render(
    book: Book,
    templates: Path,
    history: History | None = None,
    briefs: BriefsOf = MappingProxyType({}),
    before: bytes | None = None,
) -> Rendered:
    """Every page and data file of the book, as `Rendering` makes them."""
    return Rendering(book).pages(templates, history, briefs, before)


class Rendering:
    """The rendering of a book, which begins with its data files, in a fork.

    `drawings` has its view, for others that show the same book.
    """

    def __init__(self, book: Book) -> None:
        self._book = book
        self.drawings = drawings = Drawings(View(book))
        # Of articles that are not shown whole, they hold what the pages cite, which is not known yet.
        self._data = beside(lambda: _data_files(drawings.view)) if book.publish == "articles" else None

    @no_collection()
    def pages(
        self,
        templates: Path,
        history: History | None = None,
        briefs: BriefsOf = MappingProxyType({}),
        before: bytes | None = None,
    ) -> Rendered:
        """Every page and data file.

        `history` tells of the book's editions, none if it is not given; `briefs` are the PDFs of its pages.
        `before` is the memory of an earlier build of this or any book, without which all pages are made.
        """
        kept = Kept(before, templates)
        press, told = Press(templates, kept), history or History(self._book, things_of(self._book, {}))
        desk = Desk(self.drawings, told, briefs)
        wanted_pages = list(_wanted(desk.view, told))
        with set_aside():
            for wanted in _with_briefs_last(wanted_pages, briefs):
                press.print(desk, wanted)
        press.note_cited(path for path, _, _ in wanted_pages)
        shown = desk
        if self._book.publish != "articles":
            shown = Desk(Drawings(View(published(self._book, press.citations))), told, briefs)
        for wanted in _articles(shown.view, press.citations):
            press.print(shown, wanted)
        for wanted in _redirects(desk.view):
            if wanted[0] not in press.hashes:
                press.print(desk, wanted)
        files = self._data() if self._data else _data_files(shown.view)
        sizes = {path: len(file.data) for path, file in files.items()}
        press.print(shown, (PAGE, "data", {"files": listed(sizes), "tables": TABLES}))
        for path, file in (files | {FEED: File.of(feed(shown.view, told))}).items():
            press.add(path, file)
        return Rendered(press, kept.memory())


def _data_files(view: View) -> dict[str, File]:
    return {path: File.of(text) for path, text in data_files(view).items()}


def _with_briefs_last(pages: Iterable[Wanted], briefs: BriefsOf) -> list[Wanted]:
    """The pages in another order: those that name briefs can wait until these are made."""
    later = {HOME, *map(page_path, briefs)}
    return sorted(pages, key=lambda wanted: wanted[0] in later)


def _wanted(view: View, history: History) -> Iterator[Wanted]:
    last = history.last
    yield HOME, "home", {"edition": last, "brought": last and history.chapter(last)}
    yield "changes.md", "changes", {"changes": changes(view, history)}
    yield from across(view)
    yield "about.md", "about", {}
    yield from _entities(view)
    yield "plans/index.md", "plans", {}
    for plan in view.book.plans:
        yield from _plan(view, plan)
    yield from lists(view)


def _articles(view: View, citations: Citations) -> Iterator[Wanted]:
    """The articles' own pages, which tell what the others cite of them."""
    for article in view.book.sources:
        source = view.marked(article)
        given = {"article": article, "citing": citations.of(article), **changed_in(source)}
        yield page_path(f"sources/{article}"), "source", given
        yield from earlier_pages(source)


def _entities(view: View) -> Iterator[Wanted]:
    for kind, words in INDEXES.items():
        for entity in view.entities(kind):
            if entity.page:
                rows = section_lists(view, entity)
                cuts = sections(view, entity.id, rows)
                given = {"entity": entity, "heading": words["heading"], "cuts": cuts}
                yield page_path(entity.id), "entity", given
                yield from section_pages(entity.id, rows, cuts)


def _plan(view: View, plan: PlanCoverage) -> Iterator[Wanted]:
    rows = section_lists(view, plan)
    cuts = sections(view, plan.id, rows)
    author = view.country(plan.plan.author)
    yield page_path(plan.id), "plan", {"coverage": plan, "author": author, "cuts": cuts}
    yield from section_pages(plan.id, rows, cuts)
    around = (None, *plan.points, None)
    for n, covered in enumerate(plan.points):
        given = {"covered": covered, "before": around[n], "after": around[n + 2]}
        yield page_path(covered.id), "point", {"coverage": plan, "plan_file": page_path(plan.id), **given}


def _redirects(view: View) -> Iterator[Wanted]:
    for entity in view.book.entities.values():
        for address in entity.former:
            yield page_path(address), "redirect", {"to": entity.id, "name": entity.name}
