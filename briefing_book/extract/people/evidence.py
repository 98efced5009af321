"""How much speaks for each candidate being a person's name: the sum of its features' weights.

A candidate has its own features, those that other places of the same words lend it ("somewhere", "mostly"),
and, where it is a part of a longer name in the article, those of a short form. The weights are a logistic
regression's, so that a score is the logarithm of the odds: above 0 a name is more likely than not.
`benchmarks/fit_people.py` fits them to annotated articles.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import exp

from spacy.tokens import Doc

from briefing_book.extract.cues import DATA
from briefing_book.extract.people.features import Features
from briefing_book.extract.people.names import Candidate
from briefing_book.extract.people.words import fold
from briefing_book.model import Country, Record
from briefing_book.yaml_files import read_yaml

Weights = Mapping[str, float]


class Fitted(Record, frozen=True):
    """What was fitted: the features' weights, and the logistic that turns a best score into a confidence."""

    slope: float
    intercept: float
    weights: dict[str, float]


FITTED = read_yaml(DATA / "person_weights.yml", Fitted)
WEIGHTS: Weights = FITTED.weights
LEAST = -0.1
"""What scores more is taken for a name: a little less than even odds, so that a person may look at it."""

_SOMEWHERE = (
    "labelled person",
    "honorific",
    "office",
    "before a human verb",
    "subject of a human verb",
    "age",
    "after a person noun",
    "before a person noun",
    "who",
)
_MOSTLY = ("labelled org", "labelled place", "article", "before a human verb", "acronym")
_BETWEEN = frozenset((",", "and", "&", "or", ";"))
_REMARK = 8
_LENT = ("honorific", "before a human verb", "labelled person")


def scores(
    doc: Doc, candidates: Sequence[Candidate], countries: Iterable[Country], weights: Weights = WEIGHTS
) -> list[float]:
    """The score of each candidate."""
    return [score(features, weights) for features in weighed(doc, candidates, countries, weights)]


def weighed(
    doc: Doc, candidates: Sequence[Candidate], countries: Iterable[Country], weights: Weights = WEIGHTS
) -> list[set[str]]:
    """The features of each candidate, with what the others lend it."""
    return lent(doc, candidates, alone(doc, candidates, countries), weights)


def alone(doc: Doc, candidates: Sequence[Candidate], countries: Iterable[Country]) -> list[set[str]]:
    """The features of each candidate by itself, and by the other places of the same words."""
    local = Features(doc, countries)
    found = [local.of(c) | {"bias"} for c in candidates]
    _share(candidates, found)
    _lend_to_full(candidates, found)
    return found


def lent(
    doc: Doc, candidates: Sequence[Candidate], found: Sequence[set[str]], weights: Weights
) -> list[set[str]]:
    """Those features with what candidates that seem to be names lend to others."""
    with_lent = [set(features) for features in found]
    _lend_to_short(candidates, with_lent, weights)
    _lend_to_lists(doc, candidates, with_lent, weights)
    return with_lent


def score(features: set[str], weights: Weights) -> float:
    """The sum of the features' weights."""
    return sum(weights.get(feature, 0.0) for feature in sorted(features))


def confidence(best: float) -> float:
    """The share of entries with this best score that people who annotated articles call a person."""
    return round(1 / (1 + exp(-(FITTED.slope * best + FITTED.intercept))), 2)


def _share(candidates: Sequence[Candidate], found: list[set[str]]) -> None:
    """Adds to each place of the same words what all its places tell."""
    places: dict[str, list[int]] = defaultdict(list)
    for i, c in enumerate(candidates):
        places[c.text].append(i)
    for same in places.values():
        counts = Counter(feature for i in same for feature in found[i])
        shared = {f"somewhere {f}" for f in _SOMEWHERE if counts[f]}
        shared |= {f"mostly {f}" for f in _MOSTLY if counts[f] * 2 > len(same)}
        shared |= {"several times"} if len(same) > 1 else set()
        for i in same:
            found[i] |= shared


def _lend_to_full(candidates: Sequence[Candidate], found: list[set[str]]) -> None:
    """Adds to a name of several words what is told where its last or first word stands alone."""
    alone: dict[str, set[str]] = defaultdict(set)
    for c, features in zip(candidates, found, strict=True):
        if len(c.words) == 1:
            alone[c.text] |= {f"short form {f}" for f in _LENT if f in features}
    for c, features in zip(candidates, found, strict=True):
        if len(c.words) > 1:
            features |= alone.get(c.words[-1].text, set()) | alone.get(c.words[0].text, set())


def _lend_to_short(candidates: Sequence[Candidate], found: list[set[str]], weights: Weights) -> None:
    """Adds to a single word that it is part of a person's longer name."""
    parts: dict[str, set[str]] = defaultdict(set)
    for c, features in zip(candidates, found, strict=True):
        if 1 < len(c.words) < 7 and score(features, weights) > 0:
            for i, word in enumerate(c.words):
                parts[fold(word)].add("first" if i == 0 else "last" if i == len(c.words) - 1 else "middle")
    for c, features in zip(candidates, found, strict=True):
        if len(c.words) == 1 and (places := parts.get(fold(c.words[0]))):
            features |= {f"{place} of a full name" for place in places}
            if "place" in features:
                features.add("place in a full name")


def _lend_to_lists(
    doc: Doc, candidates: Sequence[Candidate], found: list[set[str]], weights: Weights
) -> None:
    """Adds to neighbours in an enumeration what the one next to them seems to be."""
    outside = [i for i, features in enumerate(found) if "in brackets" not in features]
    seems = [score(features, weights) > 0 for features in found]
    for i, k in pairwise(outside):
        if _enumerated(doc, candidates[i].run[-1].last + 1, candidates[k].run[0].first):
            found[i].add("beside a name" if seems[k] else "beside no name")
            found[k].add("beside a name" if seems[i] else "beside no name")


def _enumerated(doc: Doc, start: int, end: int) -> bool:
    """Whether nothing but a joint stands between, and before it perhaps a remark in brackets."""
    if start < end and doc[start].text == "(":
        close = next((i for i in range(start, min(end, start + _REMARK)) if doc[i].text == ")"), start)
        start = close + 1
    return 0 < end - start < 3 and all(token.lower_ in _BETWEEN for token in doc[start:end])
