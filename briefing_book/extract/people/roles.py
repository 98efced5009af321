"""Roles: the titles that an article gives a person, as spans.

A role is a noun of office with the words that narrow it ("Kenyan head of state", "King of Jordan"),
and stands before the name, after it between commas, or after "is" or "who is".
"""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from briefing_book.extract.cues import PEOPLE
from briefing_book.extract.people.names import Candidate
from briefing_book.model import Country, CountryMention, Role

Given = dict[int, tuple[Role, ...]]
"""Roles by the character at which the mention that they stand with starts."""

_OFFICES = PEOPLE["offices"]
_ADDRESSES = PEOPLE["honorifics"] - PEOPLE["offices"]
_DETERMINERS = frozenset(["the", "a", "an", "his", "her", "its", "their", "our", "this", "that"])
_LINKS = frozenset(["of", "for", "to", "at", "in", "on"])
_BEING = frozenset(["is", "was", "are", "were", "became", "becomes", "remains"])
_MODIFIERS = frozenset(
    ["amod", "compound", "nmod", "poss", "case", "punct", "nummod", "appos", "npadvmod", "advmod", "pobj"]
)
_LONGEST = 14


def find(doc: Doc, named: Iterable[Candidate], countries: Sequence[Country]) -> Given:
    """The roles of each mention of a person."""
    return _Roles(doc, tuple(named), countries).given()


class _Roles:
    def __init__(self, doc: Doc, named: tuple[Candidate, ...], countries: Sequence[Country]) -> None:
        self._doc = doc
        self._named = named
        self._in_names = {i for c in named for i in range(c.words[0].first, c.words[-1].last + 1)}
        self._codes: dict[int, tuple[CountryMention, str]] = {
            mention.start: (mention, country.code) for country in countries for mention in country.mentions
        }

    def given(self) -> Given:
        found = ((c.start, self._of(c)) for c in self._named)
        return {start: roles for start, roles in found if roles}

    def _of(self, c: Candidate) -> tuple[Role, ...]:
        first, after = c.words[0].first, c.words[-1].last + 1
        places = [self._before(first), self._after(after), self._predicate(after)]
        return tuple(self._role(*place) for place in places if place)

    def _role(self, start: int, end: int) -> Role:
        span = self._doc[start:end]
        codes = (self._codes.get(token.idx) for token in span)
        code = next((code for m, code in filter(None, codes) if m.kind != "place"), None)
        return Role(span.start_char, span.end_char, span.text, code)

    def _before(self, name: int) -> tuple[int, int] | None:
        """The role that ends where the name starts, or at the comma before it."""
        end = name
        if end and self._doc[end - 1].text == "," and self._doc[name].head.i < name:
            end -= 1
        while end and self._doc[end - 1].lower_ in _ADDRESSES:
            end -= 1
        if end and self._doc[end - 1].lower_ in _LINKS:
            return None
        start = end
        while start and end - start < _LONGEST and self._belongs(start - 1):
            start -= 1
        return self._trimmed(start, end)

    def _belongs(self, i: int) -> bool:
        """Whether the token may stand in the words before a name."""
        token = self._doc[i]
        if token.is_space or i in self._in_names:
            return False
        if token.lower_ in ("of", "and", "for") or (
            token.lower_ == "the" and self._doc[max(i - 1, 0)].lower_ == "of"
        ):
            return True
        if token.tag_ == "POS" or token.text in "-–":
            return True
        if token.text[0].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ"):
            return True
        return token.lower_ in _OFFICES or (
            token.pos_ in ("NOUN", "ADJ", "PROPN") and token.dep_ in _MODIFIERS
        )

    def _trimmed(self, start: int, end: int) -> tuple[int, int] | None:
        """The part of the words before a name that is its role."""
        head = self._head(start, end)
        if head is None:
            return None
        first = head
        while first > start and self._narrows(first - 1):
            first -= 1
        while first < head and self._loose(first):
            first += 1
        return first, end

    def _head(self, start: int, end: int) -> int | None:
        """The noun of office that ends the words, or that "of", "for" or "and" leads on from."""
        last = end - 1
        for i in range(last, start - 1, -1):
            if self._doc[i].lower_ in _OFFICES and (i == last or self._doc[i + 1].lower_ in _LINKS):
                return self._leading(start, i)
        return None

    def _leading(self, start: int, i: int) -> int:
        """The noun further left that the noun of office itself belongs to: "Chief" of "Chief of Staff"."""
        while i - 2 >= start and self._doc[i - 1].lower_ == "of" and self._doc[i - 2].lower_ in _OFFICES:
            i -= 2
        return i

    def _narrows(self, i: int) -> bool:
        return self._doc[i].lower_ not in _LINKS | {"and"} or self._doc[i - 1].text[0].isupper()

    def _loose(self, i: int) -> bool:
        """Whether the token is no beginning of a role: a small possessive, a day, a joint."""
        token = self._doc[i]
        if token.tag_ == "POS" or token.lower_ in _LINKS | _DETERMINERS | {"and", "-", "–"}:
            return True
        return token.lower_ in PEOPLE["not_names"] or (token.is_lower and token.nbor().tag_ == "POS")

    def _after(self, i: int) -> tuple[int, int] | None:
        """The role between the comma after a name and the next one."""
        if not self._is(i, ","):
            return None
        if self._is(i + 1, "who") and self._text(i + 2) in _BEING:
            return self._phrase(i + 3)
        return self._phrase(i + 1)

    def _predicate(self, i: int) -> tuple[int, int] | None:
        """The role that the name's own clause says: "X is the mayor of Y"."""
        return self._phrase(i + 1) if self._text(i) in _BEING else None

    def _phrase(self, start: int) -> tuple[int, int] | None:
        """The role that begins here, article left out: modifiers, an office, and what "of" adds."""
        while self._text(start) in _DETERMINERS:
            start += 1
        head = start
        while head < start + _LONGEST and self._modifies(head):
            head += 1
        if head == start or self._doc[head - 1].lower_ not in _OFFICES:
            return None
        end = self._tail(head)
        if any(i in self._in_names for i in range(start, end + 1)):
            return None
        return start, end

    def _modifies(self, i: int) -> bool:
        if i >= len(self._doc):
            return False
        token = self._doc[i]
        return token.pos_ in ("NOUN", "PROPN", "ADJ") or token.tag_ == "POS" or token.text in ("-", "–")

    def _tail(self, i: int) -> int:
        """Where the words end that "of", "for" and the like add to an office."""
        end = i
        while self._text(end) in _LINKS and end < i + _LONGEST:
            stop = end + 1
            while self._text(stop) in _DETERMINERS:
                stop += 1
            first = stop
            while self._modifies(stop) or self._joins(stop):
                stop += 1
            if stop == first:
                return end
            end = stop
        return end

    def _joins(self, i: int) -> bool:
        return self._text(i) == "and" and i + 1 < len(self._doc) and self._doc[i + 1].text[0].isupper()

    def _text(self, i: int) -> str:
        return self._doc[i].lower_ if i < len(self._doc) else ""

    def _is(self, i: int, text: str) -> bool:
        return self._text(i) == text
