"""Whose attitude an adjective or a noun tells: "afraid that …", "critical of …", "a supporter of …".

The words are the clause or the phrase after the adjective or noun; whose attitude it is, the subject tells.
"""

from spacy.tokens import Token

from briefing_book.extract.cues import SPEECH
from briefing_book.extract.quotations.reporting import Attribution, Reporting, Told

_THAT = SPEECH["that_adjectives"]
_INFINITIVE = SPEECH["infinitive_adjectives"]
_PREPOSITIONS = {word: SPEECH[f"{word}_adjectives"] for word in ("about", "of", "with")}
_ADJECTIVES = _THAT | _INFINITIVE | frozenset().union(*_PREPOSITIONS.values())
_HOLDERS = {word: SPEECH[f"{word}_holders"] for word in ("of", "for")}
_SIDES = frozenset().union(*_HOLDERS.values())
_NOBODY = frozenset({"it", "there", "that", "this", "what"})
_OF_A_PREDICATE = frozenset({"acomp", "attr", "oprd", "conj"})


def told_by_attitude(reporting: Reporting, word: Token) -> Told | None:
    """What somebody is afraid of, critical of or a supporter of, unless it is denied."""
    if word.lower_ in _ADJECTIVES and word.pos_ in ("ADJ", "VERB"):
        lists, clauses = _PREPOSITIONS, True
    elif word.lemma_ in _SIDES and word.dep_ == "attr":
        lists, clauses = _HOLDERS, False
    else:
        return None
    for child in reporting.tree.children(word):
        clause = clauses and _is_clause(reporting, word, child)
        if child.i > word.i and (clause or _follows(word, child, lists)):
            return _told(reporting, word, child)
    return None


def _follows(word: Token, child: Token, lists: dict[str, frozenset[str]]) -> bool:
    said = lists.get(child.lower_, frozenset()) if child.dep_ == "prep" else frozenset()
    return word.lower_ in said or word.lemma_ in said


def _is_clause(reporting: Reporting, word: Token, child: Token) -> bool:
    if child.dep_ == "ccomp":
        return word.lower_ in _THAT
    to = any(c.tag_ == "TO" for c in reporting.tree.children(child))
    return child.dep_ == "xcomp" and to and word.pos_ == "ADJ" and word.lower_ in _INFINITIVE


def _told(reporting: Reporting, word: Token, told: Token) -> Told | None:
    holder = _holder(reporting, word)
    if (
        holder is None
        or holder.lower_ in _NOBODY
        or word.head.lemma_ == "make"
        or _is_denied(reporting, word)
    ):
        return None
    start = told.i + 1 if told.dep_ == "prep" else told.left_edge.i
    cue = reporting.doc[word.i : word.i + 1]
    return Told([(start, told.right_edge.i + 1)], Attribution(cue, reporting.phrase(holder), "attitude"))


def _holder(reporting: Reporting, word: Token) -> Token | None:
    subjects = (c for c in reporting.tree.children(word) if c.dep_ in ("nsubj", "nsubjpass"))
    beside = word.head if word.dep_ in ("acl", "amod") and word.i > word.head.i else None
    return next(subjects, None) or beside or reporting.subject(word)


def _is_denied(reporting: Reporting, word: Token) -> bool:
    verbs = [word, word.head] if word.dep_ in _OF_A_PREDICATE else [word]
    return any(child.dep_ == "neg" for verb in verbs for child in reporting.tree.children(verb))
