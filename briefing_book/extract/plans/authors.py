"""Whose a plan is, by the words around the noun: "Brazil's plan", "the plan put forward by Oslo",
"Oslo published a plan", "the Norwegian plan", "a proposal from Brazil".
"""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from briefing_book.extract.cues import cues

_PRESENTING = cues("plans.yml")["presenting"]
_BETWEEN = frozenset({"ADV", "ADJ", "VERB", "NUM", "NOUN", "PROPN"})
_REACH = 8
"""How many words may stand between a possessor and the plan."""


class Attribution(NamedTuple):
    """The countries to which the words give a plan, and whether they give it to somebody else."""

    codes: frozenset[str]
    stranger: bool

    def is_to(self, code: str) -> bool:
        return self.codes == {code} and not self.stranger


def attribution(noun: Token, start: int, lands: dict[int, str]) -> Attribution:
    """Whose the plan is whose noun phrase is doc[start : noun.i + 1]; `lands` are the countries by word."""
    codes: set[str] = set()
    stranger = False
    for author in _authors(noun, start):
        named = {lands[token.i] for token in author if token.i in lands}
        codes |= named
        stranger = stranger or (not named and any(_is_somebody(token) for token in author))
    codes |= {lands[token.i] for token in _before(noun, start) if token.i in lands}
    return Attribution(frozenset(codes), stranger)


def _authors(noun: Token, start: int) -> Iterator[list[Token]]:
    """The phrases that stand where an author stands."""
    yield _possessor(noun, start)
    for child in noun.children:
        if child.dep_ in ("acl", "relcl"):
            yield from _presenters(child)
        elif child.dep_ == "prep" and child.lower_ in ("of", "from", "by"):
            yield from (_phrase(word) for word in child.children if word.dep_ == "pobj")
    verb = noun.head
    if noun.dep_ in ("dobj", "nsubjpass") and verb.lemma_ in _PRESENTING:
        yield from _presenters(verb)


def _before(noun: Token, start: int) -> list[Token]:
    """The modifiers of the noun, as far back as its determiner or possessor."""
    first = start
    while first > max(0, start - _REACH) and noun.doc[first - 1].pos_ in ("ADV", "ADJ", "VERB", "PROPN"):
        if noun.doc[first - 1].pos_ == "VERB" and noun.doc[first - 1].tag_ not in ("VBN", "VBG"):
            break
        first -= 1
    return [token for token in noun.doc[first : noun.i] if token.dep_ in ("amod", "compound", "nmod", "poss")]


def _possessor(noun: Token, start: int) -> list[Token]:
    """The words before the nearest "'s" that nothing but modifiers divides from the noun."""
    doc, first = noun.doc, max(noun.sent.start, start - _REACH)
    for i in range(noun.i - 1, first - 1, -1):
        token = doc[i]
        if token.tag_ == "POS":
            return _phrase(doc[i - 1]) if i > first else []
        if token.tag_ == "PRP$":
            return [token]
        if token.pos_ not in _BETWEEN and not token.is_punct:
            return []
        if token.text in (",", ";", ":"):
            return []
    return []


def _presenters(verb: Token) -> Iterator[list[Token]]:
    """Who does what the verb says: its subject, or the agent of a passive."""
    for child in verb.children:
        if child.dep_ == "agent":
            yield from (_phrase(word) for word in child.children if word.dep_ == "pobj")
    subject = subject_of(verb)
    if subject is not None and subject.dep_ == "nsubj" and subject.tag_ not in ("WDT", "WP"):
        yield _phrase(subject)


def subject_of(verb: Token) -> Token | None:
    """The verb's subject, or that of the verbs it is coordinated with or depends on without its own."""
    for _ in range(5):
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                return child
        if verb.dep_ not in ("conj", "dep", "xcomp", "advcl") or verb.head.pos_ not in ("VERB", "AUX"):
            return None
        verb = verb.head
    return None


def _phrase(head: Token) -> list[Token]:
    """A noun phrase without the clauses that follow it."""
    words = list(head.doc[head.left_edge.i : head.i + 1])
    for child in head.rights:
        if child.dep_ in ("conj", "appos"):
            words += _phrase(child)
        elif child.lower_ == "of":
            words += [word for of in child.children for word in _phrase(of) if word.dep_ != "poss"]
    return words


def _is_somebody(token: Token) -> bool:
    return token.pos_ == "PROPN" or token.ent_type_ in ("PERSON", "ORG", "NORP", "GPE")
