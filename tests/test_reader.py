"""The process that reads a few new articles finds what is found without it, and nothing waits for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_book.model import Article, ArticleInfo, Facts, Settings
from briefing_book.reader import MOST, Reader, read_all, reader_of

ENGLISH = Settings().pipelines
TEXTS = (
    "Ana Lima, the foreign minister of Brazil, met Bo Ek in Paris on 4 May 2023. “We welcome it,” she said.",
    "“Nobody asked us,” said Omar Haddad, a spokesman for Jordan’s government, on Friday.",
)


def articles() -> list[Article]:
    infos = (ArticleInfo(id=str(n), file=f"{n}.txt", title="Talks") for n in range(len(TEXTS)))
    return [Article(info, text) for info, text in zip(infos, TEXTS, strict=True)]


@pytest.fixture(scope="module")
def alone() -> list[Facts]:
    return list(read_all(None, articles(), ENGLISH, ()))


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    with reader_of(tmp_path, 1) as reader:
        assert reader
        yield reader


def test_it_finds_the_same_each_time(reader: Reader, alone: list[Facts]) -> None:
    assert list(read_all(reader, articles(), ENGLISH, ())) == alone
    assert list(read_all(reader, articles(), ENGLISH, ())) == alone


def test_articles_are_read_where_it_has_ended(reader: Reader, alone: list[Facts]) -> None:
    reader.end()
    assert list(read_all(reader, articles(), ENGLISH, ())) == alone


def test_articles_are_read_where_it_knows_other_settings(reader: Reader) -> None:
    assert [facts.people for facts in read_all(reader, articles(), {}, ())] == [(), ()]


@pytest.mark.parametrize("number", [0, MOST + 1])
def test_there_is_none_where_it_does_not_pay(tmp_path: Path, number: int) -> None:
    with reader_of(tmp_path, number) as reader:
        assert reader is None
