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

_pipelines: "Pipelines"
_plans: tuple[Plan, ...]


class Pipelines:
    """spaCy's pipelines by their languages, each loaded for the first article that needs it."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names
        self._loaded: dict[str, Language] = {}

    def read(self, article: Article, plans: tuple[Plan, ...]) -> Facts:
        """The facts of an article. Raises `BookError` where its language's pipeline is not installed."""
        language = read_as(article.info.language, self.names)
        if language is None:
            return unread(article)
        if language not in self._loaded:
            self._loaded[language] = pipeline.load(self.names[language])
        return extract(article, self._loaded[language], plans)


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
        alone = Pipelines(pipelines)
        yield from (alone.read(article, plans) for article in articles)
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
    global _pipelines, _plans
    _pipelines, _plans = Pipelines(pipelines), plans


def _extract(article: Article) -> Facts:
    return _pipelines.read(article, _plans)
