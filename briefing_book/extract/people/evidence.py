"""How much speaks for each candidate being a person's name: the sum of its features' weights.

A candidate has its own features, those that other places of the same words lend it ("somewhere", "mostly"),
and, where it is a part of a longer name in the article, those of a short form. The weights are a logistic
regression's, so that a score is the logarithm of the odds: above 0 a name is more likely than not.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from briefing_book.extract.cues import DATA
from briefing_book.extract.people.features import Features
from briefing_book.extract.people.names import Candidate
from briefing_book.model import Country
from briefing_book.yaml_files import read_yaml

WEIGHTS = read_yaml(DATA / "person_weights.yml", dict[str, float])
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
_LENT = ("honorific", "before a human verb", "labelled person")


def scores(doc: Doc, candidates: Sequence[Candidate], countries: Iterable[Country]) -> list[float]:
    """The score of each candidate."""
    return [_score(features) for features in weighed(doc, candidates, countries)]


def weighed(doc: Doc, candidates: Sequence[Candidate], countries: Iterable[Country]) -> list[set[str]]:
    """The features of each candidate, with what the others lend it."""
    local = Features(doc, countries)
    found = [local.of(c) | {"bias"} for c in candidates]
    _share(candidates, found)
    _lend_to_full(candidates, found)
    _lend_to_short(candidates, found)
    _lend_to_lists(doc, candidates, found)
    return found


def _score(features: set[str]) -> float:
    return sum(WEIGHTS.get(feature, 0.0) for feature in sorted(features))


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


def _lend_to_short(candidates: Sequence[Candidate], found: list[set[str]]) -> None:
    """Adds to a single word that it is part of a person's longer name."""
    parts: dict[str, set[str]] = defaultdict(set)
    for c, features in zip(candidates, found, strict=True):
        if 1 < len(c.words) < 7 and _score(features) > 0:
            for i, word in enumerate(c.words):
                parts[word.text].add("first" if i == 0 else "last" if i == len(c.words) - 1 else "middle")
    for c, features in zip(candidates, found, strict=True):
        if len(c.words) == 1 and c.text in parts:
            features |= {f"{place} of a full name" for place in parts[c.text]}
            if "place" in features:
                features.add("place in a full name")


def _lend_to_lists(doc: Doc, candidates: Sequence[Candidate], found: list[set[str]]) -> None:
    """Adds to neighbours in an enumeration what the one next to them seems to be."""
    seems = [_score(features) > 0 for features in found]
    for i in range(len(candidates) - 1):
        start, end = candidates[i].run[-1].last + 1, candidates[i + 1].run[0].first
        if 0 < end - start < 3 and all(token.lower_ in _BETWEEN for token in doc[start:end]):
            found[i].add("beside a name" if seems[i + 1] else "beside no name")
            found[i + 1].add("beside a name" if seems[i] else "beside no name")
