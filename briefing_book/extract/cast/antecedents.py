"""Whom a pronoun stands for: the best of the candidates in its sentence and the few before it.

Each candidate's score is the sum of named features. Ordinary nouns compete too, so that a pronoun that
stands for nobody the article names gets nobody.
"""

from collections import deque
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from spacy.tokens import Token

from briefing_book.extract.tree import Tree
from briefing_book.model import Reference

PERSONAL = {"he": "male", "him": "male", "his": "male", "himself": "male"}
PERSONAL |= {"she": "female", "her": "female", "hers": "female", "herself": "female"}
NEUTRAL = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
PRONOUNS = frozenset(PERSONAL) | NEUTRAL | PLURAL

OUTSIDE = -1
"""The number of the quoted passage of what stands in none."""

WEIGHTS = {
    "main subject": 3.0,
    "subject": 2.0,
    "possessor": 1.0,
    "speaker": 1.0,
    "known to be of the pronoun's gender": 4.0,
    "each sentence back": -1.0,
    "in a quotation, the pronoun outside": -2.5,
    "holder of the phrase around the pronoun": 3.0,
}
SENTENCES_BACK = 4
_REMEMBERED = 40
_DEPTH = 8
"""Words that a pronoun may depend on, one on the other, up to the noun phrase around it."""


class Candidate(NamedTuple):
    """Something named or described, by the number of its head word; an ordinary noun has no reference."""

    reference: Reference | None
    word: int
    sentence: int
    passage: int
    features: tuple[str, ...]
    personal: bool
    plural: bool
    gender: str | None


class Antecedents:
    """The candidates met so far, the latest last."""

    def __init__(self) -> None:
        self._met: deque[Candidate] = deque(maxlen=_REMEMBERED)

    def add(self, candidate: Candidate) -> None:
        """Remembers a candidate; they must come in the order of the text."""
        self._met.append(candidate)

    def of_pronoun(self, word: str, sentence: int, passage: int, holders: frozenset[int]) -> Candidate | None:
        """The antecedent of the pronoun `word` (lower case) in that sentence and quoted passage.

        Within a quotation nothing outside it counts: its words are another's, said elsewhere. `holders` are
        the words that hold the noun phrases around the pronoun.
        """
        fitting = (c for c in self._near(sentence) if _agrees(word, c) and passage in (OUTSIDE, c.passage))

        def score(candidate: Candidate) -> float:
            holds = WEIGHTS["holder of the phrase around the pronoun"] * (candidate.word in holders)
            return holds + _score(candidate, sentence, passage, PERSONAL.get(word))

        return max(fitting, key=score, default=None)

    def among(self, references: list[Reference], sentence: int, passage: int) -> Candidate | None:
        """The one of these entities that was spoken of most prominently just before."""
        fitting = (c for c in self._near(sentence) if c.reference in references)
        return max(fitting, key=lambda c: _score(c, sentence, passage, None), default=None)

    def _near(self, sentence: int) -> Iterator[Candidate]:
        """The candidates not too far back, the latest first, so that of equal ones it wins."""
        return takewhile(lambda c: sentence - c.sentence <= SENTENCES_BACK, reversed(self._met))


def _score(candidate: Candidate, sentence: int, passage: int, gender: str | None) -> float:
    score = sum(WEIGHTS[feature] for feature in candidate.features)
    score += WEIGHTS["each sentence back"] * (sentence - candidate.sentence)
    if gender is not None and candidate.gender == gender:
        score += WEIGHTS["known to be of the pronoun's gender"]
    if passage == OUTSIDE != candidate.passage:
        score += WEIGHTS["in a quotation, the pronoun outside"]
    return score


def _agrees(word: str, candidate: Candidate) -> bool:
    if word in PERSONAL:
        return candidate.personal and not candidate.plural and candidate.gender in (None, PERSONAL[word])
    if candidate.personal and candidate.reference is not None:
        return False
    if word in PLURAL:
        return candidate.plural or (
            candidate.reference is not None and candidate.reference.organisation is not None
        )
    return not candidate.plural and not candidate.personal


def holders(pronoun: Token, tree: Tree) -> frozenset[int]:
    """The possessors of the noun phrases around a pronoun: China, in "China's word for what it fears"."""
    found: set[int] = set()
    word = pronoun
    for _ in range(_DEPTH):
        word = word.head
        if word.pos_ == "NOUN":
            possessors = (child.i for child in tree.children(word) if child.dep_ == "poss")
            found.update(i for i in possessors if i < pronoun.i)
    return frozenset(found)


def features(token: Token, speaks: bool) -> tuple[str, ...]:
    """What speaks for the token as an antecedent; `speaks`: it is the subject of a verb of speech."""
    while token.dep_ in ("appos", "conj", "compound", "flat") and token.head.i != token.i:
        token = token.head
    if token.dep_ in ("nsubj", "nsubjpass"):
        main = token.head.dep_ == "ROOT" or (token.head.dep_ == "conj" and token.head.head.dep_ == "ROOT")
        place = "main subject" if main else "subject"
        return (place, "speaker") if speaks else (place,)
    return ("possessor",) if token.dep_ == "poss" else ()
