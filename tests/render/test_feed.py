"""The feed of editions: what readers of feeds take, the same every time."""

from datetime import UTC, datetime

import feedparser
import msgspec
import pytest
from lxml import etree

from briefing_book.model import Book
from briefing_book.render import render
from briefing_book.render.feed import FEED, feed
from briefing_book.render.view import View
from tests.render.small_book import TEMPLATES

ATOM = "{http://www.w3.org/2005/Atom}"


def parsed(text: str) -> feedparser.FeedParserDict:
    found = feedparser.parse(text.encode())
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def test_the_feed_is_atom_and_has_one_entry_for_the_first_edition(book: Book, pages: dict[str, str]) -> None:
    found = parsed(pages[FEED])
    (entry,) = found.entries
    assert entry.summary.startswith("5 articles, 2 people, 1 country")
    assert [content.type for content in entry.content] == ["application/xhtml+xml"]
    assert "sources/gazette/" in entry.content[0].value


@pytest.mark.parametrize("site", [None, "https://book.example/b"])
def test_the_feed_has_all_that_rfc_4287_asks_for(book: Book, empty: Book, site: str | None) -> None:
    for each in (book, empty):
        root = etree.fromstring(feed(View(msgspec.structs.replace(each, site_url=site))).encode())
        assert root.tag == f"{ATOM}feed"
        for parent in (root, root.find(f"{ATOM}entry")):
            for once in ("id", "title", "updated"):
                (text,) = (child.text for child in parent.findall(f"{ATOM}{once}"))
                assert text and text.strip()
            assert parent.find(f"{ATOM}id").text.startswith("urn:uuid:")
            assert datetime.fromisoformat(parent.find(f"{ATOM}updated").text).tzinfo
            (alternate,) = (link for link in parent.findall(f"{ATOM}link") if link.get("rel") == "alternate")
            assert alternate.get("href") == (f"{site}/changes/" if site else "./")
        assert root.find(f"{ATOM}author/{ATOM}name").text
        own = [link.get("href") for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
        assert own == ([f"{site}/changes/feed.xml"] if site else [])


def test_the_edition_is_dated_by_its_builder_or_its_newest_article_and_never_by_a_clock(
    book: Book, empty: Book
) -> None:
    built = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert parsed(feed(View(book), built)).entries[0].updated == "2026-01-02T03:04:05Z"
    assert parsed(feed(View(book))).feed.updated == "2024-05-07T00:00:00Z"
    assert parsed(feed(View(empty))).feed.updated == "1970-01-01T00:00:00Z"


def test_ids_stay_while_the_book_grows_and_tell_books_apart(book: Book, empty: Book) -> None:
    def ids(each: Book) -> list[str]:
        found = parsed(feed(View(each)))
        return [found.feed.id, found.entries[0].id]

    grown = msgspec.structs.replace(book, title=empty.title)
    assert ids(grown) == ids(empty)
    assert not set(ids(book)) & set(ids(empty))
    assert len(set(ids(book))) == 2
    moved = [msgspec.structs.replace(each, site_url="https://book.example/") for each in (book, empty)]
    assert ids(moved[0]) == ids(moved[1])


def test_hostile_titles_are_only_text(book: Book) -> None:
    hostile = msgspec.structs.replace(book, title="<script>\x07&amp; ]]>\ud7ff")
    found = etree.fromstring(render(hostile, TEMPLATES)[FEED].encode())
    assert found.find(f"{ATOM}title").text == "<script> &amp; ]]> "
    links = found.xpath("//*[local-name()='a']/text()")
    assert "<img src=x onerror=alert(1)> *t*" in links
    assert not found.xpath("//*[local-name()='img' or local-name()='script']")
