"""What a reader's browser complains of while pages are read."""

from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Page, Request, Response

GIVEN_UP = "net::ERR_ABORTED"
"""How a request ends when its reader goes on to the next page."""


class Watch:
    """Writes down, from now on, each complaint of a page, and each request that fails or leaves the site."""

    def __init__(self, page: Page, home: str) -> None:
        self.troubles: list[str] = []
        self._home, self._page = home, page
        self._under_way: set[Request] = set()
        page.on("console", self._message)
        page.on("pageerror", lambda error: self.troubles.append(f"error: {error}"))
        page.on("dialog", lambda dialog: self.troubles.append(f"dialog: {dialog.message}"))
        page.on("request", self._request)
        page.on("requestfailed", self._failed)
        page.on("requestfinished", self._finished)
        page.on("response", self._response)

    def settle(self) -> None:
        """Wait until the page has asked for all that it wants, and has drawn itself."""
        self._page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        while self._under_way:
            self._page.wait_for_timeout(10)

    def _message(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.troubles.append(f"console {message.type}: {message.text} ({message.location['url']})")

    def _request(self, request: Request) -> None:
        self._under_way.add(request)
        if not request.url.startswith((self._home, "data:", "blob:")):
            self.troubles.append(f"leaves the site: {request.url}")

    def _finished(self, request: Request) -> None:
        self._under_way.discard(request)

    def _failed(self, request: Request) -> None:
        self._under_way.discard(request)
        if request.failure != GIVEN_UP:
            self.troubles.append(f"failed: {request.url} ({request.failure})")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.troubles.append(f"{response.status}: {response.url}")


def none_of(found: Iterable[object]) -> None:
    """Fail with each thing that was found, a line each."""
    found = list(found)
    assert not found, "\n".join(map(str, found))


def address(home: str, file: str) -> str:
    """Where a page's file of the site stands: in a folder's own address on a server, by its name in files."""
    return home + (file.removesuffix("index.html") if home.startswith("http") else file)


def pages(site: Path) -> list[str]:
    """All pages of a site, as sorted POSIX paths."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
