"""A browser and a server for seeing a built site as its readers do, in the tests and for the screenshots."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, Playwright

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
MISSING = "there is no Chromium: `apt-get install chromium` brings one, or CHROMIUM names where it stands"
NO_OTHER_HOST = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"

KINDS = {
    "home": "index.html",
    "people": "people/index.html",
    "person": "people/*/index.html",
    "countries": "countries/index.html",
    "country": "countries/*/index.html",
    "organisations": "organisations/index.html",
    "organisation": "organisations/*/index.html",
    "connections": "connections/index.html",
    "timeline": "timeline/index.html",
    "quotations": "quotations/index.html",
    "plans": "plans/index.html",
    "plan": "plans/*/index.html",
    "point": "plans/*/*/index.html",
    "differences": "differences/index.html",
    "sources": "sources/index.html",
    "source": "sources/*/index.html",
    "data": "data/index.html",
    "changes": "changes/index.html",
    "review": "review/index.html",
    "about": "about/index.html",
    "not-found": "404.html",
}
"""Each kind of page, and which files of a site are of it."""


def chromium() -> str:
    """The browser's program: the one that CHROMIUM names, or Debian's. Raises `LookupError` without one."""
    named = os.environ.get("CHROMIUM")
    for name in (named,) if named else PROGRAMS:
        if program := shutil.which(name):
            return program
    raise LookupError(f"CHROMIUM names no program: {named}" if named else MISSING)


def launch(playwright: Playwright) -> Browser:
    """The browser, without a window; it knows no host but this computer. Raises `LookupError` without one."""
    return playwright.chromium.launch(executable_path=chromium(), args=[NO_OTHER_HOST])


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """The address, with its last slash, where this computer alone sees the site meanwhile."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Requests are nobody's news."""


def fullest(site: Path) -> dict[str, str]:
    """For each kind of page that the site has, its page of most bytes: a POSIX path within the site."""
    found = {kind: sorted(site.glob(files), key=_size) for kind, files in KINDS.items()}
    return {kind: pages[-1].relative_to(site).as_posix() for kind, pages in found.items() if pages}


def _size(page: Path) -> tuple[int, str]:
    return page.stat().st_size, page.as_posix()
