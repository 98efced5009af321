"""Which addresses lead to the same article."""

import pytest

from briefing_book.web import is_article, same_address

PAGE = "https://news.example/a/Story?id=7&page=2"


@pytest.mark.parametrize(
    "address",
    [
        "http://news.example/a/Story?id=7&page=2",
        "HTTPS://WWW.News.Example:443/a/Story/?page=2&id=7#top",
        "https://news.example/a/St%6Fry?utm_source=x&id=7&fbclid=1&page=2&at_medium=rss",
        "  https://news.example./a/Story?id=7&page=2\n",
    ],
)
def test_what_does_not_tell_which_page_it_is_makes_no_difference(address: str) -> None:
    assert same_address(address) == same_address(PAGE)


@pytest.mark.parametrize(
    "address",
    [
        "https://news.example/a/story?id=7&page=2",
        "https://news.example/a/Story?id=8&page=2",
        "https://news.example:8443/a/Story?id=7&page=2",
        "https://m.news.example/a/Story?id=7&page=2",
        "https://news.example/a%2FStory?id=7&page=2",
    ],
)
def test_another_page_has_another_address(address: str) -> None:
    assert same_address(address) not in ("", same_address(PAGE))


@pytest.mark.parametrize(
    "address", [None, "", "mailto:a@b.example", "news", "https://", "http://[::1", "ftp://a/b"]
)
def test_what_is_no_web_address_has_none(address: str | None) -> None:
    assert same_address(address) == ""


def test_a_front_page_is_no_articles_address() -> None:
    assert not is_article(same_address("https://news.example/?utm_source=rss"))
    assert is_article(same_address("https://news.example/?p=12"))
