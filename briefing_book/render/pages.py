"""Which pages a book has, each from which template."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment

from briefing_book.model import Book, EntityKind, PlanCoverage
from briefing_book.render.data import HOLDS, data_files
from briefing_book.render.environment import environment
from briefing_book.render.links import Page, page_path
from briefing_book.render.text import paragraphs
from briefing_book.render.view import View

Wanted = tuple[str, str, dict[str, Any]]
"""A page's path in `docs/`, its template's name, and what the template is given besides the book."""

_INDEXES: dict[EntityKind, dict[str, str]] = {
    "people": {"heading": "People", "one": "person", "many": "people"},
    "countries": {"heading": "Countries", "one": "country", "many": "countries"},
    "organisations": {"heading": "Organisations", "one": "organisation", "many": "organisations"},
}
_BLANK_LINES = re.compile(r"\n{3,}")
_ACROSS = ("timeline", "quotations", "connections", "differences", "changes", "review", "about")


def render(book: Book, templates: Path) -> dict[str, str]:
    """The text of every page and data file of the book, by its POSIX path in `docs/`."""
    env, view = environment(templates), View(book)
    pages = {path: _page(env, view, path, name, given) for path, name, given in _wanted(view)}
    for path, name, given in _redirects(view):
        if path not in pages:
            pages[path] = _page(env, view, path, name, given)
    return dict(sorted((pages | data_files(book)).items()))


def _page(env: Environment, view: View, path: str, name: str, given: dict[str, Any]) -> str:
    text = env.get_template(f"{name}.md.j2").render(view=view, page=Page(path, view), **given)
    return _BLANK_LINES.sub("\n\n", text).strip() + "\n"


def _wanted(view: View) -> Iterator[Wanted]:
    yield "index.md", "home", {}
    for name in _ACROSS:
        yield f"{name}.md", name, {}
    yield "data/index.md", "data", {"files": HOLDS}
    yield from _entities(view)
    yield "plans/index.md", "plans", {}
    for plan in view.book.plans:
        yield from _plan(view, plan)
    yield "sources/index.md", "sources", {}
    for article, source in view.book.sources.items():
        given = {"source": source, "paragraphs": paragraphs(source)}
        yield page_path(f"sources/{article}"), "source", given


def _entities(view: View) -> Iterator[Wanted]:
    for kind, words in _INDEXES.items():
        yield f"{kind}/index.md", "entities", {"kind": kind, **words}
        for entity in view.entities(kind):
            if entity.page:
                yield page_path(entity.id), "entity", {"entity": entity, "heading": words["heading"]}


def _plan(view: View, plan: PlanCoverage) -> Iterator[Wanted]:
    yield page_path(plan.id), "plan", {"coverage": plan, "author": view.country(plan.plan.author)}
    around = (None, *plan.points, None)
    for n, covered in enumerate(plan.points):
        given = {"covered": covered, "before": around[n], "after": around[n + 2]}
        yield page_path(covered.id), "point", {"coverage": plan, "plan_file": page_path(plan.id), **given}


def _redirects(view: View) -> Iterator[Wanted]:
    for entity in view.book.entities.values():
        for address in entity.former:
            yield page_path(address), "redirect", {"to": entity.id, "name": entity.name}
