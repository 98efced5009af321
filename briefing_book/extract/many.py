"""Many articles at once: on every core where there is enough work for it, with the same facts either way.

An article is always read by itself: a batch would change the model's last digits, and with them facts.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from spacy.language import Language

from briefing_book.extract import extract, pipeline, unread
from briefing_book.languages import read_as
from briefing_book.model import Article, Facts, Plan

WORTH_A_WORKER = 60_000
"""Characters of text that take as long to read as a further worker takes to load the model."""
_CHUNK = 4

_reader: "_Reader"


class _Reader:
    """Reads articles, each with its language's pipeline, which is loaded for the first of them."""

    def __init__(self, pipelines: Mapping[str, str], plans: tuple[Plan, ...]) -> None:
        self._pipelines = pipelines
        self._plans = plans
        self._loaded: dict[str, Language] = {}

    def read(self, article: Article) -> Facts:
        language = read_as(article.info.language, self._pipelines)
        if language is None:
            return unread(article)
        if language not in self._loaded:
            self._loaded[language] = pipeline.load(self._pipelines[language])
        return extract(article, self._loaded[language], self._plans)


def extract_all(
    articles: Sequence[Article],
    pipelines: Mapping[str, str],
    plans: tuple[Plan, ...],
    workers: int | None = None,
) -> Iterator[Facts]:
    """The facts of all articles, in their order; by default with as many workers as pay.

    `pipelines` are spaCy's by their languages. Raises `BookError` where one that is needed is not installed.
    """
    workers = workers or _workers(articles)
    if workers == 1:
        reader = _Reader(pipelines, plans)
        yield from map(reader.read, articles)
        return
    for language in dict.fromkeys(read_as(article.info.language, pipelines) for article in articles):
        if language:
            pipeline.require(pipelines[language])
    spawn = get_context("spawn")
    with ProcessPoolExecutor(workers, spawn, initializer=_prepare, initargs=(pipelines, plans)) as pool:
        yield from pool.map(_extract, articles, chunksize=_CHUNK)


def _workers(articles: Sequence[Article]) -> int:
    work = sum(len(article.text) for article in articles) // WORTH_A_WORKER
    return max(1, min(os.cpu_count() or 1, work, len(articles)))


def _prepare(pipelines: Mapping[str, str], plans: tuple[Plan, ...]) -> None:
    global _reader
    _reader = _Reader(pipelines, plans)


def _extract(article: Article) -> Facts:
    return _reader.read(article)
