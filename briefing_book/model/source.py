"""An article as the book shows it, and its earlier texts."""

from briefing_book.model.facts import ArticleInfo, Edited, Span
from briefing_book.model.record import Record


class Passage(Span, frozen=True):
    """A span in one of the book's articles, and the number of the sentence that it starts in, from 1."""

    article: str
    sentence: int


class Mark(Record, frozen=True):
    """A span of an article's text that leads to a page.

    `to` is an entity's or plan's id; of the kind "dates", the date as EDTF.
    """

    start: int
    end: int
    kind: str
    to: str


class Change(Record, frozen=True):
    """A sentence that its publisher changed: as it was and as it is then; None where it came or went."""

    before: Passage | None
    after: Passage | None


class ChangedFact(Record, frozen=True):
    """A fact that only one of two versions has: its kind, what it says in the book's words, the passage.

    `says` is a name, a date in EDTF or a lemma, as its kind has it; empty where the passage tells all.
    """

    kind: str
    says: str
    passage: Passage


class Version(Record, frozen=True):
    """An earlier text of an article, and what the next one changed of it.

    `also` are other seeds with the same text. `went` are facts that the next version does not have, `came`
    those that only it has.
    """

    info: ArticleInfo
    text: str
    sentences: tuple[tuple[int, int], ...]
    changes: tuple[Change, ...] = ()
    went: tuple[ChangedFact, ...] = ()
    came: tuple[ChangedFact, ...] = ()
    also: tuple[str, ...] = ()


class Source(Record, frozen=True):
    """An article as the book shows it: `marks` do not overlap and stand in order.

    `unread`: it is in a language that the book's model does not read, so that it has no facts. `copy_of`: the
    first article with the same text, where this one is a copy or a rewrite of it: the two are one source.
    `edited` is what people have changed in its file of facts. `versions` are its earlier texts, the first one
    first; `also` are other seeds with its present text.
    """

    info: ArticleInfo
    text: str
    sentences: tuple[tuple[int, int], ...]
    marks: tuple[Mark, ...]
    unread: bool = False
    copy_of: str | None = None
    edited: tuple[Edited, ...] = ()
    versions: tuple[Version, ...] = ()
    also: tuple[str, ...] = ()
