"""The feed of editions: what readers of feeds take, the same every time."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import feedparser
import pytest
from lxml import etree
from msgspec.structs import replace

from briefing_book.editions import History, next_edition, things_of
from briefing_book.model import Book, Edition
from briefing_book.render import render
from briefing_book.render.feed import FEED, feed
from briefing_book.render.view import View
from tests.render.small_book import HOSTILE, TEMPLATES

ATOM = "{http://www.w3.org/2005/Atom}"
MADE = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def grown(book: Book) -> list[Book]:
    """The book as it grew: without an article and all facts, then with all of it."""
    fewer = {id: source for id, source in book.sources.items() if id != "weather"}
    nothing = {"quotations": (), "events": (), "positions": (), "differences": ()}
    return [replace(book, sources=fewer, **nothing), book]


def history_of(*books: Book) -> History:
    """The history of the last of these, after an edition of each on the days from `MADE` on."""
    editions: list[Edition] = []
    for n, book in enumerate(books):
        made = next_edition(things_of(book, {}), editions, lambda n=n: MADE + timedelta(n))
        editions += [made] if made else []
    return History(books[-1], things_of(books[-1], {}), editions)


def feed_of(*books: Book) -> str:
    return feed(View(books[-1]), history_of(*books))


def parsed(text: str) -> feedparser.FeedParserDict:
    found = feedparser.parse(text.encode())
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def ids(books: Sequence[Book]) -> list[str]:
    found = parsed(feed_of(*books))
    return [found.feed.id, *(entry.id for entry in found.entries)]


def test_the_feed_is_atom_and_the_first_edition_tells_its_articles(book: Book) -> None:
    (entry,) = parsed(feed_of(book)).entries
    assert entry.title == "First edition"
    assert entry.summary.startswith("5 articles, 2 people, 1 country")
    assert entry.link.endswith("#edition-1")
    assert [content.type for content in entry.content] == ["application/xhtml+xml"]
    assert "sources/gazette/" in entry.content[0].value
    assert "ceasefire" not in entry.content[0].value


def test_a_later_edition_tells_what_it_brought_the_newest_first(book: Book) -> None:
    second, first = parsed(feed_of(*grown(book))).entries
    assert (second.title, first.title) == ("Second edition", "First edition")
    assert second.summary == (
        "1 article, 4 quotations, 2 passages of reported speech, 2 positions, 2 events and 1 difference."
    )
    told = second.content[0].value
    assert "Ann Lee: “We will keep the ceasefire,”" in told
    assert "sources/weather/" in told
    assert "sources/gazette/" not in told.partition("Quotations")[0]


@pytest.mark.parametrize("site", [None, "https://book.example/b"])
def test_the_feed_has_all_that_rfc_4287_asks_for(book: Book, empty: Book, site: str | None) -> None:
    for books in ([empty], [book], grown(book)):
        root = etree.fromstring(feed_of(*(replace(each, site_url=site) for each in books)).encode())
        assert root.tag == f"{ATOM}feed"
        for parent in (root, *root.findall(f"{ATOM}entry")):
            for once in ("id", "title", "updated"):
                (text,) = (child.text for child in parent.findall(f"{ATOM}{once}"))
                assert text and text.strip()
            assert parent.find(f"{ATOM}id").text.startswith("urn:uuid:")
            assert datetime.fromisoformat(parent.find(f"{ATOM}updated").text).tzinfo
            (alternate,) = (link for link in parent.findall(f"{ATOM}link") if link.get("rel") == "alternate")
            assert alternate.get("href").partition("#")[0] == (f"{site}/changes/" if site else "./")
        assert root.find(f"{ATOM}author/{ATOM}name").text
        own = [link.get("href") for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
        assert own == ([f"{site}/changes/feed.xml"] if site else [])


def test_editions_keep_their_dates_and_no_clock_is_asked(book: Book, empty: Book) -> None:
    found = parsed(feed_of(*grown(book)))
    assert found.feed.updated == "2026-01-03T03:04:05Z"
    assert [entry.updated for entry in found.entries] == ["2026-01-03T03:04:05Z", "2026-01-02T03:04:05Z"]
    assert parsed(feed_of(empty)).feed.updated == "1970-01-01T00:00:00Z"


def test_ids_stay_while_the_book_grows_and_tell_books_apart(book: Book) -> None:
    books = grown(book)
    feed_id, second, first = ids(books)
    assert ids(books[:1]) == [feed_id, first]
    assert len({feed_id, second, first}) == 3
    assert not set(ids(books)) & set(ids([replace(each, title="Another") for each in books]))
    site = "https://book.example/"
    moved = [replace(each, site_url=site) for each in books]
    assert ids(moved) == ids([replace(each, title="Another") for each in moved])


def test_no_more_than_fifty_editions_are_told(book: Book) -> None:
    titles = [f"They met, version {n}" for n in range(60)]
    info = book.sources["gazette"].info
    books = [
        replace(
            book,
            sources=book.sources | {title: replace(book.sources["gazette"], info=replace(info, id=title))},
        )
        for title in titles
    ]
    entries = parsed(feed_of(*books)).entries
    assert len(entries) == 50
    assert entries[0].title == "60th edition"


def test_hostile_titles_are_only_text(book: Book) -> None:
    hostile = replace(book, title="<script>\x07&amp; ]]>\ud7ff")
    others = {id: source for id, source in book.sources.items() if id != HOSTILE}
    history = history_of(replace(grown(hostile)[0], sources=others), hostile)
    found = etree.fromstring(render(hostile, TEMPLATES, history)[FEED].encode())
    assert found.find(f"{ATOM}title").text == "<script> &amp; ]]> "
    links = found.xpath("//*[local-name()='a']/text()")
    assert "<img src=x onerror=alert(1)> *t*" in links
    assert not found.xpath("//*[local-name()='img' or local-name()='script']")
