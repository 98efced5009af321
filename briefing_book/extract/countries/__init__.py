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

# Confidence in one of several places of a name: the share of them in whose country people put the article.
# The articles on which it was taken abound in towns with a greater namesake; it is low rather than high.
_BACKED = 0.98
"""Other places of its country are named as well."""
_FAR_AHEAD = 0.75
"""It alone is a hundred times as large as the next."""
_ALONE = 0.5
_FAR_MARGIN = 2

_Meant = tuple[Entry, float | None]


def find(doc: Doc) -> tuple[Country, ...]:
    """The countries that the article names, in the order of their first mention."""
    found: dict[str, list[CountryMention]] = {}
    for c, (entry, confidence) in _resolved(doc.text, named(doc, gazetteer.load())):
        mention = CountryMention(
            start=c.start, end=c.end, text=c.text, kind=entry.kind, confidence=confidence
        )
        found.setdefault(entry.code, []).append(mention)
    return tuple(Country(code=code, mentions=tuple(mentions)) for code, mentions in found.items())


def _resolved(text: str, candidates: list[Candidate]) -> list[tuple[Candidate, _Meant]]:
    """The candidates and what they name; those left out name a namesake that the gazetteer lacks."""
    told = _told(text, candidates)
    codes = {c.key: c.code for c in candidates if c.code} | {key: entry.code for key, entry in told.items()}
    votes = Counter(codes.values())
    meant = ((c, (told[c.key], None) if c.key in told else _likeliest(c, votes)) for c in candidates)
    return [(c, entry) for c, entry in meant if entry is not None]


def _told(text: str, candidates: list[Candidate]) -> dict[str, Entry]:
    """What the article itself says: "London, Ky." is in the United States, "Tbilisi, Georgia" in Georgia."""
    told: dict[str, Entry] = {}
    for inner, outer in pairwise(candidates):
        gap = text[inner.end : outer.start]
        around = _whole(outer)
        if around and inner.is_place and _places(gap, inner, around):
            told.setdefault(inner.key, Entry(around.code, "place", 0))
        elif inner.code and not outer.code and _WITHIN.fullmatch(gap):
            for entry in outer.entries:
                if entry.code == inner.code:
                    told.setdefault(outer.key, entry)
    return told


def _whole(c: Candidate) -> Entry | None:
    """What a place may be in: the one thing that the words name, or a region before towns called like it."""
    regions = (entry for entry in c.entries if entry.region and c.is_place)
    return c.entries[0] if c.code else next(regions, None)


def _places(gap: str, inner: Candidate, outer: Entry) -> bool:
    """Whether the words between say that `inner` is in or beside `outer`."""
    if _BESIDE.fullmatch(gap):
        return True
    known = outer.kind == "name" and any(entry.code == outer.code for entry in inner.entries)
    return bool(_WITHIN.fullmatch(gap)) and (outer.region or known)


def _likeliest(c: Candidate, votes: Counter[str]) -> _Meant | None:
    """The best entry by size and votes, and the confidence in it if another country came into question."""
    scores: dict[str, tuple[float, Entry]] = {}
    for entry in c.entries:
        score = math.log10(entry.weight + 1) + _VOTE_WEIGHT * min(votes[entry.code], _MOST_VOTES)
        if entry.code not in scores or score > scores[entry.code][0]:
            scores[entry.code] = (score, entry)
    (best_score, best), *rest = sorted(scores.values(), key=lambda s: (s[0], s[1].code), reverse=True)
    others = votes[best.code] - (c.code is not None)
    if c.is_place and not others and best.weight < _NAMESAKE_WEIGHT and max(votes.values(), default=0) > 1:
        return None
    if not rest:
        return best, None
    if others:
        return best, _BACKED
    return best, _FAR_AHEAD if best_score - rest[0][0] >= _FAR_MARGIN else _ALONE
