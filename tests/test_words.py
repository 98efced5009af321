"""Numbers and their nouns."""

from briefing_book.words import count


def test_one_is_never_many() -> None:
    assert [count(n, "article") for n in (0, 1, 2, 1000)] == [
        "0 articles",
        "1 article",
        "2 articles",
        "1,000 articles",
    ]
    assert [count(n, "person", "people") for n in (1, 2)] == ["1 person", "2 people"]
