"""The book's editions as an Atom feed (RFC 4287), for whoever wants to hear of a new one.

Every build gives the same ids and dates: no clock is asked. An edition is dated by whoever builds it, or else
by its newest article, or else by `UNDATED`, for Atom asks for a date.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import islice
from uuid import NAMESPACE_URL, UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from briefing_book.model import Book
from briefing_book.names import plain
from briefing_book.render.environment import count
from briefing_book.render.view import View
from briefing_book.render.whereabouts import Whereabouts

FEED = "changes/feed.xml"
"""The feed's path in `docs/`, beside the page that tells the same."""

UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
_ATOM = "http://www.w3.org/2005/Atom"
_XHTML = "http://www.w3.org/1999/xhtml"
_PAGE = "changes.md"
_EDITION = "First edition"
_MOST = 50


def feed(view: View, built: datetime | None = None) -> str:
    """The feed of the book; `built` is the date that its builder gives it."""
    book, at = view.book, Whereabouts(view, _PAGE)
    updated = (built or newest(book) or UNDATED).strftime("%Y-%m-%dT%H:%M:%SZ")
    id = uuid5(NAMESPACE_URL, book.site_url or f"briefing-book:{book.title}")
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _head(root, id, book.title, updated, at.page(_PAGE))
    SubElement(SubElement(root, "author"), "name").text = _shown(book.title)
    if book.site_url:
        SubElement(root, "link", rel="self", type="application/atom+xml", href=at.file(FEED))
    entry = SubElement(root, "entry")
    _head(entry, uuid5(id, "1"), _EDITION, updated, at.page(_PAGE))
    SubElement(entry, "summary").text = ", ".join(counts(view)) + "."
    _content(entry, view, at)
    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def newest(book: Book) -> datetime | None:
    """The day of the newest article whose day is known."""
    days = []
    for source in book.sources.values():
        try:
            days.append(datetime.strptime(source.info.published or "", "%Y-%m-%d").replace(tzinfo=UTC))
        except ValueError:
            continue
    return max(days, default=None)


def counts(view: View) -> Iterable[str]:
    """What the book holds, in words."""
    book = view.book
    yield count(len(book.sources), "article")
    yield count(len(view.entities("people")), "person", "people")
    yield count(len(view.entities("countries")), "country", "countries")
    yield count(len(view.entities("organisations")), "organisation")
    yield count(view.quoted(), "quotation")
    yield count(len(book.events), "event")
    yield count(len(book.plans), "plan")
    yield count(len(book.differences), "difference")


def _head(parent: Element, id: UUID, title: str, updated: str, address: str) -> None:
    SubElement(parent, "id").text = id.urn
    SubElement(parent, "title").text = _shown(title)
    SubElement(parent, "updated").text = updated
    SubElement(parent, "link", rel="alternate", type="text/html", href=address)


def _content(entry: Element, view: View, at: Whereabouts) -> None:
    """What the edition brought: the articles, each a link."""
    body = SubElement(SubElement(entry, "content", type="xhtml"), "div", xmlns=_XHTML)
    articles = view.book.sources
    SubElement(body, "p").text = "What it is made of:"
    items = SubElement(body, "ul")
    for id, source in islice(articles.items(), _MOST):
        link = SubElement(SubElement(items, "li"), "a", href=at.article(id))
        link.text = _shown(source.info.title)
    if len(articles) > _MOST:
        SubElement(items, "li").text = f"and {count(len(articles) - _MOST, 'more article')}"


def _shown(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return "".join(c if c.isprintable() else " " for c in plain(text))
