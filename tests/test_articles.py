"""A book's articles as its seeds and its people tell of them, before anything is found in them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing_book.articles import read_articles
from briefing_book.assemble.contradictions import Settled, settle
from briefing_book.editions import edition_text
from briefing_book.editions.things import version_key
from briefing_book.model import ArticleCorrection, Corrections, Edition, Reject

TEXT = "The ferry sails again. The harbour is open, the mayor said on Friday.\n"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book of one article, and its edition."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "editions").mkdir()
    (tmp_path / "seeds/ferry.txt").write_text(TEXT)
    (article,) = read_articles(tmp_path, Settled()).versions
    came = {"articles": {"ferry": "The ferry"}, "versions": {version_key("ferry", article.text): "ferry"}}
    edition = Edition(number=1, date=datetime(2031, 5, 1, tzinfo=UTC), came=came)
    (tmp_path / "editions/1.yml").write_text(edition_text(edition))
    return tmp_path


def test_corrections_follow_a_seed_that_is_renamed(book: Path) -> None:
    better = Corrections(
        articles=(ArticleCorrection(article="ferry", title="Ferries"),),
        reject=(Reject(article="ferry", kind="dates", text="Friday"),),
    )
    (book / "seeds/ferry.txt").rename(book / "seeds/may-harbour.txt")
    read = read_articles(book, settle(better))
    assert [(article.info.id, article.info.title) for article in read.versions] == [
        ("may-harbour", "Ferries")
    ]
    assert [each.article for each in read.settled.corrections.reject] == ["may-harbour"]
    assert not read.settled.mistakes


def test_those_of_an_article_that_is_gone_are_named(book: Path) -> None:
    better = Corrections(articles=(ArticleCorrection(article="ferry", title="Ferries"),))
    (book / "seeds/ferry.txt").write_text(TEXT.replace("ferry", "train"))
    (book / "seeds/ferry.txt").rename(book / "seeds/may-harbour.txt")
    read = read_articles(book, settle(better))
    assert [str(mistake.text) for mistake in read.settled.mistakes] == [
        "no article is called “ferry”; write a seed's file name without its ending"
    ]
