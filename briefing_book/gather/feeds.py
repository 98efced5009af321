"""What a feed lists: RSS and Atom as feedparser reads them, JSON feeds by their own rules."""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

import feedparser
import msgspec
from lxml import etree, html

from briefing_book.gather.addresses import joined
from briefing_book.gather.problems import NotBroughtError
from briefing_book.model import Record
from briefing_book.read.dates import edtf
from briefing_book.read.decode import clean
from briefing_book.read.title import LONGEST_STATED, shorten

LARGEST = 5_000_000
"""Bytes: some ten thousand entries."""

_JSON_FEED = "https://jsonfeed.org/version/"
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")
_LONGEST_ID = 500
_LONGEST_WORDS = 5_000
_MOST_ATTRIBUTES = 50
_BARE = re.compile(rb"&(?!#?\w{1,32};)")
_BODIES = ("{*}description", "{*}encoded", "{*}summary", "{*}content")


class Entry(Record, frozen=True):
    """What a feed says of one article. `changed` is when it last did, as the feed writes it."""

    id: str
    address: str
    title: str | None = None
    published: str | None = None
    changed: str | None = None


class _JsonItem(msgspec.Struct):
    id: Any = None
    url: Any = None
    external_url: Any = None
    title: Any = None
    date_published: Any = None
    date_modified: Any = None


class _JsonFeed(msgspec.Struct):
    version: str
    items: list[_JsonItem] = []


def entries(data: bytes, address: str) -> tuple[Entry, ...]:
    """What the feed that came from `address` lists, in its order. Raises `NotBroughtError`."""
    if len(data) > LARGEST:
        raise NotBroughtError(f"is larger than {LARGEST // 1_000_000} MB; no feed is")
    found = _json(data) if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else _xml(data, address)
    kept = (_entry(address, *each) for each in found)
    return tuple({entry.id: entry for entry in kept if entry is not None}.values())


_Raw = tuple[Any, Any, Any, Any, Any]
"""Of one entry: its id, link, title, when it was published, and when it last changed."""


def _json(data: bytes) -> Iterator[_Raw]:
    try:
        feed = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=_JsonFeed)
    except (msgspec.DecodeError, RecursionError):
        raise NotBroughtError("is no feed, or a broken one; check the address") from None
    if not feed.version.startswith(_JSON_FEED):
        raise NotBroughtError("is no feed that is known; check the address")
    for item in feed.items:
        link = item.url or item.external_url
        yield item.id, link, item.title, item.date_published, item.date_modified


def _xml(data: bytes, address: str) -> Iterator[_Raw]:
    mended = _mended(data)
    feed = feedparser.parse(BytesIO(mended), response_headers={"content-location": address})
    if not mended or not feed.get("version"):
        raise NotBroughtError(_no_feed(data, address))
    for entry in feed.entries:
        changed = entry.get("updated") if feed.version.startswith("atom") else None
        yield entry.get("id"), entry.get("link"), entry.get("title"), entry.get("published"), changed


def _mended(data: bytes) -> bytes:
    """A feed as sound XML in UTF-8, without the articles that it may hold; b"" for what is no XML.

    Feedparser reads broken XML too, but takes a time for it that grows with the square of its length; so does
    the time that it takes for one element's attributes.
    """
    root = _tree(data, recover=False)
    if root is None:
        root = _tree(_BARE.sub(b"&amp;", data), recover=True)
    if root is None:
        return b""
    for element in root.iter(etree.Element):
        element.text = (element.text or "")[:_LONGEST_WORDS]
        if len(element.attrib) > _MOST_ATTRIBUTES:
            element.attrib.clear()
    etree.strip_elements(root, *_BODIES, etree.Entity, with_tail=False)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _tree(data: bytes, recover: bool) -> "etree._Element | None":
    parser = etree.XMLParser(
        recover=recover, no_network=True, resolve_entities=False, remove_comments=True, huge_tree=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError):
        return None


def _entry(feed: str, id: Any, link: Any, title: Any, published: Any, changed: Any) -> Entry | None:
    """An entry with usable values; None where it links to nothing and so has nothing to bring."""
    stated = _words(link)
    if not stated:
        return None
    try:
        address = joined(feed, stated)
    except NotBroughtError:
        address = stated
    return Entry(
        id=(_words(id) or address)[:_LONGEST_ID],
        address=address,
        title=shorten(_words(title), LONGEST_STATED) or None,
        published=edtf(_words(published)),
        changed=_words(changed)[:_LONGEST_ID] or None,
    )


def _words(value: Any) -> str:
    return " ".join(clean(value).split()) if isinstance(value, str) else ""


def _no_feed(data: bytes, address: str) -> str:
    """What to say of what is no feed: a page often names those of its site."""
    named = ", ".join(dict.fromkeys(_feeds_of(data, address)))
    return f"is no feed; its page names {named}" if named else "is no feed; check the address"


def _feeds_of(data: bytes, address: str) -> Iterable[str]:
    try:
        links = html.document_fromstring(data[:200_000]).iterfind(".//link[@href]")
        found = [link.get("href", "") for link in links if link.get("type") in _FEED_TYPES]
    except (etree.LxmlError, ValueError):
        return
    for link in found[:3]:
        try:
            yield joined(address, link)
        except NotBroughtError:
            continue
