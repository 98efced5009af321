"""An article as the book reads it: its facts, its text, and passages cut from it."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from briefing_book.assemble import edtf
from briefing_book.languages import read_as
from briefing_book.model import Facts, Passage, Span


class Reading:
    """One article's facts and text; `order` sorts articles by their dates, undated ones last."""

    def __init__(self, facts: Facts, text: str) -> None:
        self.facts = facts
        self.text = text
        self.id = facts.article.id
        self.order = (edtf.order(facts.article.published), self.id)
        self._starts = [start for start, _ in facts.sentences]
        self._sentences: dict[int, Passage] = {}

    def is_unread(self, pipelines: Mapping[str, str]) -> bool:
        """Whether none of the book's pipelines reads the article's language."""
        return read_as(self.facts.article.language, pipelines) is None

    def number(self, place: int) -> int:
        """The number, from 1, of the sentence that holds this place."""
        return bisect_right(self._starts, place) or 1

    def narration(self) -> str:
        """The text without what stands in it in quotation marks."""
        kept, last = [], 0
        for quotation in self.facts.quotations:
            if quotation.direct and quotation.start >= last:
                kept.append(self.text[last : quotation.start])
                last = quotation.end
        return "".join((*kept, self.text[last:]))

    def passage(self, span: Span) -> Passage:
        """A span of this article, and the sentence that it starts in."""
        return self.cut(span.start, span.end)

    def cut(self, start: int, end: int) -> Passage:
        """The passage between two offsets."""
        number = self.number(start)
        return Passage(start=start, end=end, text=self.text[start:end], article=self.id, sentence=number)

    def sentence(self, number: int) -> Passage:
        """A whole sentence, or the whole text where the article has no sentences."""
        if number not in self._sentences:
            start, end = self.facts.sentences[number - 1] if self.facts.sentences else (0, len(self.text))
            words = self.text[start:end].rstrip()
            self._sentences[number] = self.cut(start, start + len(words))
        return self._sentences[number]


class Library:
    """All articles of the book in their order, and the order of passages in it.

    `copy_of` tells of which earlier article an article is a copy or a rewrite.
    """

    def __init__(self, readings: Iterable[Reading], copy_of: dict[str, str] | None = None) -> None:
        self.readings = sorted(readings, key=lambda reading: reading.order)
        self.copy_of = copy_of or {}
        self.by_id = {reading.id: reading for reading in self.readings}
        self._place = {reading.id: place for place, reading in enumerate(self.readings)}

    def with_copies(self, copy_of: dict[str, str]) -> "Library":
        """The same library, which knows of which earlier article each copy is."""
        return Library(self.readings, copy_of)

    def order(self, passage: Passage) -> tuple[int, int, int]:
        """A key that sorts passages by their articles, then by their places."""
        return self._place[passage.article], passage.start, passage.end

    def tidy(self, passages: Iterable[Passage]) -> tuple[Passage, ...]:
        """Passages in order, each once."""
        found = {self.order(passage): passage for passage in passages}
        return tuple(found[place] for place in sorted(found))

    def articles(self, passages: Iterable[Passage]) -> tuple[str, ...]:
        """The ids of the articles that the passages are from, in order."""
        return tuple(sorted({passage.article for passage in passages}, key=self._place.__getitem__))

    def independent(self, passages: Iterable[Passage]) -> int:
        """How many independent sources the passages are from: an article and its copies are one."""
        return len({self.copy_of.get(passage.article, passage.article) for passage in passages})

    def sentence(self, passage: Passage) -> Passage:
        """The whole sentence that a passage starts in."""
        return self.by_id[passage.article].sentence(passage.sentence)
