"""Pages that other processes convert, each its part of them, while MkDocs converts the rest in their order.

These are forks of this one, and know all that MkDocs knows of the site. What they make is what would be made
here; a page that they do not give is converted here.
"""

import gc
import hashlib
import logging
import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from briefing_book.forks import can_fork
from briefing_book.publish.kept.files import WatchedFiles, links_of, restored
from briefing_book.publish.kept.pieces import Spared
from briefing_book.publish.kept.records import Links

WORTH_A_PROCESS = 400_000
"""Bytes of Markdown that take several times as long to convert as a process takes to start."""
MOST_PROCESSES = 4
OTHER_WORK = 0.13
"""The part of all converting that this process is busy with otherwise: it takes in what the others make."""
MOST = 20_000_000
"""Of more bytes, the pages stay in one process: each copies what it touches of the memory of this one."""

_log = logging.getLogger("mkdocs")

Spare = Callable[[File, str], Spared]
"""What of a page's Markdown is to be converted."""


class Converted(NamedTuple):
    """What became of a page's Markdown, whose digest is `of`; `asked` are the sources that it looked for."""

    of: str
    content: str
    toc: TableOfContents
    anchors: set[str]
    links: Links
    asked: dict[str, bool]
    warnings: tuple[tuple[int, str], ...]


class AheadPage(Page):
    """A page of those that a process converts in their order."""

    def __init__(self, file: File, config: MkDocsConfig, process: "Process") -> None:
        super().__init__(None, file, config)
        self._process = process

    def render(self, config: MkDocsConfig, files: WatchedFiles) -> None:  # type: ignore[override]  # those that Keep gave
        """Take what the process made of this very Markdown, or make it here."""
        made = self._process.next()
        if made is None or made.of != _digest(self.markdown or ""):
            super().render(config, files)
            return
        self.content, self.toc = made.content, made.toc
        self.present_anchor_ids = made.anchors
        self.links_to_anchors = restored(made.links, files, made.links.keys())
        files.asked.update(made.asked)
        for level, message in made.warnings:
            _log.log(level, message)


class Process:
    """A process that converts these pages."""

    def __init__(
        self, sources: Sequence[File], config: MkDocsConfig, files: WatchedFiles, spare: Spare
    ) -> None:
        fork = get_context("fork")
        self._reader, writer = fork.Pipe(duplex=False)
        for file in sources:
            AheadPage(file, config, self)
        given = (sources, config, files, spare, self._reader, writer)
        self._process = fork.Process(target=_convert_all, args=given, daemon=True)
        self._process.start()
        writer.close()

    def next(self) -> Converted | None:
        """What became of the next page; None where it is to be converted here."""
        try:
            made: Converted | None = self._reader.recv()
        except EOFError:
            return None
        return made

    def end(self) -> None:
        """Let it go, whatever it has done."""
        self._reader.close()
        self._process.kill()
        self._process.join()


def convert_ahead(
    sources: Iterable[File], config: MkDocsConfig, files: WatchedFiles, spare: Spare
) -> list[Process]:
    """Have others convert what pays of these sources, each of which stands in no navigation."""
    sizes = {file: len(file.content_bytes) for file in sources}
    size = sum(sizes.values())
    if size > MOST or not can_fork():
        return []
    number = min(os.cpu_count() or 1, MOST_PROCESSES, size // WORTH_A_PROCESS)
    _, *others = _shares(sizes, max(1, number))
    return [Process(share, config, files, spare) for share in others]


def _shares(sizes: dict[File, int], number: int) -> list[list[File]]:
    """The files in so many parts that take about the same time, each in their order. The first stays here."""
    shares: list[list[File]] = [[] for _ in range(number)]
    taken = [OTHER_WORK * sum(sizes.values()), *[0.0] * (number - 1)]
    for file, size in sizes.items():
        least = taken.index(min(taken))
        shares[least].append(file)
        taken[least] += size
    return shares


def _convert_all(
    sources: Sequence[File],
    config: MkDocsConfig,
    files: WatchedFiles,
    spare: Spare,
    reader: Connection,
    writer: Connection,
) -> None:
    reader.close()
    gc.freeze()
    warnings = _Warnings()
    _log.handlers, _log.propagate = [warnings], False
    # Whoever reads may be gone, and then nobody wants the rest.
    with suppress(OSError):
        for file in sources:
            writer.send(_converted(file, config, files, spare, warnings))


def _converted(
    file: File, config: MkDocsConfig, files: WatchedFiles, spare: Spare, warnings: "_Warnings"
) -> Converted | None:
    """What becomes of a page; None where MkDocs itself must see to it, to find a title or a fault."""
    page = file.page
    assert page is not None
    files.asked = {}
    warnings.told = []
    try:
        page.read_source(config)
        if "title" not in page.meta:
            return None
        page.markdown = spare(file, page.markdown or "").rest
        Page.render(page, config, files)
    except Exception:  # whatever it is, MkDocs meets it again and tells it
        return None
    return Converted(
        of=_digest(page.markdown or ""),
        content=page.content or "",
        toc=page.toc,
        anchors=page.present_anchor_ids or set(),
        links=links_of(page),
        asked=files.asked,
        warnings=tuple(warnings.told),
    )


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.told: list[tuple[int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append((record.levelno, record.getMessage()))


def _digest(markdown: str) -> str:
    return hashlib.sha256(markdown.encode(errors="surrogatepass")).hexdigest()
