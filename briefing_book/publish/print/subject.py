"""What a brief is on, by its id: the whole book, what changed since a day, or a plan or an entity."""

BOOK = "book"
"""The id of the brief of the whole book."""
SINCE = "since-"
"""In the id of a brief of what changed since, before the day, month or year, in EDTF."""


def is_of_edition(id: str) -> bool:
    """Whether a brief is on the book as a whole, and so on an edition of it."""
    return id == BOOK or id.startswith(SINCE)
