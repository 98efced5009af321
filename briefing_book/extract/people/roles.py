"""Roles: the titles that an article gives a person, as spans.

A role is a noun of office with the words that narrow it ("Kenyan head of state", "King of Jordan"),
and stands before the name, after it between commas, or after "is" or "who is".
"""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from briefing_book.extract.cues import PEOPLE
from briefing_book.extract.people.names import Candidate
from briefing_book.model import Country, CountryMention, Role

Given = dict[int, tuple[Role, ...]]
"""Roles by the character at which the mention that they stand with starts."""

_OFFICES = PEOPLE["offices"]
_ADDRESSES = PEOPLE["honorifics"] - PEOPLE["offices"]
_DETERMINERS = frozenset(["the", "a", "an", "his", "her", "its", "their", "our", "this", "that"])
_LINKS = frozenset(["of", "for", "to", "at", "in", "on"])
_CHOSEN = frozenset(["elect", "designate"])
_BEING = frozenset(["is", "was", "are", "were", "became", "becomes", "remains"])
_MODIFIERS = frozenset(
    ["amod", "compound", "nmod", "poss", "case", "punct", "nummod", "appos", "npadvmod", "advmod", "pobj"]
)
_NAMING = frozenset(["ORG", "NORP", "GPE", "LOC"])
_SENT = frozenset(
    ["ambassador", "envoy", "representative", "rapporteur", "emissary", "consul", "coordinator", "mediator"]
)
"""Offices of those who work for one country or body in another."""
_CLOSING = frozenset([",", ".", ";", ")", "–", "—"])
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
        following = {c.start: self._following(c.words[-1].last + 1) for c in self._named}
        taken = {place for places in following.values() for place in places}
        found = {
            c.start: [*(place for place in self._leading_up(c) if place not in taken), *following[c.start]]
            for c in self._named
        }
        return {
            start: tuple(self._role(*place) for place in places) for start, places in found.items() if places
        }

    def _following(self, after: int) -> list[tuple[int, int]]:
        """The roles that the words after a name give."""
        return [place for place in (self._after(after), self._predicate(after)) if place]

    def _leading_up(self, c: Candidate) -> Iterator[tuple[int, int]]:
        """The roles that the words before a name give: the one beside it and one before a comma."""
        name = c.words[0].first
        end = self._without_addresses(name)
        beside = self._ending(end)
        if beside:
            yield beside
            end = self._without_addresses(beside[0])
        if end and self._doc[end - 1].text == "," and self._is_apposed(name, c.words[-1].last + 1):
            before = self._ending(end - 1)
            if before:
                yield before

    def _is_apposed(self, name: int, after: int) -> bool:
        """Whether a name after a comma says who was meant before it: "the mayor, Ann Lee, said"."""
        return self._doc[name].head.i < name or self._text(after) in _CLOSING

    def _role(self, start: int, end: int) -> Role:
        span = self._doc[start:end]
        codes = (self._codes.get(token.idx) for token in self._without_post(span))
        code = next((code for m, code in filter(None, codes) if m.kind != "place"), None)
        return Role(span.start_char, span.end_char, span.text, code)

    def _without_post(self, span: Tokens) -> Iterable[Token]:
        """The words of a role without where somebody is sent: "UN envoy" of "UN envoy for Chad"."""
        for token in span[:-1]:
            if token.lower_ in _SENT and token.nbor().lower_ in _LINKS - {"of"}:
                return span[: token.i + 1 - span.start]
        return span

    def _without_addresses(self, end: int) -> int:
        while end and self._doc[end - 1].lower_ in _ADDRESSES:
            end -= 1
        return end

    def _ending(self, end: int) -> tuple[int, int] | None:
        """The role that ends here."""
        if end and self._doc[end - 1].lower_ in _LINKS | {"and"}:
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
            token.lower_ == "the" and self._doc[max(i - 1, 0)].lower_ in ("of", "for")
        ):
            return True
        if token.tag_ == "POS" or (token.text in "-–" and not token.whitespace_):
            return True
        if self._joined(i) or (token.text == "Under" and self._text(i + 1) in _OFFICES):
            return True
        if token.lower_ in _LINKS:
            return self._doc[max(i - 1, 0)].lower_ in _OFFICES
        if token.text[0].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ"):
            return True
        return (
            token.lower_ in _OFFICES
            or _describes(token)
            or (token.pos_ in ("NOUN", "ADJ", "PROPN") and token.dep_ in _MODIFIERS)
        )

    def _joined(self, i: int) -> bool:
        """Whether a hyphen ties the word to the next: "far" of "far-left"."""
        return self._is(i + 1, "-") and not self._doc[i].whitespace_ and self._doc[i].is_alpha

    def _is_office(self, i: int) -> bool:
        chosen = self._text(i) in _CHOSEN and i > 1 and self._doc[i - 1].text == "-"
        return self._doc[i - 2 if chosen else i].lower_ in _OFFICES

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
            if self._is_office(i) and (i == last or self._doc[i + 1].lower_ in _LINKS):
                return self._leading(start, i)
        return None

    def _leading(self, start: int, i: int) -> int:
        """The noun further left that the noun of office itself belongs to: "Chief" of "Chief of Staff"."""
        while i - 2 >= start and self._doc[i - 1].lower_ == "of" and self._doc[i - 2].lower_ in _OFFICES:
            i -= 2
        return i

    def _narrows(self, i: int) -> bool:
        """Whether the token before a noun of office is a part of the role."""
        low, before = self._doc[i].lower_, self._doc[max(i - 1, 0)]
        if low == "and":
            return before.text[0].isupper() and before.ent_type_ != "PERSON"
        if low in _LINKS:
            return before.text[0].isupper() and before.pos_ == "PROPN" and not self._is_adjective(i + 1)
        return True

    def _is_adjective(self, i: int) -> bool:
        """Whether a country's adjective stands here, as it does before an office, not at a name's end."""
        mention = self._codes.get(self._doc[i].idx)
        return mention is not None and mention[0].kind == "demonym"

    def _loose(self, i: int) -> bool:
        """Whether the token is no beginning of a role: a small possessive, a day, a joint."""
        token = self._doc[i]
        if token.tag_ == "POS" or token.lower_ in _LINKS | _DETERMINERS | {"and", "-", "–"}:
            return True
        named = token.ent_type_ in _NAMING and token.lower_ in PEOPLE["not_names"]
        return (token.lower_ in PEOPLE["not_names"] and not named) or (
            token.is_lower and token.nbor().tag_ == "POS"
        )

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
        if any(i in self._in_names for i in range(start, end + 1)) or self._acts(head - 1, end):
            return None
        return start, end

    def _acts(self, noun: int, end: int) -> bool:
        """Whether the noun is somebody else who does what follows: "Asked about Lee, the judge laughed"."""
        follows = self._doc[end] if end < len(self._doc) else None
        acting = self._doc[noun].dep_ in ("nsubj", "nsubjpass")
        return acting and follows is not None and follows.pos_ in ("VERB", "AUX")

    def _modifies(self, i: int) -> bool:
        if i >= len(self._doc):
            return False
        token = self._doc[i]
        return (
            token.pos_ in ("NOUN", "PROPN", "ADJ")
            or _describes(token)
            or token.tag_ == "POS"
            or token.text in "-–"
        )

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
            if stop == first or (self._is(end, "at") and not self._has_name(first, stop)):
                return end
            end = stop
        return end

    def _has_name(self, start: int, end: int) -> bool:
        return any(token.text[0].isupper() for token in self._doc[start:end])

    def _joins(self, i: int) -> bool:
        if self._text(i) != "and" or i + 1 >= len(self._doc) or i + 1 in self._in_names:
            return False
        return self._doc[i + 1].text[0].isupper()

    def _text(self, i: int) -> str:
        return self._doc[i].lower_ if i < len(self._doc) else ""

    def _is(self, i: int, text: str) -> bool:
        return self._text(i) == text


def _describes(token: Token) -> bool:
    """Whether the token is a participle that qualifies a noun: "self-proclaimed", "ousted"."""
    return token.pos_ == "VERB" and token.tag_ == "VBN" and token.dep_ == "amod"
