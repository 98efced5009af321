"""Countries: every span that names one by its name, its adjective or demonym, or a place in it.

Which of several places of one name is meant, the article's other places tell, then the places' size.
"""

import math
import re
from collections import Counter
from itertools import pairwise

from spacy.tokens import Doc

from briefing_book.extract.countries import gazetteer
from briefing_book.extract.countries.gazetteer import Entry
from briefing_book.extract.countries.place_names import Candidate, named
from briefing_book.model import Country, CountryMention

_WITHIN = re.compile(r",\s?(?:in )?| in ")
_BESIDE = re.compile(r",? (?:just )?(?:(?:north|south|east|west)+(?:ern)?|outside|near) (?:of )?")
_VOTE_WEIGHT = 1
_MOST_VOTES = 2
_NAMESAKE_WEIGHT = 1_500_000
"""How large a place must be to be meant where nothing else in the article is in its country."""


def find(doc: Doc) -> tuple[Country, ...]:
    """The countries that the article names, in the order of their first mention."""
    found: dict[str, list[CountryMention]] = {}
    for c, entry in _resolved(doc.text, named(doc, gazetteer.load())):
        mention = CountryMention(start=c.start, end=c.end, text=c.text, kind=entry.kind)
        found.setdefault(entry.code, []).append(mention)
    return tuple(Country(code=code, mentions=tuple(mentions)) for code, mentions in found.items())


def _resolved(text: str, candidates: list[Candidate]) -> list[tuple[Candidate, Entry]]:
    """The candidates and what they name; those left out name a namesake that the gazetteer lacks."""
    told = _told(text, candidates)
    codes = {c.key: c.code for c in candidates if c.code} | {key: entry.code for key, entry in told.items()}
    votes = Counter(codes.values())
    meant = [(c, told.get(c.key) or _likeliest(c, votes)) for c in candidates]
    return [(c, entry) for c, entry in meant if entry is not None]


def _told(text: str, candidates: list[Candidate]) -> dict[str, Entry]:
    """What the article itself says: "London, Ky." is in the United States, "Tbilisi, Georgia" in Georgia."""
    told: dict[str, Entry] = {}
    for inner, outer in pairwise(candidates):
        gap = text[inner.end : outer.start]
        if outer.code and inner.is_place and _places(gap, inner, outer.entries[0]):
            told.setdefault(inner.key, Entry(outer.code, "place", 0))
        elif inner.code and not outer.code and _WITHIN.fullmatch(gap):
            for entry in outer.entries:
                if entry.code == inner.code:
                    told.setdefault(outer.key, entry)
    return told


def _places(gap: str, inner: Candidate, outer: Entry) -> bool:
    """Whether the words between say that `inner` is in or beside `outer`."""
    if _BESIDE.fullmatch(gap):
        return True
    known = outer.kind == "name" and any(entry.code == outer.code for entry in inner.entries)
    return bool(_WITHIN.fullmatch(gap)) and (outer.region or known)


def _likeliest(c: Candidate, votes: Counter[str]) -> Entry | None:
    best = max(
        c.entries,
        key=lambda e: (math.log10(e.weight + 1) + _VOTE_WEIGHT * min(votes[e.code], _MOST_VOTES), e.code),
    )
    others = votes[best.code] - (c.code is not None)
    if c.is_place and not others and best.weight < _NAMESAKE_WEIGHT and max(votes.values(), default=0) > 1:
        return None
    return best
