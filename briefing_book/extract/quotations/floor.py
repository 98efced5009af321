"""Who has the floor: the speaker whose words go on without being named again.

Within a paragraph that is whoever spoke last in it. A paragraph that is all quotation goes on for whoever
spoke last in the one before.
"""

from bisect import bisect_right

from spacy.tokens import Span as Tokens

from briefing_book.extract.quote_marks import MARKS, paragraphs


class Floor:
    """Follows the speech of an article from place to place."""

    def __init__(self, text: str, told: list[tuple[int, Tokens | None]]) -> None:
        """`told` are the ends of reported speech with their speakers."""
        self._text = text
        self._paragraphs = list(paragraphs(text))
        self._starts = [start for start, _ in self._paragraphs]
        self._told = sorted(told, key=lambda end: end[0])
        self._next = 0
        self._last: tuple[int, Tokens | None] | None = None

    def take(self, place: int, speaker: Tokens | None) -> None:
        """Somebody, or nobody known, spoke up to a place after all places before."""
        self._last = (place, speaker)

    def holder(self, place: int) -> Tokens | None:
        """Who goes on speaking at a place."""
        while self._next < len(self._told) and self._told[self._next][0] < place:
            if self._last is None or self._told[self._next][0] > self._last[0]:
                self._last = self._told[self._next]
            self._next += 1
        if self._last is None:
            return None
        here, before = self._number(place), self._number(self._last[0] - 1)
        if here == before or (here == before + 1 and self._is_all_quotation(here)):
            return self._last[1]
        return None

    def _number(self, place: int) -> int:
        return bisect_right(self._starts, place) - 1

    def _is_all_quotation(self, number: int) -> bool:
        start, end = self._paragraphs[number]
        return self._text[start] in MARKS and self._text[start:end].rstrip()[-1] in MARKS
