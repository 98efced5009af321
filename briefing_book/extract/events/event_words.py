"""The words that tell happenings, and whether an article tells one as a fact, as planned, or not at all."""

from enum import Enum

import msgspec
from spacy.tokens import Token

from briefing_book.extract.cues import DATA
from briefing_book.yaml_files import read_yaml

_DEPTH = 8
"""How many clauses may lie around a word."""


class Kind(msgspec.Struct, frozen=True):
    """A kind of event; `data/events.yml` says what each field means."""

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    strong: bool = False
    social: bool = False
    place: bool = False
    plan: bool = False
    lands: bool = False
    persons: bool = False
    done_to: bool = False
    office: bool = False
    there: bool = False
    needs: tuple[str, ...] = ()


class Telling(Enum):
    """How an article tells a happening."""

    FACT = "fact"
    PLANNED = "planned"
    OPEN = "open"


class _File(msgspec.Struct, frozen=True):
    """What `data/events.yml` holds."""

    kinds: dict[str, Kind]
    words: dict[str, frozenset[str]]


_FILE = read_yaml(DATA / "events.yml", _File)
KINDS = _FILE.kinds
WORDS = _FILE.words
_VERB_KINDS: dict[str, list[str]] = {}
_NOUN_KINDS: dict[str, list[str]] = {}
for _name, _kind in KINDS.items():
    for _verb in _kind.verbs:
        _VERB_KINDS.setdefault(_verb, []).append(_name)
    for _noun in _kind.nouns:
        _NOUN_KINDS.setdefault(_noun, []).append(_name)


def kinds_of(token: Token) -> list[str]:
    """The kinds of happening that the word may tell."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and token.dep_ not in ("amod", "compound"):
        return _VERB_KINDS.get(lemma, [])
    if token.pos_ in ("NOUN", "PROPN") and token.dep_ != "compound":
        return [kind for kind in _NOUN_KINDS.get(lemma, []) if _has_what_it_needs(token, KINDS[kind])]
    return []


def _has_what_it_needs(noun: Token, kind: Kind) -> bool:
    if kind.done_to and noun.tag_ == "NNS":
        return False
    if not kind.needs:
        return True
    if "plural" in kind.needs:
        return noun.tag_ in ("NNS", "NNPS")
    return any(child.lower_ in kind.needs for child in noun.rights)


def governor(token: Token) -> Token | None:
    """The verb whose clause a noun belongs to."""
    for _ in range(_DEPTH):
        if token.head.i == token.i:
            return None
        token = token.head
        if token.pos_ in ("VERB", "AUX") and token.dep_ != "amod":
            return token
    return None


def telling(token: Token) -> Telling:
    """How the sentence tells the happening that the word names."""
    if token.pos_ == "VERB":
        return _telling_of_verb(token)
    if any(_modifier(child) in WORDS["open adjectives"] for child in token.lefts):
        return Telling.OPEN
    coming = any(_modifier(child) in WORDS["coming"] for child in token.lefts)
    told = _telling_of_noun(token)
    return Telling.PLANNED if coming and told is Telling.FACT else told


def _modifier(child: Token) -> str:
    return child.lower_ if child.dep_ in ("amod", "det") else ""


def _telling_of_noun(noun: Token) -> Telling:
    """By the words that lead from the noun to its verb."""
    step = noun
    for _ in range(_DEPTH):
        head = step.head
        if head.i == step.i:
            return Telling.FACT
        if head.pos_ in ("VERB", "AUX"):
            return _under_verb(step, head)
        if head.pos_ in ("NOUN", "PROPN") and head.lemma_.lower() in WORDS["unreal nouns"]:
            return Telling.OPEN
        if step.dep_ == "pobj" and head.lower_ not in WORDS["placing"] | {"of", "by"}:
            return Telling.OPEN
        step = head
    return Telling.OPEN


def _under_verb(step: Token, verb: Token) -> Telling:
    lemma = verb.lemma_.lower()
    clause = _telling_of_verb(verb)
    if clause is Telling.OPEN or (lemma in WORDS["unreal"] and step.dep_ != "nsubj"):
        return Telling.OPEN
    governed = step.dep_ in ("dobj", "nsubjpass") or (step.dep_ == "prep" and step.lower_ in ("for", "as"))
    if governed and lemma in WORDS["planning"]:
        return Telling.PLANNED
    if step.dep_ == "dobj" and lemma not in WORDS["carrying"] and not _is_definite(step):
        return Telling.OPEN
    return clause


def _is_definite(noun: Token) -> bool:
    return any(child.dep_ == "poss" or child.lower_ in ("the", "this", "that") for child in noun.lefts)


def _telling_of_verb(verb: Token) -> Telling:
    """By the verb's own auxiliaries, then by what governs it."""
    planned = False
    for _ in range(_DEPTH):
        helpers = {child.lower_ for child in verb.lefts if child.dep_ in ("aux", "neg", "mark", "auxpass")}
        if helpers & WORDS["denying"] or any(child.lower_ in WORDS["alleging"] for child in verb.children):
            return Telling.OPEN
        planned = planned or bool(helpers & {"will", "'ll", "’ll", "shall", "wo"})
        if "would" in helpers:
            if verb.dep_ != "ccomp":
                return Telling.OPEN
            planned = True
        if verb.dep_ in ("ROOT", "parataxis"):
            break
        led = _led_by(verb, "to" in helpers)
        if led is None:
            break
        if led is Telling.OPEN:
            return led
        planned = planned or led is Telling.PLANNED
        verb = verb.head
    return Telling.PLANNED if planned else Telling.FACT


def _led_by(verb: Token, infinitive: bool) -> Telling | None:
    """What the verb's head makes of it; None where the head says nothing about it."""
    head, lemma = verb.head, verb.head.lemma_.lower()
    if head.pos_ in ("NOUN", "PROPN", "PRON"):
        if not infinitive:
            return None if verb.dep_ in ("relcl", "acl", "appos") else Telling.OPEN
        used = lemma in WORDS["occasions"] and head.head.lemma_ in WORDS["using"]
        return None if used else Telling.OPEN
    if verb.dep_ == "pcomp":
        return None if head.lower_ in WORDS["attending"] else Telling.OPEN
    if lemma in WORDS["unreal"] and verb.dep_ in ("xcomp", "ccomp"):
        return Telling.OPEN
    if verb.dep_ in ("xcomp", "ccomp") and infinitive and lemma in WORDS["planning"] | {"be"}:
        return Telling.PLANNED
    if verb.dep_ == "advcl" and infinitive and head.pos_ != "VERB":
        return Telling.OPEN
    return Telling.FACT
