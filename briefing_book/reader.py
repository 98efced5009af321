"""A process that reads articles; it is started before anybody knows which, for what it needs takes a second.

Meanwhile the others are looked at. Where it ends early, articles are read as they are without it.
"""

import signal
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext, SpawnContext
from pathlib import Path

from briefing_book.forks import can_fork
from briefing_book.model import Article, ArticleInfo, Facts, Plan

MOST = 20
"""Of more articles than these, the reading is for as many processes as there are cores."""
_PRACTICE = Article(ArticleInfo(id="practice", title="Practice", file="practice.txt"), "Ana met Bo in Paris.")
"""By this it reads all that is read but once, such as the names of places."""


class Reader:
    """Reads articles of the book in the folder `root`, until it is ended."""

    def __init__(self, root: Path) -> None:
        context: ForkContext | SpawnContext = get_context("fork") if can_fork() else get_context("spawn")
        self._connection, its_own = context.Pipe()
        given = (root, self._connection, its_own)
        self._process = context.Process(target=_serve, args=given, daemon=True)
        self._process.start()
        its_own.close()

    def read(
        self, articles: Sequence[Article], pipelines: Mapping[str, str], plans: tuple[Plan, ...]
    ) -> Iterator[Facts]:
        """The facts of these articles, in their order. Raises `EOFError` or `OSError` where it has ended."""
        self._connection.send((articles, dict(pipelines), plans))
        for _ in articles:
            yield self._connection.recv()

    def end(self) -> None:
        """Let it go, whatever it does."""
        self._connection.close()
        self._process.kill()
        self._process.join()


@contextmanager
def reader_of(root: Path, number: int) -> Iterator[Reader | None]:
    """A reader for so many articles of the book in the folder `root`; None where they need none, or more."""
    reader = Reader(root) if 0 < number <= MOST else None
    try:
        yield reader
    finally:
        if reader:
            reader.end()


def read_all(
    reader: Reader | None, articles: Sequence[Article], pipelines: Mapping[str, str], plans: tuple[Plan, ...]
) -> Iterator[Facts]:
    """The facts of all articles, in their order, by the reader if there is one and they are few."""
    done = 0
    if reader and len(articles) <= MOST:
        with suppress(EOFError, OSError):
            for facts in reader.read(articles, pipelines, plans):
                done += 1
                yield facts
    if done < len(articles):
        # spaCy takes a second to import: only where there is work for it.
        from briefing_book.extract.many import extract_all

        yield from extract_all(articles[done:], pipelines, plans)


def _serve(root: Path, of_parent: Connection, connection: Connection) -> None:
    """Reads what comes, with the pipeline at hand that most articles need."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    of_parent.close()
    # Whatever is wrong shows when the articles are read without it.
    with suppress(Exception):
        # These take their time to import, which is why there is this process.
        from briefing_book.editorial import load_settings
        from briefing_book.extract.many import Pipelines

        pipelines = Pipelines(load_settings(root).pipelines)
        pipelines.read(_PRACTICE, ())
        while True:
            articles, names, plans = connection.recv()
            if names != pipelines.names:
                return
            for article in articles:
                connection.send(pipelines.read(article, plans))
