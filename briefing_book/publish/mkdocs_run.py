"""A run of MkDocs: strict, silent, with our plugins and the date that it is told."""

import html
import logging
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin

from briefing_book.errors import BookError
from briefing_book.model import Settings
from briefing_book.publish.kept.inputs import FEWER_PATTERNS, OURS
from briefing_book.publish.sources import Sources


def run_mkdocs(
    file: Path, settings: Settings, target: Path, sources: Sources, plugins: Iterable["BasePlugin[Any]"]
) -> None:
    """Build pages into a folder, as the configuration `file` says. Raises `BookError` with all warnings."""
    with _source_date(sources.epoch), _warnings() as warnings:
        try:
            config = load_config(
                str(file),
                docs_dir=str(sources.docs.absolute()),
                site_dir=str(target.absolute()),
                site_name=html.escape(settings.title),  # Material prints it as it is
                site_url=settings.site_url,
                strict=True,
            )
            config.markdown_extensions.append(FEWER_PATTERNS)
            config.extra["marking"] = settings.marking
            for plugin in plugins:
                config.plugins[f"{OURS}{type(plugin).__name__.lower()}"] = plugin
            build(config)
        except (MkDocsException, TemplateError) as problem:
            # Kept pages are judged after the others: sorted, the warnings are those of a site built anew.
            reasons = sorted(warnings) or [str(problem)]
            raise BookError("\n  ".join(["the site could not be built:", *reasons]), file) from None


_DATE = "SOURCE_DATE_EPOCH"


@contextmanager
def _source_date(epoch: int) -> Iterator[None]:
    """MkDocs writes today's date into the sitemap and its archive unless this variable tells another."""
    before = os.environ.get(_DATE)
    os.environ[_DATE] = str(epoch)
    try:
        yield
    finally:
        del os.environ[_DATE]
        if before is not None:
            os.environ[_DATE] = before


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """What MkDocs warns of meanwhile; none of it is printed."""
    logger, collector = logging.getLogger("mkdocs"), _Collector()
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(collector)
    try:
        yield collector.messages
    finally:
        logger.removeHandler(collector)
        logger.propagate = propagate
