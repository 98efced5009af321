"""Which of a book's pipelines reads an article: that of its language, or none."""

from collections.abc import Mapping

READABLE = ("en", "fr")
"""The languages, ISO 639-1, in which the book knows how facts are told."""


def read_as(language: str | None, pipelines: Mapping[str, str]) -> str | None:
    """The language in which an article is read: its own, or the first of the book where it is not known.

    `pipelines` are spaCy's by their languages. None where none of them reads the article's language.
    """
    if language is None:
        return next(iter(pipelines), None)
    return language if language in pipelines else None
