"""What `/changes/` tells: the newest edition at length, the others in short, the oldest in one line each."""

from collections.abc import Callable
from typing import Any, NamedTuple

from briefing_book.editions import REPORTED, Brought, History
from briefing_book.model import Edition
from briefing_book.render.paging import PART, Cut, cut, weight
from briefing_book.render.speech import each_once
from briefing_book.render.view import View

PAGE = "changes.md"
NEWEST, OLDER = 24_000, 10_000
"""How much of each of its lists the newest edition shows, and any older one, as `paging` weighs it."""
MOST = 50
"""So many editions have more than a line."""
MOST_LINES = 1000

_LISTS = (
    *("articles", "versions", "people", "countries", "organisations", "quotations", "positions"),
    *("events", "points", "differences", "corrections", "gone"),
)


class Chapter(NamedTuple):
    """An edition, what it brought, as much of each of its lists as is shown, and how many rows are gone.

    `brought` has none of what the lists hold; `fragments` are the quoted fragments that it had.
    """

    edition: Edition
    brought: Brought
    fragments: int
    lists: dict[str, Cut[Any]]
    gone: dict[str, int]


class Changes(NamedTuple):
    """The newest editions first; then those that have a line each, with how many of each kind they brought.

    `left` are counted.
    """

    chapters: tuple[Chapter, ...]
    lines: tuple[Chapter, ...]
    left: int


def changes(view: View, history: History) -> Changes:
    """What the page tells of all editions."""
    newest_first = history.editions[::-1]
    told: list[Chapter] = []
    room = PART
    for edition in newest_first[:MOST]:
        made = chapter(view, history, edition, NEWEST if edition is history.last else OLDER)
        room -= sum(weight(row) for each in made.lists.values() for row in each.shown)
        if room < 0 and told:
            break
        told.append(made)
    rest = newest_first[len(told) :]
    lines = tuple(Chapter(each, _bare(history.chapter(each)), 0, {}, {}) for each in rest[:MOST_LINES])
    return Changes(tuple(told), lines, len(rest) - len(lines))


def chapter(view: View, history: History, edition: Edition, room: int = NEWEST) -> Chapter:
    """What the page tells of one edition, each list in so much room. Quoted fragments are only counted.

    Of the first one, where all is new, it lists only the articles.
    """
    brought = history.chapter(edition)
    ranks, names = _ranks(view), _LISTS if edition.number > 1 else ("articles",)
    rows = {name: getattr(brought, name) for name in names}
    rows["quotations"] = [q for q in each_once(rows.get("quotations", ())) if not q.fragment]
    lists = {
        name: cut(found, PAGE, ranks.get(name, lambda _: 0), room) for name, found in rows.items() if found
    }
    fragments = sum(quotation.fragment for quotation in brought.quotations)
    gone = {name: _gone(brought, name) for name in lists}
    return Chapter(edition, _bare(brought), fragments, lists, gone)


def _bare(brought: Brought) -> Brought:
    """What was brought without the lists of it, but for what is gone."""
    names = brought._replace(articles=(), versions=(), people=(), countries=(), organisations=())
    facts = names._replace(quotations=(), positions=(), events=(), points=(), differences=())
    return facts._replace(corrections=())


def _gone(brought: Brought, name: str) -> int:
    """How many rows of a list the book no longer holds, or tells as one with others."""
    here = len(getattr(brought, name))
    counted = brought.counts.get(name, here)
    if name == "quotations":
        counted += brought.counts.get(REPORTED, 0)
    return counted - here


def _ranks(view: View) -> dict[str, Callable[[Any], int]]:
    """What stays of a list that is cut: what most sources tell."""
    return {
        "quotations": lambda each: view.independent((each.passage, *each.also)),
        "positions": lambda each: view.independent(each.passages),
        "events": lambda each: view.independent(each.passages),
        "differences": lambda each: view.independent(row.passage for row in each.rows),
    }
