"""The noun phrases of an article: who is named by several words, without clauses and appositions."""

from collections.abc import Callable
from itertools import takewhile

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

DASHES = frozenset({"—", "–", "―", "-", "--"})

_LINKS = frozenset({"of", "for", "at", "in", "to", "from", "with", "on"})


class Phrases:
    """Finds the noun phrase of a word. `passage_of` tells which quoted passage a word stands in, or -1."""

    def __init__(self, doc: Doc, passage_of: Callable[[int], int]) -> None:
        self._doc = doc
        self._passage_of = passage_of
        self._chunks = {
            i: chunk for chunk in map(_cut, doc.noun_chunks) for i in range(chunk.start, chunk.end)
        }

    def chunk(self, i: int) -> Tokens | None:
        """The simple noun phrase that a word stands in, with nothing after its head."""
        return self._chunks.get(i)

    def starting_at(self, i: int) -> Tokens | None:
        """The noun phrase that starts at a word."""
        chunk = self._chunks.get(i)
        return self.of(chunk.root) if chunk is not None and chunk.start == i else None

    def of(self, head: Token) -> Tokens:
        """The noun phrase of a head, with the "of …" or "and …" after it, without clauses and appositions.

        Of a possessor it is the possessor alone: Lee, in "Lee's call".
        """
        if head.dep_ == "poss":
            return self._doc[head.left_edge.i : head.i + 1]
        chunk = self._chunks.get(head.i)
        start, end = (chunk.start, chunk.end) if chunk is not None else (head.i, head.i + 1)
        start, end = self._with_hyphens(start, end)
        while end + 1 < len(self._doc):
            following = self._chunks.get(end + 1)
            if (
                following is None
                or self._passage_of(end + 1) >= 0
                or not _joins(self._doc[end], following, start)
            ):
                break
            end = following.end
        return self._doc[start:end]

    def ending_at(self, i: int) -> Tokens | None:
        """The noun phrase that ends at a word, with what its links tie it to: "advisers to Mr. Lee"."""
        chunk = self._chunks.get(i)
        while chunk is not None and chunk.start > 1 and self._doc[chunk.start - 1].lower_ in _LINKS:
            before = self._chunks.get(chunk.start - 2)
            if before is None or not _joins(self._doc[chunk.start - 1], chunk, before.start):
                break
            chunk = self._doc[before.start : i + 1]
        return chunk

    def _with_hyphens(self, start: int, end: int) -> tuple[int, int]:
        """The words with what hyphens tie to their first and their last: "al-Amin"."""
        while start > 1 and self._is_hyphen(start - 1):
            start -= 2
        while end + 1 < len(self._doc) and self._is_hyphen(end):
            end += 2
        return start, end

    def _is_hyphen(self, i: int) -> bool:
        mark = self._doc[i]
        return mark.text in ("-", "‑") and not mark.whitespace_ and not mark.nbor(-1).whitespace_


def _joins(link: Token, following: Tokens, start: int) -> bool:
    """Whether a word ties the noun phrase after it to the one that runs from `start` to it."""
    if link.lower_ in ("and", "&"):
        return following.root.dep_ == "conj" and start <= following.root.head.i < link.i
    return link.lower_ in _LINKS and start <= link.head.i < link.i


def _cut(chunk: Tokens) -> Tokens:
    """A noun phrase up to a dash in it, without punctuation at its start."""
    skipped = len(list(takewhile(lambda word: word.is_punct or word.is_space, chunk)))
    start = chunk.start + skipped
    dashes = (word.i for word in chunk[skipped:] if word.text in DASHES and word.whitespace_)
    return chunk.doc[start : next(dashes, chunk.end)]
