"""Serving the site while people work on the book: what they change is built, and open pages reload."""

import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from briefing_book.errors import BookError
from briefing_book.publish.standing import PRODUCT
from briefing_book.render.files import load_manifest

_FOLDERS = ("seeds", "editorial", "facts")
_FILES = ("briefing.yml", "mkdocs.yml")
_NOT_FOUND = "404.html"

State = dict[Path, tuple[int, int]]


def serve(book: Path, rebuild: Callable[[], object], address: tuple[str, int]) -> None:
    """Serve the book's built `site/` at `address` (host, port) until interrupted.

    `rebuild` is called after a change to a seed, facts, an editorial file, a setting, a template or a page
    in `docs/` that no build wrote. A `BookError` that it raises is shown, and the last site stays.
    Raises `BookError` where the address cannot be had.
    """
    builder = _Builder(book, rebuild)
    server = _Server(builder.build, *address, root=str(book / "site"))
    server.error_handler = lambda code: _error_page(book, code)
    for folder in (*builder.folders, builder.docs):
        if folder.is_dir():
            server.watch(str(folder))
    server.watch(str(book), recursive=False)
    try:
        server.serve()  # type: ignore[no-untyped-call]  # MkDocs gives it no types
    except OSError as problem:
        why = f"cannot serve on {server.url} ({problem.strerror}); name another port with --port"
        raise BookError(why) from None
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()


class _Server(LiveReloadServer):
    def server_activate(self) -> None:
        super().server_activate()
        print(f"Serving on {self.url} until Ctrl-C", flush=True)


class _Builder:
    """Calls `rebuild` when something that people write is not as the last rebuild found it."""

    def __init__(self, book: Path, rebuild: Callable[[], object]) -> None:
        self.folders = (*(book / name for name in _FOLDERS), PRODUCT / "templates")
        self.docs = book / "docs"
        self._files = [book / name for name in _FILES]
        self._rebuild = rebuild
        self._known = self._inputs()

    def build(self) -> None:
        found = self._inputs()
        if found == self._known:
            return
        self._known = found
        try:
            self._rebuild()
        except BookError as problem:
            print(problem, file=sys.stderr, flush=True)

    def _inputs(self) -> State:
        rendered = {self.docs / page for page in load_manifest(self.docs)}
        pages = _state(self.docs)
        return _state(*self.folders, *self._files) | {p: pages[p] for p in pages.keys() - rendered}


def _state(*places: Path) -> State:
    """When each file in these places changed last, and its size."""
    state: State = {}
    for place in places:
        for path in (place, *place.rglob("[!.]*")):
            if path.is_file():
                with suppress(FileNotFoundError):
                    status = path.stat()
                    state[path] = (status.st_mtime_ns, status.st_size)
    return state


def _error_page(book: Path, code: int) -> bytes | None:
    page = book / "site" / _NOT_FOUND
    return page.read_bytes() if code == 404 and page.is_file() else None
