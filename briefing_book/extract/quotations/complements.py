"""Which words of a sentence a verb reports: its complement, on either side of it.

"said that …", "urged Kyiv to …", "called for …", "the lake froze, Lee said".
"""

from collections.abc import Iterator

from spacy.tokens import Token

from briefing_book.extract.cues import SPEECH
from briefing_book.extract.quotations.reporting import is_of_time

CLAUSES = SPEECH["say_verbs"] | SPEECH["think_verbs"]
_OBJECTS = SPEECH["object_verbs"]
_INFINITIVES = SPEECH["infinitive_verbs"]
_PREPOSITIONS = {
    word: SPEECH[f"{word}_verbs"] for word in ("about", "of", "for", "as", "to", "on", "against", "with")
}
_SHOWING = SPEECH["showing_verbs"]
_FINDINGS = SPEECH["findings"]
CUES = _SHOWING | CLAUSES | _OBJECTS | _INFINITIVES | frozenset().union(*_PREPOSITIONS.values())
_SUPPOSING = frozenset({"expect", "intend", "plan", "want"})
"""Verbs that in the passive tell what is to happen, and not what somebody says."""
_PARTING = frozenset({";", ":"})
"""Marks that part what is said from whose words follow: "He left; Lee says it was late"."""
_CONCEDING = frozenset({"although", "though", "while", "despite", "after"})
"""What starts a clause of the reporter's own before whose words follow."""
_LINKING = frozenset({"although", "and", "but", "though", "while"})
_REACH = 100
"""Words after a verb that are looked through, so that a sentence without an end costs no more."""
_NEAR = 3
"""Words that a verb may be after its pronoun: they have also said."""
_BARE = frozenset(_PREPOSITIONS) - {"as"}
"""Prepositions that are no part of what is said."""
SHORTEST = 2
"""Words that reported speech must have to tell something, unless it is a name: they condemned Lee."""
NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def complement(verb: Token, children: list[Token]) -> list[Token]:
    """The heads of the parts of a sentence that say what a verb reports.

    Not "what they call progress": there the sentence around says something about what is reported.
    """
    parts = [child for child in children if _reports(verb, child)]
    if verb.lemma_ in _SUPPOSING and _is_supposed(children, parts):
        return []
    objects = [child for child in children if child.dep_ in ("dobj", "dative")]
    if any(child.dep_ == "dobj" and child.i < verb.i for child in objects):
        return []
    if parts and not any(part.dep_ == "ccomp" for part in parts):
        parts += objects
    elif not parts and (verb.lemma_ in _OBJECTS or _is_shown(verb, children)):
        parts = objects or _passive_subject(children)
        parts = [part for part in parts if _is_long(part) or part.ent_type_ in NAMED]
    return parts


def _is_long(part: Token) -> bool:
    return part.right_edge.i - part.left_edge.i >= SHORTEST - 1


def _is_shown(verb: Token, children: list[Token]) -> bool:
    """Whether a poll, a report or the like gives something as found: "The survey shows a lead for Lee"."""
    if verb.lemma_ not in _SHOWING:
        return False
    return any(child.dep_ == "nsubj" and child.lemma_ in _FINDINGS for child in children)


def _is_supposed(children: list[Token], parts: list[Token]) -> bool:
    """Whether nobody says what somebody is to do: "The delegation is expected to object"."""
    passive = any(child.dep_ == "nsubjpass" for child in children)
    by = any(child.dep_ == "agent" for child in children)
    return passive and not by and all(part.dep_ in ("xcomp", "oprd") for part in parts)


def _passive_subject(children: list[Token]) -> list[Token]:
    """What is said in the passive, where the sentence tells by whom: the lake was praised by Lee."""
    if not any(child.dep_ == "agent" for child in children):
        return []
    return [child for child in children if child.dep_ == "nsubjpass"]


def _reports(verb: Token, child: Token) -> bool:
    lemma = verb.lemma_
    if child.dep_ == "ccomp":
        return lemma in CLAUSES or lemma in _INFINITIVES
    if child.dep_ in ("xcomp", "oprd"):
        return lemma in _INFINITIVES or (child.dep_ == "oprd" and lemma in CLAUSES)
    if child.dep_ == "prep" and child.i > verb.i:
        return lemma in _PREPOSITIONS.get(child.lower_, ()) and not is_of_time(child)
    return False


def sides(verb: Token, children: list[Token], parts: list[Token]) -> Iterator[tuple[int, int]]:
    """The stretches that a verb's complement covers before and after the verb and what stands beside it."""
    if not parts:
        return
    start, end = min(map(_from, parts)), max(part.right_edge.i for part in parts) + 1
    end = _until_next(verb, end)
    said = {part.i for part in parts}
    first, last = _reporting_clause(verb, [child for child in children if child.i not in said])
    conceded = verb.doc[start].lower_ in _CONCEDING and end > last
    if start < first and not conceded and verb.doc[first - 1].text not in _PARTING:
        yield start, min(end, first)
    if end > last:
        yield max(start, last), end


def _until_next(verb: Token, end: int) -> int:
    """Where what a verb reports ends: at the latest where somebody is said to add something."""
    for word in verb.doc[verb.i + 1 : min(end, verb.i + _REACH)]:
        if word.lower_ in _LINKING and word.i + 1 < end:
            subject = word.nbor()
            cue = subject.head
            said = cue.lemma_ in SPEECH["say_verbs"] and 0 < cue.i - subject.i <= _NEAR
            if subject.dep_ == "nsubj" and subject.pos_ == "PRON" and said:
                return word.i
    return end


def _from(part: Token) -> int:
    bare = part.dep_ == "prep" and part.lower_ in _BARE
    return part.i + 1 if bare else part.left_edge.i


def _reporting_clause(verb: Token, others: list[Token]) -> tuple[int, int]:
    """The words from the verb's subject to the verb, in either order."""
    around = [child for child in others if child.dep_ in ("nsubj", "aux", "neg", "dative", "advmod")]
    first = min([verb.i, *(child.left_edge.i for child in around)])
    last = max([verb.i, *(child.right_edge.i for child in around)])
    return first, last + 1
