"""Many articles at once: on every core where there is enough work for it, with the same facts either way.

An article is always read by itself: a batch would change the model's last digits, and with them facts.
"""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from spacy.language import Language

from briefing_book.extract import extract, pipeline
from briefing_book.model import Article, Facts, Plan

WORTH_A_WORKER = 60_000
"""Characters of text that take as long to read as a further worker takes to load the model."""
_CHUNK = 4

_nlp: Language
_plans: tuple[Plan, ...]


def extract_all(
    articles: Sequence[Article], model: str, plans: tuple[Plan, ...], workers: int | None = None
) -> Iterator[Facts]:
    """The facts of all articles, in their order; by default with as many workers as pay."""
    workers = workers or _workers(articles)
    if workers == 1:
        nlp = pipeline.load(model)
        yield from (extract(article, nlp, plans) for article in articles)
        return
    pipeline.require(model)
    spawn = get_context("spawn")
    with ProcessPoolExecutor(workers, spawn, initializer=_prepare, initargs=(model, plans)) as pool:
        yield from pool.map(_extract, articles, chunksize=_CHUNK)


def _workers(articles: Sequence[Article]) -> int:
    work = sum(len(article.text) for article in articles) // WORTH_A_WORKER
    return max(1, min(os.cpu_count() or 1, work, len(articles)))


def _prepare(model: str, plans: tuple[Plan, ...]) -> None:
    global _nlp, _plans
    _nlp, _plans = pipeline.load(model), plans


def _extract(article: Article) -> Facts:
    return extract(article, _nlp, _plans)
