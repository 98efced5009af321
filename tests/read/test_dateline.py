"""A date counts only where a file states it: never one out of running text."""

import pytest

from briefing_book.read import read_content
from briefing_book.read.dateline import day_of_address, day_of_line

TEXT = (
    "Delegations of both countries met in Geneva on 3 May 2024 to speak of a ceasefire, for the first time "
    "since the talks of last year had broken down over the question of who would watch the line between them."
)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Talks in Geneva\n\n3 May 2024\n\n", "2024-05-03"),
        ("Talks in Geneva\nPublished: Friday, May 3, 2024, 10:30 a.m. EST\n\n", "2024-05-03"),
        ("Posted on 2024-05-03T10:30:00Z\n\n", "2024-05-03"),
        ("Talks in Geneva\n\nMay 2024\n\n", None),
        ("Talks in Geneva, 3 May 2024\n\n", None),
        ("03/05/2024\n\n", None),
        ("", None),
        (f"{TEXT}\n\n4 May 2024\n\n", None),
    ],
)
def test_only_a_line_of_its_own_above_the_text_is_the_date(head: str, day: str | None) -> None:
    assert day_of_line(head + TEXT) == day
    [article] = read_content((head + TEXT).encode(), "a.txt").articles
    assert article.info.published == day
    assert article.info.origins.get("published") == ("the date line" if day else None)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/world/2024/05/03/talks", "2024-05-03"),
        ("https://a.example/2024-05-03-talks.html", "2024-05-03"),
        ("https://a.example/2024/5/3", "2024-05-03"),
        ("https://a.example/2024/13/03/talks", None),
        ("https://a.example/12024/05/031/talks", None),
        ("https://a.example/2024/05/talks", None),
    ],
)
def test_an_address_tells_a_day_only_as_a_part_of_its_own(url: str, day: str | None) -> None:
    assert day_of_address(url) == day
