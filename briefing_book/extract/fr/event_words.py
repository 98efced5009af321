"""The words that tell happenings in a French article, and whether as facts, as planned, or not at all."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from briefing_book.extract.fr.verbs import Use, forms
from briefing_book.extract.fr.words import EVENTS

_WORDS = EVENTS.words
_AUXILIARIES = frozenset(
    [
        "a",
        "ont",
        "avait",
        "avaient",
        "est",
        "sont",
        "était",
        "étaient",
        "s'est",
        "ayant",
        "fut",
        "furent",
        "été",
    ]
)
_TO_COME = frozenset(["sera", "seront", "aura", "auront"])
_ALLEGED = frozenset(["aurait", "auraient", "serait", "seraient"])
_CALLED_OFF = frozenset(["éventuelle", "éventuel", "annulée", "annulé", "reportée", "reporté"])
_TOLD: frozenset[Use] = frozenset(("present", "past", "future", "participle"))
_GOING = frozenset(
    ["venu", "venue", "venus", "arrivé", "arrivée", "arrivés", "rendu", "rendue", "rendus", "arrive", "vient"]
)


class Telling(NamedTuple):
    """A word that tells a happening: its kind, and whether that is still to come."""

    word: Token
    kind: str
    planned: bool
    reduced: bool = False
    """Whether it is a participle that only qualifies a noun: "les accords signés par Paris"."""


def _by_form() -> dict[str, list[tuple[str, str, Use]]]:
    """The kinds by each form of their verbs, with the verb as `data/fr/events.yml` writes it."""
    found: dict[str, list[tuple[str, str, Use]]] = {}
    for kind, verbs in EVENTS.verbs.items():
        for verb in verbs:
            infinitive = verb.removeprefix("se ").removeprefix("s'").split()[0]
            for word, use in forms(infinitive):
                found.setdefault(word, []).append((kind, verb, use))
    return found


_VERBS = _by_form()
EVENT_NOUNS = {noun: kind for kind, nouns in EVENTS.nouns.items() for noun in nouns}


def tellings(token: Token) -> Iterator[Telling]:
    """The happenings that a word tells as facts or as planned."""
    low = token.lower_
    if low in EVENT_NOUNS and token.pos_ in ("NOUN", "PROPN"):
        planned = _outlook(token)
        if planned is not None:
            yield Telling(token, EVENT_NOUNS[low], planned)
    elif token.pos_ in ("VERB", "AUX", "ADJ", "NOUN") and low in _VERBS and token.is_lower:
        for kind, verb, use in _VERBS[low]:
            if _is_that_verb(token, verb) and (planned := _verb_outlook(token, use)) is not None:
                yield Telling(token, kind, planned, use == "participle" and not _has_helper(token))
                break


def _is_that_verb(token: Token, verb: str) -> bool:
    """Whether the pronoun before a reflexive verb is there, and the word that must follow."""
    before = {each.lower_ for each in token.doc[max(0, token.i - 4) : token.i]}
    reflexive = bool(before & {"se", "s'", "s’"})
    if verb.startswith(("se ", "s'")):
        return reflexive
    rest = verb.split()[1:]
    if rest:
        return rest[-1] in {each.lower_ for each in token.doc[token.i + 1 : token.i + 4]}
    return not reflexive


def _verb_outlook(token: Token, use: Use) -> bool | None:
    """Whether what a verb tells is still to come; None where it is not told as what is or will be."""
    before = [each.lower_ for each in token.doc[max(token.sent.start, token.i - 5) : token.i]]
    if {"ne", "n'", "n’", "sans", "si", "pas"} & set(before[-4:]) or use in ("conditional", "gerund"):
        return None
    if use == "infinitive":
        return _infinitive_outlook(before)
    if use == "participle":
        if _TO_COME & set(before):
            return True
        loose = not _AUXILIARIES & set(before) and token.dep_ not in ("acl", "ROOT", "acl:relcl")
        return None if _ALLEGED & set(before) or loose else False
    if token.pos_ in ("NOUN", "ADJ") or use not in _TOLD:
        return None
    return use == "future"


def _has_helper(token: Token) -> bool:
    before = (each.lower_ for each in token.doc[max(token.sent.start, token.i - 5) : token.i])
    return any(word in _AUXILIARIES or word in _TO_COME for word in before)


def _infinitive_outlook(before: list[str]) -> bool | None:
    around = set(before)
    if around & _WORDS["open"]:
        return None
    if around & _WORDS["planned"]:
        return True
    return False if "pour" in around and around & _GOING else None


def _outlook(noun: Token) -> bool | None:
    """Whether a happening that a noun names is still to come; None where the words around leave it open."""
    doc, sentence = noun.doc, noun.sent
    before = {each.lower_ for each in doc[max(sentence.start, noun.i - 6) : noun.i]}
    after = {each.lower_ for each in doc[noun.i + 1 : min(sentence.end, noun.i + 6)]}
    if before & _WORDS["open"] or after & _CALLED_OFF or "presse" in after:
        return None
    return bool((before | after) & _WORDS["planned"])
