"""Where the name of an organisation begins and ends, when its label or its capitals stop elsewhere.

"People's" and what stands before it belong to the name, a hyphened word is whole or not in it, and the office
of somebody in the organisation is no part of it.
"""

from spacy.tokens import Doc

from briefing_book.extract.cues import INSTITUTIONS, PEOPLE

_HYPHENS = frozenset("-‐‑–")
_RANKS = INSTITUTIONS.narrowing | INSTITUTIONS.ranks


def with_people(doc: Doc, start: int) -> int:
    """The beginning of the name with "Karen People's" before it."""
    if start < 2 or doc[start - 1].tag_ != "POS" or doc[start - 2].lower_ not in INSTITUTIONS.owners:
        return start
    first = start - 2
    while (
        first and not doc[first].is_sent_start and doc[first - 1].is_title and doc[first - 1].pos_ == "PROPN"
    ):
        first -= 1
    return first if doc[start - 2].is_title else start


def whole_word(doc: Doc, start: int, end: int) -> int:
    """The end of a name that stopped amid a hyphened word after "of": "Union of Coast-side Towns"."""
    inside = start < end - 1 and doc[end - 2].lower_ in ("of", "for") and end + 1 < len(doc)
    if not inside or doc[end - 1].whitespace_ or doc[end].text not in _HYPHENS or doc[end].whitespace_:
        return end
    end += 2
    if end < len(doc) and doc[end].pos_ in ("NOUN", "PROPN"):
        end += 1
    while end < len(doc) and doc[end].is_title and doc[end].pos_ == "PROPN":
        end += 1
    return end


def without_office(doc: Doc, start: int, end: int) -> int:
    """The end of a name before the office of somebody in it: "Arctic Council Special Envoy"."""
    if doc[end - 1].lower_ not in PEOPLE["offices"] or any(t.lower_ == "of" for t in doc[start:end]):
        return end
    end -= 1
    while end > start and doc[end - 1].lower_ in _RANKS:
        end -= 1
    return end
