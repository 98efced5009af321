"""Speech that a noun reports: "his claim that …", "made a promise to …", "an attack by Lee on …".

Nobody's claim is nobody's: the noun counts where it has a possessor, a "by …" or "from …", or is the object
of a verb that makes an act of speech of it, whose subject then speaks. "Her view is that …" counts as well.
"""

from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from briefing_book.extract.cues import SPEECH
from briefing_book.extract.quotations.reporting import Attribution, Reporting, Told, is_of_time

_THAT = SPEECH["that_nouns"]
_INFINITIVE = SPEECH["infinitive_nouns"]
_PREPOSITIONS = {
    word: SPEECH[f"noun_{word}"] for word in ("about", "against", "for", "of", "on", "over", "to")
}
_NOUNS = _THAT | _INFINITIVE | frozenset().union(*_PREPOSITIONS.values())
_MAKING = SPEECH["support_verbs"]
_STEPS = 5
"""Nouns that one may be joined to, one after the other: a plan, a promise and a vow."""
_NAMED = frozenset({"PERSON", "ORG"})


def told_by_noun(reporting: Reporting, noun: Token) -> Told | None:
    """What a noun reports, with the noun as the cue, where somebody is said to speak."""
    if noun.lemma_ not in _NOUNS or noun.pos_ != "NOUN":
        return None
    children = reporting.tree.children(noun)
    after = [child for child in (*children, *_predicate(reporting, noun)) if child.i > noun.i]
    told = next((child for child in after if _tells(reporting, noun, child)), None)
    if told is None:
        return None
    speaker = _possessor(reporting, noun) or _author(reporting, children) or _maker(reporting, noun)
    if speaker is None:
        return None
    start = told.i + 1 if told.dep_ == "prep" else told.left_edge.i
    cue = reporting.doc[noun.i : noun.i + 1]
    attribution = Attribution(cue, speaker, "noun of speech")
    return Told([(start, told.right_edge.i + 1)], attribution)


def _tells(reporting: Reporting, noun: Token, child: Token) -> bool:
    if child.dep_ == "prep":
        return noun.lemma_ in _PREPOSITIONS.get(child.lower_, ()) and not is_of_time(child)
    if child.dep_ not in ("acl", "relcl", "ccomp", "xcomp"):
        return False
    marks = list(_marks(reporting, child))
    return ("that" in marks and noun.lemma_ in _THAT) or ("to" in marks and noun.lemma_ in _INFINITIVE)


def _marks(reporting: Reporting, verb: Token) -> Iterator[str]:
    """What joins a clause to its noun without being a part of it: "that", "to"."""
    for child in reporting.tree.children(verb):
        if child.i < verb.i and (child.dep_ == "mark" or (child.dep_ == "aux" and child.tag_ == "TO")):
            yield child.lower_


def _possessor(reporting: Reporting, noun: Token) -> Tokens | None:
    """Whose the noun is: Lee's claim, the Times report; "Lee claims", where the verb is taken for a noun."""
    for child in reporting.tree.children(noun):
        named = child.pos_ == "PROPN" or child.ent_type_ in _NAMED or noun.dep_ == "ROOT"
        if child.dep_ == "poss" or (child.dep_ == "compound" and named):
            return reporting.doc[child.left_edge.i : child.i + 1]
    return None


def _author(reporting: Reporting, children: list[Token]) -> Tokens | None:
    """Whom "by" or "from" after the noun names."""
    for child in children:
        if child.lower_ in ("by", "from") and child.dep_ == "prep":
            named = (c for c in reporting.tree.children(child) if c.dep_ == "pobj")
            return next(map(reporting.phrase, named), None)
    return None


def _maker(reporting: Reporting, noun: Token) -> Tokens | None:
    """The subject of the verb that makes an act of speech of the noun, unless it is denied.

    Who comes or goes "with a promise" makes it.
    """
    for _ in range(_STEPS):
        if noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
            noun = noun.head
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ == "with" and verb.head.pos_ == "VERB":
        verb = verb.head
    elif noun.dep_ != "dobj" or verb.lemma_ not in _MAKING:
        return None
    if any(child.dep_ == "neg" for child in reporting.tree.children(verb)):
        return None
    if any(child.lower_ == "no" for child in reporting.tree.children(noun)):
        return None
    subject = reporting.subject(verb)
    return reporting.phrase(subject) if subject is not None else None


def _predicate(reporting: Reporting, noun: Token) -> list[Token]:
    """What stands after "be" where the noun is its subject: "Lee's view is that …"."""
    if noun.dep_ != "nsubj" or noun.head.lemma_ != "be":
        return []
    return [child for child in reporting.tree.children(noun.head) if child.dep_ in ("ccomp", "xcomp")]
