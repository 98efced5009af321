"""The book's editions as an Atom feed (RFC 4287), for whoever wants to hear of a new one.

An entry is an edition; its id and its date stay as they are. Every build gives the same feed.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from briefing_book.editions import Brought, History
from briefing_book.model import BookPosition, BookQuotation, Edition, Entity
from briefing_book.names import plain
from briefing_book.render.edition_words import edition_name, gone_lines, in_numbers
from briefing_book.render.environment import count
from briefing_book.render.passages import shortened
from briefing_book.render.view import View
from briefing_book.render.whereabouts import Whereabouts

FEED = "changes/feed.xml"
"""The feed's path in `docs/`, beside the page that tells the same."""

UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""Atom asks for a date; a book without an edition has none."""
_ATOM = "http://www.w3.org/2005/Atom"
_XHTML = "http://www.w3.org/1999/xhtml"
_PAGE = "changes.md"
_MOST = 50
"""So many editions are entries."""
_MOST_ROWS = 12
"""So many rows of a list are told; the others are counted."""
_LONGEST = 200
_ARTICLES = "Articles"

Row = tuple[str, str | None]
"""Some text and the address that it leads to."""

_List = tuple[str, Sequence[Any], Callable[[Any], Row]]
"""A list's heading, its things, and how one of them becomes a row."""


def feed(view: View, history: History) -> str:
    """The feed of the book."""
    book, at = view.book, Whereabouts(view, _PAGE)
    id = uuid5(NAMESPACE_URL, book.site_url or f"briefing-book:{book.title}")
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _head(root, id, book.title, history.made or UNDATED, at.page(_PAGE))
    SubElement(SubElement(root, "author"), "name").text = _shown(book.title)
    if book.site_url:
        SubElement(root, "link", rel="self", type="application/atom+xml", href=at.file(FEED))
    for edition in history.editions[::-1][:_MOST]:
        _entry(SubElement(root, "entry"), id, edition, history.chapter(edition), view, at)
    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _head(parent: Element, id: UUID, title: str, updated: datetime, address: str) -> None:
    SubElement(parent, "id").text = id.urn
    SubElement(parent, "title").text = _shown(title)
    SubElement(parent, "updated").text = updated.strftime("%Y-%m-%dT%H:%M:%SZ")
    SubElement(parent, "link", rel="alternate", type="text/html", href=address)


def _entry(entry: Element, of: UUID, edition: Edition, brought: Brought, view: View, at: Whereabouts) -> None:
    address = f"{at.page(_PAGE)}#edition-{edition.number}"
    _head(entry, uuid5(of, str(edition.number)), edition_name(edition), edition.date, address)
    first = edition.number == 1
    told = in_numbers(edition.holds, held=True) if first else in_numbers(brought.counts)
    told = told or "Nothing new, but some of what was told is gone"
    SubElement(entry, "summary").text = f"{told}."
    body = SubElement(SubElement(entry, "content", type="xhtml"), "div", xmlns=_XHTML)
    SubElement(body, "p").text = f"{told}."
    for heading, things, row in _lists(brought, view, at):
        if things and (heading == _ARTICLES or not first):
            _list(body, heading, [row(each) for each in things[:_MOST_ROWS]], len(things))


def _list(body: Element, heading: str, rows: Iterable[Row], number: int) -> None:
    """The first of a number of rows."""
    SubElement(body, "p").text = heading
    items = SubElement(body, "ul")
    for text, address in rows:
        item = SubElement(items, "li")
        if address:
            item = SubElement(item, "a", href=address)
        item.text = _shown(text)
    if number > _MOST_ROWS:
        SubElement(items, "li").text = f"and {count(number - _MOST_ROWS, 'other')}"


def _lists(brought: Brought, view: View, at: Whereabouts) -> Iterator[_List]:
    def article(id: str) -> Row:
        return view.source(id).info.title, at.article(id)

    def entity(each: Entity) -> Row:
        return each.name, at.of(each.id)

    def position(each: BookPosition) -> Row:
        return f"{each.holder.name} {each.stance} {each.target.name}", at.sentence(each.passages[0])

    def alone(line: str) -> Row:
        return line, None

    yield _ARTICLES, brought.articles, article
    yield "New versions of articles", brought.versions, article
    yield "People", brought.people, entity
    yield "Countries", brought.countries, entity
    yield "Organisations", brought.organisations, entity
    yield "Quotations", brought.quotations, lambda each: (_said(each), at.sentence(each.passage))
    yield "Positions", brought.positions, position
    yield (
        "Events",
        brought.events,
        lambda each: (_cut(each.passages[0].text), at.sentence(each.passages[0])),
    )
    yield "Newly reported points", brought.points, lambda each: (each.point.title, at.of(each.id))
    yield "New differences", brought.differences, lambda each: (each.topic, at.page("differences.md"))
    yield "Corrections", brought.corrections, alone
    yield "No longer in the book", list(gone_lines(view.book, brought)), alone


def _said(quotation: BookQuotation) -> str:
    words = _cut(quotation.passage.text)
    said = f"“{words}”" if quotation.direct else words
    return f"{quotation.speaker.name}: {said}" if quotation.speaker else said


def _cut(text: str) -> str:
    return shortened(plain(text), _LONGEST)


def _shown(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return "".join(c if c.isprintable() else " " for c in plain(text))
