"""A download is whole and within its limits, or it failed and says why."""

import gzip
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from briefing_book.gather.add import Options, add
from briefing_book.gather.asking import NAME, VERSION
from briefing_book.gather.download import Limits
from tests.gather.conftest import Bring, Clock, Handler, Site, leading_to, page, reply, seeds_of

TALKS = page("Talks go on in Nairobi")


def sending(body: bytes, status: int = 200, **headers: str) -> Handler:
    return lambda request: reply(request, status, body, **{"Content-Type": "text/html", **headers})


def dripping(request: BaseHTTPRequestHandler) -> None:
    """Sends a header that never ends, a byte at a time."""
    request.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    for _ in range(200):
        request.wfile.write(b"x")
        request.wfile.flush()
        time.sleep(0.02)


def breaking_off(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Length", str(len(TALKS) + 100))
    request.end_headers()
    request.wfile.write(TALKS)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (sending(b"", 404), "is not there (404)"),
        (sending(b"", 403), "does not let programs read it"),
        (sending(b"", 503), "status 503 instead of a page; try again later"),
        (sending(b""), "is empty"),
        (breaking_off, "broke off"),
        (sending(TALKS + b" " * 60_000), "is larger than 0.05 MB"),
        (
            sending(gzip.compress(TALKS + b" " * 50_000_000), Content_Encoding="gzip"),
            "is larger than 0.05 MB",
        ),
        (sending(gzip.compress(TALKS)[:-20], Content_Encoding="gzip"), "broke off"),
        (sending(TALKS, Content_Encoding="gzip"), "came damaged"),
        (sending(TALKS, Content_Encoding="br"), "came packed as 'br'"),
        (sending(b"\x89PNG", Content_Type="image/png"), "is a picture, no article"),
        (sending(b"\0\1", Content_Type="application/x-thing"), "is no article that can be read"),
        (sending(b"<rss version='2.0'></rss>", Content_Type="text/xml"), "say --feed"),
        (sending(TALKS, 304), "said that it is unchanged"),
        (leading_to("file:///etc/passwd"), "`file:` is not read"),
        (leading_to("http://["), "is no address"),
        (leading_to("/talks"), "leads on more than 5 times"),
        (sending(b"", 302), "moved, and not where"),
    ],
)
def test_what_cannot_be_had_whole_is_named_and_leaves_nothing(
    answer: Handler, why: str, site: Site, bring: Bring, book: Path
) -> None:
    site.pages = {"/talks": answer, "/other": page("Rains end the drought in Turkana")}
    added = bring(site.url("/talks"), site.url("/other"), limits=Limits(bytes=50_000))
    assert [item.what for item in added.failed] == [site.url("/talks")]
    assert why in added.failed[0].note
    assert "\n" not in added.failed[0].note
    assert seeds_of(book) == ["rains-end-the-drought-in-turkana.html"], "the others go on"


def test_a_server_that_never_ends_is_left_when_its_time_is_up(site: Site, book: Path) -> None:
    site.pages["/talks"] = dripping
    options = Options(private=True, limits=Limits(seconds=0.3))
    added = add(book, [site.url("/talks")], options, lambda doing: None)
    assert "did not come within 0.3 seconds" in added.failed[0].note


def test_a_host_that_is_not_there_is_told_so(bring: Bring) -> None:
    added = bring("http://127.0.0.1:9/talks")
    assert "cannot be reached" in added.failed[0].note


@pytest.mark.parametrize(
    "address",
    [
        *("file:///etc/passwd", "ftp://news.example/talks", "https://", "http://[", "http://a b.example/"),
        *("https://reader:secret@news.example/talks", "https://news.example:port/", "gopher://news.example"),
    ],
)
def test_what_is_no_address_on_the_web_is_refused(address: str, bring: Bring, book: Path) -> None:
    assert bring(address).failed
    assert seeds_of(book) == []


def test_packed_pages_are_stored_as_they_were_before(site: Site, bring: Bring, book: Path) -> None:
    site.pages["/talks"] = sending(gzip.compress(TALKS), Content_Encoding="gzip")
    bring(site.url("/talks"))
    assert (book / "seeds" / "talks-go-on-in-nairobi.html").read_bytes() == TALKS


def test_servers_are_told_who_asks(site: Site, bring: Bring, book: Path) -> None:
    (book / "briefing.yml").write_text("site_url: https://briefing.example/\n")
    bring(site.url("/talks"))
    agents = {headers["User-Agent"] for _, headers in site.requests}
    assert agents == {f"{NAME}/{VERSION} (+https://briefing.example/)"}
    assert (
        f'name = "{NAME}"\nversion = "{VERSION}"'
        in (Path(__file__).parents[2] / "pyproject.toml").read_text()
    )


def test_a_host_is_asked_once_a_second(site: Site, bring: Bring, clock: Clock) -> None:
    site.pages = {
        f"/{n}": page(f"Report number {n} from the talks", f"The talks of day {n} ended.") for n in "123"
    }
    bring(*(site.url(f"/{n}") for n in "123"))
    assert len(site.requests) == 4
    assert clock.slept == [1.0, 1.0, 1.0]


def test_a_site_that_cannot_tell_its_rules_is_not_asked(site: Site, bring: Bring) -> None:
    site.pages = {"/robots.txt": sending(b"", 503), "/talks": TALKS}
    assert "try again later" in bring(site.url("/talks")).failed[0].note
    assert site.asked() == []


def test_robots_txt_is_respected_and_asked_for_once(site: Site, bring: Bring, clock: Clock) -> None:
    site.pages = {"/robots.txt": b"User-agent: *\nCrawl-delay: 3\nDisallow: /closed/\nAllow: /closed/open"}
    site.pages |= {"/talks": leading_to("/closed/talks"), "/closed/talks": TALKS, "/closed/open": TALKS}
    added = bring(site.url("/closed/talks"), site.url("/talks"), site.url("/closed/open"))
    assert [item.what for item in added.brought] == [site.url("/closed/open")]
    assert all("robots.txt" in item.note for item in added.failed)
    assert site.asked() == ["/talks", "/closed/open"]
    assert clock.slept == [1.0, 3.0]
