"""The small book, its pages and its site."""

from pathlib import Path

import pytest

from briefing_book.model import Book
from briefing_book.render import render
from tests.render.small_book import TEMPLATES, build_site, small_book


@pytest.fixture(scope="session")
def book() -> Book:
    return small_book()


@pytest.fixture(scope="session")
def empty() -> Book:
    return Book("Nothing yet", {}, {}, *[()] * 9)


@pytest.fixture(scope="session")
def pages(book: Book) -> dict[str, str]:
    return dict(render(book, TEMPLATES))


@pytest.fixture(scope="session")
def site(book: Book, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(book, tmp_path_factory.mktemp("book"))
