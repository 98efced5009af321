"""A feed brings what is new in it since the last time, and what could not be had then."""

import json
from pathlib import Path

import pytest

from briefing_book.gather.feeds import entries
from briefing_book.gather.known import known
from briefing_book.gather.problems import NotBroughtError
from briefing_book.gather.watched import MOST_TRIES, watched
from tests.gather.conftest import Bring, Site, page, reply, seeds_of

ENTRIES = [(name, f"Report {name} from the talks") for name in ("one", "two", "three")]


def tag(name: str) -> str:
    return f"tag:news.example,2026:{name}"


def rss(items: list[tuple[str, str]]) -> bytes:
    listed = "".join(
        f"<item><guid isPermaLink='false'>{tag(name)}</guid><link>/{name}</link><title>{title}</title>"
        f"<pubDate>Fri, 20 Nov 2026 08:00:00 GMT</pubDate></item>"
        for name, title in items
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{listed}</channel></rss>'.encode()


def atom(items: list[tuple[str, str]], updated: str = "2026-11-20T08:00:00Z") -> bytes:
    listed = "".join(
        f'<entry><id>{tag(name)}</id><link href="{name}"/><title>{title}</title><updated>{updated}</updated>'
        f"<published>2026-11-20T08:00:00Z</published></entry>"
        for name, title in items
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{listed}</feed>'.encode()


def json_feed(items: list[tuple[str, str]]) -> bytes:
    listed = [
        {"id": tag(name), "url": f"/{name}", "title": title, "date_published": "2026-11-20T08:00:00Z"}
        for name, title in items
    ]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": listed}).encode()


FORMATS = pytest.mark.parametrize("written", [rss, atom, json_feed])


@pytest.fixture
def feed(site: Site) -> str:
    """A site with three reports, and the address of its feed."""
    site.pages |= {f"/{name}": page(title, f"On day {name} nothing was agreed.") for name, title in ENTRIES}
    return site.url("/feed")


def bodies(site: Site) -> list[str]:
    return [path for path in site.asked() if path != "/feed"]


@FORMATS
def test_the_three_formats_say_the_same(written) -> None:  # type: ignore[no-untyped-def]
    found = entries(written(ENTRIES), "https://news.example/feed")
    assert [(each.id, each.address, each.title, each.published) for each in found] == [
        (tag(name), f"https://news.example/{name}", title, "2026-11-20") for name, title in ENTRIES
    ]


@FORMATS
def test_the_second_time_brings_only_what_is_new(  # type: ignore[no-untyped-def]
    written, site: Site, feed: str, bring: Bring, book: Path
) -> None:
    site.pages["/feed"] = written(ENTRIES[:2])
    assert len(bring(feeds=(feed,)).brought) == 2
    site.pages["/feed"] = written(ENTRIES)
    (book / "seeds" / "report-one-from-the-talks-2026-11-20.html").unlink()
    assert [item.what for item in bring(feeds=(feed,)).brought] == [site.url("/three")]
    assert bodies(site) == ["/one", "/two", "/three"], "what a person took out does not come back"


def test_a_feed_that_did_not_change_is_not_sent_again(site: Site, feed: str, bring: Bring) -> None:
    site.pages["/feed"], site.tags["/feed"] = rss(ENTRIES), '"one"'
    bring(feeds=(feed,))
    assert bring(feeds=(feed,)).brought == ()
    assert site.requests[-1][1]["If-None-Match"] == '"one"'


def test_an_article_that_failed_is_tried_again_even_if_the_feed_did_not_change(
    site: Site, feed: str, bring: Bring
) -> None:
    site.pages["/feed"], site.tags["/feed"] = rss(ENTRIES), '"one"'
    two, site.pages["/two"] = site.pages["/two"], lambda request: reply(request, 503, b"")
    assert [item.what for item in bring(feeds=(feed,)).failed] == [site.url("/two")]
    site.pages["/two"] = two
    assert [item.what for item in bring(feeds=(feed,)).brought] == [site.url("/two")]
    assert bring(feeds=(feed,)).brought == ()


def test_an_article_that_always_fails_is_given_up_at_last(site: Site, feed: str, bring: Bring) -> None:
    site.pages["/feed"] = rss([("gone", "Gone")])
    fails = [len(bring(feeds=(feed,)).failed) for _ in range(MOST_TRIES + 1)]
    assert fails == [1] * MOST_TRIES + [0]


def test_an_article_that_changed_in_a_feed_is_asked_for_again(site: Site, feed: str, bring: Bring) -> None:
    site.pages["/feed"] = atom(ENTRIES[:1])
    bring(feeds=(feed,))
    site.pages["/feed"] = atom(ENTRIES[:1], updated="2026-11-21T09:00:00Z")
    site.pages["/one"] = page(ENTRIES[0][1], "On day one a list was agreed after all.")
    assert len(bring(feeds=(feed,)).updated) == 1
    assert bring(feeds=(feed,)).updated == ()


def test_a_feed_tells_title_and_date_where_the_article_does_not(
    site: Site, feed: str, bring: Bring, book: Path
) -> None:
    head = b'<meta property="article:published_time" content="2026-11-19">'
    site.types["/two"] = "text/plain"
    site.pages |= {"/feed": rss(ENTRIES), "/two": b"Nothing was agreed on that day. The talks go on."}
    site.pages["/one"] = page(ENTRIES[0][1], head=head.decode())
    bring(feeds=(feed,))
    found = {
        source.asked or source.address: (source.title, source.published) for source in known(book).values()
    }
    assert found[site.url("/two")] == ("Report two from the talks", "2026-11-20")
    assert found[site.url("/one")] == (None, None)
    assert "report-two-from-the-talks-2026-11-20.txt" in seeds_of(book)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (page("Talks", head='<link rel="alternate" type="application/rss+xml" href="/rss">'), "/rss"),
        (page("Talks"), "is no feed"),
        (b"", "is no feed"),
        (b'{"a": 1}', "is no feed"),
        (b'{"version": "1", "items": []}', "is no feed"),
        (b"\xff\xfe\x00", "is no feed"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": [{"id":' + b"[" * 100_000, "is no feed"),
    ],
)
def test_what_is_no_feed_is_told_so(content: bytes, why: str) -> None:
    with pytest.raises(NotBroughtError, match=why):
        entries(content, "https://news.example/")


@pytest.mark.parametrize(
    "feed",
    [
        "\n\n<rss version='2.0'><channel><item><link>/a?x=1&y=2</link><title>Talks&nbsp;go on</title></item>",
        "<?xml version='1.0' encoding='windows-1251'?><rss version='2.0'><channel><item>"
        "<guid>https://news.example/a?x=1&amp;y=2</guid><title>Talks&#160;<![CDATA[go on]]></title>"
        "<description>Прежде</description></item></channel></rss>",
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
        "<item><link>https://news.example/a?x=1&amp;y=2</link><title>Talks go on</title></item></rdf:RDF>",
    ],
)
def test_old_and_broken_feeds_are_read_as_far_as_they_go(feed: str) -> None:
    [entry] = entries(feed.encode("cp1251"), "https://news.example/feed")
    assert entry.address == "https://news.example/a?x=1&y=2"
    assert (entry.title or "").replace(" ", "") == "Talksgoon"


@pytest.mark.parametrize(
    "feed",
    [
        b"<rss version='2.0'><channel>" + b"<item>" * 100_000,
        b"<rss version='2.0' " + b" ".join(b"a%d='b'" % number for number in range(100_000)) + b"/>",
    ],
)
def test_a_feed_takes_no_longer_than_its_length(feed: bytes) -> None:
    """Feedparser's own way with these takes minutes."""
    assert entries(feed, "https://news.example/feed") == ()


def test_what_a_feed_lists_twice_is_brought_once(site: Site, feed: str, bring: Bring, book: Path) -> None:
    site.pages["/feed"] = rss([*ENTRIES[:2], *ENTRIES[:2]]).replace(tag("two").encode(), b"again", 1)
    assert [item.what for item in bring(feeds=(feed, feed)).brought] == [site.url("/one"), site.url("/two")]
    assert bodies(site) == ["/one", "/two"]
    assert bring(feeds=(feed,)).brought == ()


def test_hostile_feeds_bring_nothing_but_lines(site: Site, feed: str, bring: Bring, book: Path) -> None:
    site.pages["/feed"] = rss([("one", "../../<b>x</b>\x07")]).replace(b"/one", b"file:///etc/passwd")
    assert "`file:` is not read" in bring(feeds=(feed,)).failed[0].note
    bomb = (
        b'<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><rss version="2.0"><channel>'
    )
    site.pages["/feed"] = bomb + b"<item><link>http://&b;.example/</link></item></channel></rss>"
    bring(feeds=(feed,))
    assert seeds_of(book) == []


def test_a_feed_that_cannot_be_had_is_named(site: Site, bring: Bring, book: Path) -> None:
    added = bring(feeds=(site.url("/feed"), "ftp://news.example/feed"))
    assert ["is not there" in added.failed[0].note, "`ftp:` is not read" in added.failed[1].note] == [
        True,
        True,
    ]
    assert watched(book) == {}
