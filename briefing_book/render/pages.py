"""Which pages a book has, each from which template."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from jinja2 import Environment

from briefing_book.model import Book, Brief, PlanCoverage
from briefing_book.render.citations import Citations
from briefing_book.render.data import PAGE, TABLES, data_files, listed
from briefing_book.render.environment import environment
from briefing_book.render.feed import FEED, feed, newest
from briefing_book.render.in_article import InArticles
from briefing_book.render.linked_pages import linked_page
from briefing_book.render.links import Page, page_path
from briefing_book.render.lists import INDEXES, Wanted, lists, section_lists, section_pages, sections
from briefing_book.render.pictures.of_book import Drawings, Pictures
from briefing_book.render.published import published
from briefing_book.render.text import kinds, paragraphs
from briefing_book.render.view import View

_BLANK_LINES = re.compile(r"\n{3,}")
_ACROSS = ("connections", "changes", "review", "about")


def render(
    book: Book, templates: Path, built: datetime | None = None, briefs: Iterable[Brief] = ()
) -> dict[str, str]:
    """The text of every page and data file of the book, by its POSIX path in `docs/`.

    `built` is the date that whoever builds the book gives this edition; `briefs` are its PDFs.
    """
    view, citations, env = View(book), Citations(), environment(templates)
    env.globals["pictures"] = partial(Pictures, Drawings(view))
    dated = built or newest(book)
    env.globals["briefs"] = _by_page(briefs)
    env.globals["edition"] = dated.date().isoformat() if dated else None
    pages = {wanted[0]: _page(env, view, wanted, citations) for wanted in _wanted(view)}
    shown = view if book.publish == "articles" else View(published(book, citations))
    pages |= {wanted[0]: _page(env, shown, wanted, citations) for wanted in _articles(shown, citations)}
    pages = {wanted[0]: _page(env, view, wanted) for wanted in _redirects(view)} | pages
    files = data_files(shown)
    pages[PAGE] = _page(env, shown, (PAGE, "data", {"files": listed(files), "tables": TABLES}))
    return dict(sorted((pages | files | {FEED: feed(shown, built)}).items()))


def _page(env: Environment, view: View, wanted: Wanted, citations: Citations | None = None) -> str:
    """The text of a page; what it cites is noted in `citations`."""
    path, name, given = wanted
    page, linked = Page(path, view), linked_page(view, path, name, given)
    text = env.get_template(f"{name}.md.j2").render(view=view, page=page, linked=linked, **given)
    whole = _BLANK_LINES.sub("\n\n", text).strip() + "\n"
    if citations:
        citations.add(page, whole)
    return whole


def _by_page(briefs: Iterable[Brief]) -> dict[str, list[Brief]]:
    """The briefs of each page, the longer first."""
    found: dict[str, list[Brief]] = defaultdict(list)
    for brief in sorted(briefs, key=lambda each: each.one_page):
        found[brief.id].append(brief)
    return dict(found)


def _wanted(view: View) -> Iterator[Wanted]:
    yield "index.md", "home", {}
    for name in _ACROSS:
        yield f"{name}.md", name, {}
    yield from _entities(view)
    yield "plans/index.md", "plans", {}
    for plan in view.book.plans:
        yield from _plan(view, plan)
    yield from lists(view)


def _articles(view: View, citations: Citations) -> Iterator[Wanted]:
    """The articles' own pages, which tell what the others cite of them."""
    facts = InArticles(view)
    for article, source in view.book.sources.items():
        text = paragraphs(source, facts.highlights(article))
        given = {"source": source, "facts": facts, "citing": citations.of(article)}
        yield page_path(f"sources/{article}"), "source", {**given, "paragraphs": text, "seen": kinds(text)}


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
