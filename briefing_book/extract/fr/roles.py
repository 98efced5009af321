"""Roles in a French article, before a name or after it: "président biélorusse", "chef de l'État".

A role begins with a noun of office and goes on with adjectives and with what "de", "du" and the like add.
"""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from briefing_book.extract.fr.words import PEOPLE
from briefing_book.extract.people.words import Words
from briefing_book.model import Country, Role

Given = dict[int, tuple[Role, ...]]
"""Roles by the character at which the name that they stand with starts."""

_OFFICES = PEOPLE["offices"]
_LINKS = frozenset(["de", "du", "des", "d'", "d’", "à", "au", "aux", "chargé", "chargée", "en"])
_ARTICLES = frozenset(["la", "le", "les", "l'", "l’"])
_PLAIN = frozenset(["ADJ", "NOUN", "PROPN", "NUM"])
_LONGEST = 16
_CLOSING = frozenset([",", ")", ".", ";", "]", "–", "—"])


def find(doc: Doc, names: Iterable[Words], countries: Sequence[Country]) -> Given:
    """The roles of each mention of a person."""
    codes = {m.start: c.code for c in countries for m in c.mentions if m.kind != "place"}
    adjectives = frozenset(t.i for t in doc if t.idx in codes)
    runs = list(names)
    inside = {i for run in runs for i in range(run[0].first, run[-1].last + 1)}
    given = {}
    for run in runs:
        places = [
            before(doc, run[0].first, inside, adjectives),
            _after(doc, run[-1].last + 1, inside, adjectives),
        ]
        found = tuple(_role(doc, *place, codes) for place in places if place)
        if found:
            given[run[0].start] = found
    return given


def _role(doc: Doc, start: int, end: int, codes: dict[int, str]) -> Role:
    span = doc[start:end]
    code = next((codes[token.idx] for token in span if token.idx in codes), None)
    return Role(span.start_char, span.end_char, span.text, code)


def before(doc: Doc, name: int, inside: set[int], adjectives: frozenset[int]) -> tuple[int, int] | None:
    """The role (from, to) right before a name, or before the comma before it.

    `inside` are the words of names, `adjectives` those that name a country.
    """
    end = name
    while end and doc[end - 1].lower_ in PEOPLE["addresses"]:
        end -= 1
    comma = end > 0 and doc[end - 1].text == ","
    end -= comma
    for start in range(end - 1, max(-1, end - _LONGEST), -1):
        if start in inside or not (_may_belong(doc[start]) or start in adjectives):
            return None
        if not _is_office(doc, start) or _tail(doc, start + 1, inside, adjectives) != end:
            continue
        if comma and not (_is_definite(doc, start) and _is_one(doc, start, end)):
            return None
        if comma and _belongs_to_office(doc, start):
            return None
        return _widened(doc, start, inside), end
    return None


def _is_one(doc: Doc, start: int, end: int) -> bool:
    """Whether the words name no second office, whose the name might be: "l'émissaire du président, X"."""
    return not any(_is_office(doc, i) or doc[i].lower_ in _OFFICES for i in range(start + 2, end))


def _belongs_to_office(doc: Doc, i: int) -> bool:
    """Whether the office here is only what another one is of: "le porte-parole du président"."""
    k = i - 1
    while k > 0 and doc[k].lower_ in _LINKS | _ARTICLES:
        k -= 1
    return 0 <= k < i - 1 and doc[k].lower_ in _OFFICES


def _is_office(doc: Doc, i: int) -> bool:
    """Whether a noun of office stands here that is not itself what another one is of."""
    low = doc[i].lower_
    if low not in _OFFICES and low.rsplit("-", 1)[-1] not in _OFFICES:
        return False
    return i == 0 or doc[i - 1].lower_ not in _OFFICES


def _is_definite(doc: Doc, i: int) -> bool:
    while i > 0 and doc[i - 1].lower_ in PEOPLE["before"]:
        i -= 1
    return i > 0 and doc[i - 1].lower_ in _ARTICLES | {"son", "sa", "un", "une", "leur", "du", "au"}


def _may_belong(token: Token) -> bool:
    return token.pos_ in _PLAIN or token.lower_ in _LINKS | _ARTICLES | _OFFICES | {
        "et",
        "-",
        "général",
        "adjoint",
    }


def _widened(doc: Doc, start: int, inside: set[int]) -> int:
    """With "ancien", "ex-" and the like before the office."""
    while (
        start > 0
        and start - 1 not in inside
        and (doc[start - 1].lower_ in PEOPLE["before"] or (doc[start - 1].text == "-"))
    ):
        start -= 1
    while doc[start].text == "-":
        start += 1
    return start


def _after(doc: Doc, i: int, inside: set[int], adjectives: frozenset[int]) -> tuple[int, int] | None:
    """The role between the comma or bracket after a name and the next one."""
    if i >= len(doc) or doc[i].text not in (",", "("):
        return None
    start = i + 1
    while start < len(doc) and doc[start].lower_ in _ARTICLES | {"un", "une"}:
        start += 1
    head = start
    while head < len(doc) and doc[head].lower_ in PEOPLE["before"] | {"-"}:
        head += 1
    if head >= len(doc) or doc[head].lower_ not in _OFFICES:
        return None
    end = _tail(doc, head + 1, inside, adjectives)
    closes = end < len(doc) and (doc[end].text in _CLOSING or doc[end].lower_ == "pour")
    if closes and not inside & set(range(start, end + 1)):
        return start, end
    return None


def _tail(doc: Doc, i: int, inside: set[int], adjectives: frozenset[int]) -> int:
    """Where the words end that narrow the office before them."""
    end = i
    while end < len(doc) and end - i < _LONGEST and end not in inside:
        stop = end + 1 if end in adjectives else _phrase(doc, end, inside)
        if stop == end:
            break
        end = stop
    return end


def _phrase(doc: Doc, i: int, inside: set[int]) -> int:
    """The end of an adjective, or of "de la Défense", "et des Finances", that begins here."""
    if doc[i].pos_ == "ADJ" or doc[i].lower_ in ("adjoint", "général", "générale", "adjointe", "en"):
        return i + 1 if doc[i].lower_ != "en" else _noun(doc, i + 1, inside, i)
    k = i + (doc[i].lower_ == "et" or doc[i].text == ",")
    if k < len(doc) and doc[k].lower_ in _LINKS:
        return _noun(doc, k + 1, inside, i)
    plain = (
        k == i
        and doc[i].pos_ in ("NOUN", "PROPN")
        and i not in inside
        and (doc[i].is_lower or doc[i - 1].text == "-")
    )
    return i + 1 if plain or doc[i].text == "-" else i


def _noun(doc: Doc, i: int, inside: set[int], otherwise: int) -> int:
    while i < len(doc) and doc[i].lower_ in _ARTICLES:
        i += 1
    end = i
    while end < len(doc) and end not in inside and (doc[end].pos_ in _PLAIN or doc[end].text == "-"):
        end += 1
    return end if end > i else otherwise
