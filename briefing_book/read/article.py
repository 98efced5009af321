"""The article that a draft becomes: what its file does not state is looked for where it may be read off.

A language that a program wrote into a file, such as the `en` of most templates, gives way to what the letters
show beyond doubt; one that a person wrote does not.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from briefing_book.errors import SeedError
from briefing_book.model import Article, ArticleInfo
from briefing_book.read.dateline import day_of_address, day_of_line
from briefing_book.read.draft import Draft
from briefing_book.read.header import FIRST_WORDS, FRONT_MATTER
from briefing_book.read.language import detect_language, is_english
from briefing_book.read.stated import Stated
from briefing_book.read.title import title_of

LONGEST_TEXT = 1_000_000
"""Characters: a long novel. What is longer is no article, and more than the model reads at once."""
TEMPLATE_LANGUAGE = "en"


def article_of(draft: Draft, id: str, file: str) -> Article:
    """The article with this id from `file`. Raises `SeedError` where the draft has no text, or too much."""
    text = draft.text
    _require_text(text, file)
    read_off = list(_read_off(draft, text))
    known = replace(
        draft.stated,
        **{thing: value for thing, value, _ in read_off},
        origins={**draft.stated.origins, **{thing: place for thing, _, place in read_off}},
    )
    return Article(
        ArticleInfo(
            id=id,
            file=file,
            title=known.title or "",
            published=known.published,
            publisher=known.publisher,
            url=known.url,
            language=known.language,
            author=known.author,
            updated=known.updated,
            origins=known.origins,
        ),
        text,
    )


def _read_off(draft: Draft, text: str) -> Iterator[tuple[str, str, str]]:
    """What is not stated, or wrongly, but can be told: the thing, its value and where that stands."""
    stated = draft.stated
    if not stated.title:
        yield "title", title_of(text, draft.markdown), FIRST_WORDS
    if not stated.published:
        if day := day_of_line(text):
            yield "published", day, "the date line"
        elif stated.url and (day := day_of_address(stated.url)):
            yield "published", day, "its address"
    if language := _language(stated, text):
        yield "language", language, "its letters"


def _language(stated: Stated, text: str) -> str | None:
    """The language that the letters show, where it counts; None where what is stated does."""
    if stated.language is None:
        return detect_language(text)
    if stated.origins.get("language") == FRONT_MATTER:
        return None
    shown = TEMPLATE_LANGUAGE if is_english(text) else None
    if stated.language == TEMPLATE_LANGUAGE and shown is None:
        shown = detect_language(text)
    return shown if shown != stated.language else None


def _require_text(text: str, file: str) -> None:
    if not any(character.isalnum() for character in text):
        raise SeedError("holds no text; put the article into it, or remove it", file)
    if len(text) > LONGEST_TEXT:
        raise SeedError(f"is longer than {LONGEST_TEXT:,} characters; split it into its articles", file)
