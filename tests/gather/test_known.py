"""Where a seed came from is told to the builds, and never against what its page may state itself."""

from pathlib import Path

import pytest

from briefing_book.errors import BookError
from briefing_book.gather.known import Known, completed, known, save_known
from briefing_book.model import ArticleInfo
from briefing_book.read.header import FIRST_WORDS

SOURCE = Known(
    file="talks – 2.html",
    address="https://news.example/talks",
    title="Talks go on",
    published="2026-11-20",
    etag='"a: b"',
    sha256="0" * 64,
)


def test_what_was_written_is_read_again(book: Path) -> None:
    sources = {
        "talks – 2.html": SOURCE,
        "a.pdf": Known(file="a.pdf", address="https://b.example/", asked="http://b.example/"),
    }
    save_known(book, sources)
    assert known(book) == sources
    assert list(known(book)) == ["a.pdf", "talks – 2.html"], (
        "sorted, so that two people's files can be merged"
    )


def test_a_broken_file_is_named_with_its_line(book: Path) -> None:
    (book / "seeds" / ".added.yml").write_text("- file: a.html\n  address: https://a.example/\n  tag: x\n")
    with pytest.raises(BookError, match=r"\.added\.yml:3: .*tag"):
        known(book)


def test_what_an_article_leaves_unsaid_comes_from_where_it_was_brought_from() -> None:
    bare = ArticleInfo(
        id="talks", file="seeds/talks.txt", title="Nothing was agreed", origins={"title": FIRST_WORDS}
    )
    info = completed(bare, SOURCE)
    assert (info.url, info.title, info.published) == (SOURCE.address, "Talks go on", "2026-11-20")
    assert info.origins == {
        "title": "the feed that listed it",
        "published": "the feed that listed it",
        "url": "the address it was brought from",
    }


@pytest.mark.parametrize(
    ("stated", "url"),
    [
        ("https://www.news.example/2026/talks", "https://www.news.example/2026/talks"),
        ("https://agency.example/talks", SOURCE.address),
    ],
)
def test_what_an_article_states_stays_but_for_an_address_on_another_site(stated: str, url: str) -> None:
    own = {"title": "og:title", "published": "og:date", "url": "canonical"}
    info = ArticleInfo(
        id="talks", file="seeds/talks.html", title="No end", published="2026-11-19", url=stated, origins=own
    )
    told = completed(info, SOURCE)
    assert (told.title, told.published, told.url) == ("No end", "2026-11-19", url)
