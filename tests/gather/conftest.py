"""A web site on this computer, and a book to bring its articles into."""

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from briefing_book.gather.add import Options, add
from briefing_book.gather.added import Added
from briefing_book.gather.network import Net

Handler = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """Pages by path, each a body, or what answers a request; and the requests that came."""

    server: ThreadingHTTPServer
    pages: dict[str, bytes | Handler] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.server.server_port)

    def url(self, path: str) -> str:
        """The address of a page."""
        return f"http://127.0.0.1:{self.port}{path}"

    def asked(self) -> list[str]:
        """The paths that were asked for, but for robots.txt."""
        return [path for path, _ in self.requests if path != "/robots.txt"]

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """Answer one request."""
        path = request.path
        self.requests.append((path, dict(request.headers)))
        page = self.pages.get(path.partition("?")[0])
        tag = self.tags.get(path)
        if callable(page):
            page(request)
        elif page is None:
            reply(request, 404, b"nothing here")
        elif tag and request.headers.get("If-None-Match") == tag:
            reply(request, 304, b"")
        else:
            headers = {"Content-Type": self.types.get(path, "text/html; charset=utf-8")}
            reply(request, 200, page, **headers, **({"ETag": tag} if tag else {}))


def reply(request: BaseHTTPRequestHandler, status: int, body: bytes, **headers: str) -> None:
    """An answer with a status, a body and headers."""
    request.send_response(status)
    for name, value in {"Content-Length": str(len(body)), **headers}.items():
        request.send_header(name.replace("_", "-"), value)
    request.end_headers()
    request.wfile.write(body)


def leading_to(place: str) -> Handler:
    """A page that moved."""
    return lambda request: reply(request, 302, b"", Location=place)


def page(title: str, *paragraphs: str, head: str = "") -> bytes:
    """An article as news sites send it."""
    body = "".join(f"<p>{words}</p>" for words in paragraphs or TEXT)
    return (
        f"<!doctype html><html lang=en><head><title>{title}</title>"
        f'<meta property="og:title" content="{title}">{head}</head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


TEXT = (
    "The foreign minister of Kenya said on Friday that the talks in Nairobi would go on for another week.",
    "Both delegations had agreed on a list of prisoners, she said, but not on the line along which the "
    "troops are to be withdrawn. Observers from the African Union are expected to arrive on Monday.",
    "The talks began two weeks ago after a ceasefire that both sides accuse each other of having broken.",
)


@pytest.fixture
def site() -> Iterator[Site]:
    """A site without pages."""

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with suppress(ConnectionError):  # who asked has gone
                found.answer(self)

        def log_message(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    found = Site(server)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield found
    server.shutdown()
    thread.join()
    server.server_close()


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        """Let the time pass."""
        self.slept.append(round(seconds, 3))
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    """A clock of the test's own."""
    return Clock()


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book without articles."""
    folder = tmp_path / "book"
    (folder / "seeds").mkdir(parents=True)
    return folder


Bring = Callable[..., Added]


@pytest.fixture
def bring(book: Path, clock: Clock) -> Bring:
    """Brings what is named into the book, from this computer too."""

    def bring(*what: str | Path, **options: object) -> Added:
        net = Net(clock=lambda: clock.now, sleep=clock.sleep)
        chosen = Options(**{"private": True, **options})  # type: ignore[arg-type]
        return add(book, [str(each) for each in what], chosen, lambda doing: None, net)

    return bring


def seeds_of(book: Path) -> list[str]:
    """The names of the book's seeds."""
    return sorted(path.name for path in (book / "seeds").iterdir() if path.name[0] != ".")
