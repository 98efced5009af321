"""Passages as the templates need them: their sentences, and as many of them as a page shows."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

import msgspec

from briefing_book.assemble import edtf
from briefing_book.model import Book, Passage, Source
from briefing_book.names import plain
from briefing_book.render.answers import Answers

LONGEST = 1500
"""More characters of a passage are not shown at once: the rest is read in the article."""
_SENTENCE = 160
_BRIEF = 100


class Passages:
    """The articles of a book by their ids, and what their passages stand in."""

    def __init__(self, sources: dict[str, Source], answers: Answers) -> None:
        self.answers = answers
        self._marked = answers.table("marked articles", sources.__getitem__)
        bare = {id: msgspec.structs.replace(source, marks=()) for id, source in sources.items()}
        self._bare = answers.table("articles", bare.__getitem__)

    def order(self, passage: Passage) -> tuple[tuple[bool, date, date], str, int]:
        """A key that sorts passages by their articles, in the book's order, then by their places."""
        info = self.source(passage.article).info
        return edtf.order(info.published), info.id, passage.start

    def source(self, article: str) -> Source:
        """The article with this id, without its marks: these change with whom they lead to."""
        return self._bare(article)

    def marked(self, article: str) -> Source:
        """The article with this id, with its marks."""
        return self._marked(article)

    def sentence(self, passage: Passage) -> str:
        """The sentence that a passage starts in, cut at a word where it is long."""
        source = self.source(passage.article)
        start, end = source.sentences[passage.sentence - 1]
        return shortened(source.text[start : min(end, start + _SENTENCE + 1)], _SENTENCE)

    def whole(self, passage: Passage) -> Passage:
        """The sentence that a passage starts in."""
        source = self.source(passage.article)
        start, end = source.sentences[passage.sentence - 1]
        text = source.text[start:end].rstrip()
        return msgspec.structs.replace(passage, start=start, end=start + len(text), text=text)

    def is_most(self, passage: Passage) -> bool:
        """Whether a passage, as far as it is shown, is half of its sentence or more."""
        start, end = self.source(passage.article).sentences[passage.sentence - 1]
        return 2 * min(len(passage.text), LONGEST) >= end - start

    def language(self, article: str) -> str | None:
        """The language that an article is in, where it is not the pages' own."""
        language = self.source(article).info.language
        return language if language != "en" else None

    def shown(self, passage: Passage) -> Passage:
        """The passage, or as much of its beginning as a page shows at once."""
        if len(passage.text) <= LONGEST:
            return passage
        text = shortened(passage.text, LONGEST, "")
        return msgspec.structs.replace(passage, end=passage.start + len(text), text=text)

    def brief(self, passage: Passage) -> Passage:
        """The passage, or the beginning of a long one, up to the end of a word."""
        text = shortened(passage.text, _BRIEF, "").rstrip()
        end = passage.start + len(text)
        return Passage(passage.start, end, text, passage.article, passage.sentence)

    def updated(self, article: str) -> str | None:
        """When the publisher last changed an article, in EDTF; None where it did not, or nobody knows."""
        source = self.source(article)
        return source.info.updated or (source.info.published if source.versions else None)

    def from_article(self, passages: tuple[Passage, ...], article: str) -> tuple[Passage, ...]:
        """Those of the passages that an article holds."""
        return tuple(p for p in passages if p.article == article)

    def once(self, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
        """The first of the passages of each sentence."""
        return tuple({(p.article, p.sentence): p for p in reversed(passages)}.values())[::-1]

    def first(self, passages: tuple[Passage, ...], most: int) -> tuple[Passage, ...]:
        """As many of the passages, in their order, of as many sources as can be."""
        if len(passages) <= most:
            return passages
        seen: Counter[str] = Counter()
        rounds = []
        for n, passage in enumerate(passages):
            rounds.append((seen[passage.article], n))
            seen[passage.article] += 1
        return tuple(passages[n] for n in sorted(n for _, n in sorted(rounds)[:most]))

    def unlike(self, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
        """The first of the passages that have the same words."""
        found: dict[str, Passage] = {}
        for passage in passages:
            found.setdefault(plain(passage.text).casefold(), passage)
        return tuple(found.values())

    def seen(self, articles: Iterable[str]) -> tuple[str, str] | None:
        """When the first and the last of the dated articles were published; None where none is dated.

        They are given in the book's order.
        """
        days = [day for article in articles if (day := self.source(article).info.published)]
        return (days[0], days[-1]) if days else None

    def tellers(self, passages: tuple[Passage, ...]) -> tuple[str, ...]:
        """The ids of the articles that hold the passages, each once."""
        return tuple(dict.fromkeys(p.article for p in passages))


def earlier_sources(book: Book) -> dict[str, Source]:
    """The earlier texts of all articles, by their ids, as sources without marks."""
    return {
        version.info.id: Source(version.info, version.text, version.sentences, (), also=version.also)
        for source in book.sources.values()
        for version in source.versions
    }


def shortened(text: str, most: int, more: str = "…") -> str:
    """The text, or its beginning up to the last word that ends within `most` characters."""
    if len(text) <= most:
        return text
    cut = text[:most]
    return (cut.rsplit(None, 1)[0] if len(cut.split(None, 1)) > 1 else cut) + more
