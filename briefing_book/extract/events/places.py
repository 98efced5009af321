"""Where a happening is: the place that its word, or the verb that holds it, has after "in" or "at".

What is visited or attacked is itself the place. Several places, and nouns that name none, are no answer.
"""

from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from briefing_book.extract.cast import Cast
from briefing_book.extract.events.event_words import KINDS, WORDS, Kind, governor
from briefing_book.model import Span

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_HOLDING = WORDS["carrying"] | WORDS["planning"] | WORDS["going"] | {"occur", "take"}
_OBJECTS = ("dobj", "nsubjpass")
_WITH = frozenset({"with", "between", "of"})
_OF = frozenset({"of"})
_LONGEST = 8
"""A place of more words is no name."""


def place_of(word: Token, kind: str, cast: Cast) -> Span | None:
    """The words, without the preposition, that say where what the word tells happens."""
    for led in (_where(word), _there(word, KINDS[kind]), _beside(word, cast), _around(word)):
        for place in led:
            span = _name(place, cast)
            if span is not None:
                return Span(start=span.start_char, end=span.end_char, text=span.text)
    return None


def _where(word: Token) -> Iterator[Token]:
    return _below(word, WORDS["where"])


def _there(word: Token, kind: Kind) -> Iterator[Token]:
    """What it is done to, of a kind that is done where that is."""
    if kind.there:
        yield from (child for child in word.children if child.dep_ in _OBJECTS and word.pos_ == "VERB")
        yield from _below(word, WORDS["there"])


def _beside(word: Token, cast: Cast) -> Iterator[Token]:
    """Where a person is whom somebody meets: "talks with Ana Lee in Lima"."""
    met = [*_below(word, _WITH), *(child for child in word.children if child.dep_ == "dobj")]
    met += [token for head in met for token in (*_below(head, _OF), *head.conjuncts)]
    for person in met:
        if cast.whom(person.doc[person.i : person.i + 1]).person:
            yield from _below(person, WORDS["where"])


def _around(word: Token) -> Iterator[Token]:
    """Where the verb says, that holds what a noun names, or that tells who went to do it."""
    verb = governor(word)
    if verb is None or verb.lemma_.lower() not in _HOLDING:
        return
    if word.pos_ == "VERB":
        if verb == word.head and word.dep_ in ("advcl", "xcomp") and verb.lemma_.lower() in WORDS["going"]:
            yield from _below(verb, WORDS["where"] | {"to"})
    elif word.head == verb and word.dep_ in ("dobj", "nsubj", "nsubjpass", "attr"):
        yield from _below(verb, WORDS["where"])


def _below(word: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    """The objects of the word's prepositions."""
    for child in word.children:
        if child.dep_ == "prep" and child.lower_ in prepositions:
            yield from (token for token in child.children if token.dep_ == "pobj")


def _name(token: Token, cast: Cast) -> Tokens | None:
    """The noun phrase up to the token, where it is one place."""
    if any(child.dep_ == "conj" for child in token.children) or not _is_place(token, cast):
        return None
    span = token.doc[token.left_edge.i : token.i + 1]
    return span if len(span) <= _LONGEST else None


def _is_place(token: Token, cast: Cast) -> bool:
    if token.ent_type_ in _PLACES:
        return True
    if token.pos_ == "PROPN":
        country = cast.whom(token.doc[token.i : token.i + 1]).country
        return country is not None or token.lemma_.lower() in WORDS["venues"]
    return token.lemma_.lower() in WORDS["venues"] and any(child.pos_ == "PROPN" for child in token.lefts)
