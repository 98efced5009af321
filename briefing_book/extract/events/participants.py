"""Who takes part in a happening: the named among its subject, its objects and those it was with."""

from collections.abc import Iterator

from spacy.tokens import Token

from briefing_book.extract.cast import Cast
from briefing_book.extract.events.event_words import WORDS, Kind, governor
from briefing_book.extract.plans.authors import subject_of
from briefing_book.extract.sentences import coordinated
from briefing_book.model import Reference

_BETWEEN = frozenset({"between", "by", "of", "among"})
_OTHERS = frozenset({"with", "to", "against", "on", "of"})
_WITH = frozenset({"with"})
_OBJECTS = frozenset({"dobj", "nsubjpass"})
_HOLDING = WORDS["carrying"] | WORDS["planning"]
_UNITS = frozenset({"hour", "day", "week", "month", "year", "decade"})
_LONGEST_ACRONYM = 4


def participants(word: Token, kind: Kind, cast: Cast) -> dict[Reference, Token]:
    """The parties to the happening that the word names, in the text's order, with the first word for each.

    Nobody where it is one that people come to, and the article does not name who came, or where it is done to
    somebody, and the article does not name to whom.
    """
    actors, others = _sides(word, kind)
    acting, undergoing = _named(word, actors, cast), _named(word, others, cast)
    if kind.social and not acting and not kind.place:
        return {}
    if kind.done_to and word.pos_ == "VERB" and not _named(word, _undergoing(word, kind), cast):
        return {}
    places = acting | undergoing
    parties: dict[Reference, Token] = {}
    for i in sorted(places):
        parties.setdefault(places[i], word.doc[i])
    return parties


def _undergoing(verb: Token, kind: Kind) -> list[Token]:
    """To whom it is done."""
    words = [verb.head] if verb.dep_ == "acl" else [c for c in verb.children if c.dep_ in _OBJECTS]
    return [word for word in words if not (kind.office and word.pos_ == "NOUN" and word.is_lower)]


def _sides(word: Token, kind: Kind) -> tuple[list[Token], list[Token]]:
    """The phrases that name who does it, and those that name to whom, with whom or where."""
    if word.pos_ == "VERB":
        return list(_doers(word)), [*_below(word, _OTHERS), *_objects(word, kind)]
    actors = [*_owners(word), *_below(word, _BETWEEN), *_attending(word, kind)]
    others = _below(word, _OTHERS | {"in"} if kind.place else _OTHERS)
    verb = governor(word)
    if kind.place and verb is not None:
        others += _below(verb, frozenset({"in"}))
    return actors, others


def _objects(verb: Token, kind: Kind) -> Iterator[Token]:
    """What the verb is done to, and with whom: "signed a treaty with Norway"."""
    for child in verb.children:
        if child.dep_ in _OBJECTS and not (kind.persons and child.ent_type_ == "GPE"):
            yield child
            yield from _below(child, _WITH) if verb.lemma_.lower() in WORDS["carrying"] else ()


def _named(happening: Token, phrases: list[Token], cast: Cast) -> dict[int, Reference]:
    """Whom the phrases and those coordinated with them name, by place."""
    found = {}
    for token in {word for phrase in phrases for word in coordinated(phrase)}:
        whom = cast.whom(token.doc[token.left_edge.i : token.i + 1])
        if whom.text is None and not (whom.country and _is_dateline(token, happening)):
            found[token.i] = whom
    return found


def _is_dateline(token: Token, happening: Token) -> bool:
    """Whether it is the place in capitals from which the article comes: "MADRID, 3 May - Spain …"."""
    return token.is_upper and not happening.is_upper and len(token) > _LONGEST_ACRONYM


def _doers(verb: Token) -> Iterator[Token]:
    """Who does what the verb says; in the passive also to whom it is done."""
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        yield verb.head
    elif (subject := subject_of(verb) or _user(verb)) is not None:
        yield subject
    yield from _below(verb, frozenset({"by"}))


def _user(verb: Token) -> Token | None:
    """Who "had the chance to meet"."""
    if verb.dep_ in ("acl", "relcl") and verb.head.lemma_ in WORDS["occasions"]:
        return subject_of(verb.head.head)
    return None


def _owners(noun: Token) -> list[Token]:
    return [child for child in noun.children if child.dep_ in ("poss", "amod", "compound", "nmod")]


def _attending(noun: Token, kind: Kind) -> list[Token]:
    """The subject of the clause, where it holds the happening, or what it tells was there."""
    verb = governor(noun)
    said = any(child.dep_ == "poss" or child.lower_ in _BETWEEN for child in noun.children)
    if verb is None or said or not (kind.social or noun.dep_ == "dobj"):
        return []
    whole = _stage_of(noun)
    held = whole.dep_ == "attr" or (whole.dep_ == "dobj" and verb.lemma_.lower() in _HOLDING)
    if not held and not _is_attended(noun, verb):
        return []
    subject = subject_of(verb)
    return [subject] if subject is not None and subject.i != noun.i else []


def _stage_of(noun: Token) -> Token:
    """The noun for a part of what the word names: "round" of "a round of talks"; or the word itself."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in WORDS["stages"]:
        return noun.head.head
    return noun


def _is_attended(noun: Token, verb: Token) -> bool:
    """Whether what the verb tells happened there: "at a meeting", "on a visit", "on the sidelines of"."""
    step = noun
    while step.head.i not in (verb.i, step.i):
        step = step.head
    later = step.i > 0 and step.nbor(-1).lemma_.lower() in _UNITS
    return step.dep_ == "prep" and step.lower_ in WORDS["attending"] and not later


def _below(word: Token, prepositions: frozenset[str]) -> list[Token]:
    """The objects of the word's prepositions."""
    led = [c for c in word.rights if c.dep_ in ("prep", "agent", "dative") and c.lower_ in prepositions]
    return [token for preposition in led for token in preposition.children if token.dep_ == "pobj"]
