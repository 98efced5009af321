"""Reported speech: what a verb of speech says outside quotation marks, and who says it.

The reported words are the verb's complement ("said that …", "urged Kyiv to …", "called for …"), on either
side of the verb, or the sentence that "according to …" stands in.
"""

from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from briefing_book.extract.cues import SPEECH
from briefing_book.extract.quotations.nouns import told_by_noun
from briefing_book.extract.quotations.reporting import Reported, Reporting, Told, is_according, is_no_report
from briefing_book.extract.quote_marks import MARKS

_CLAUSES = SPEECH["say_verbs"] | SPEECH["think_verbs"]
_OBJECTS = SPEECH["object_verbs"]
_INFINITIVES = SPEECH["infinitive_verbs"]
_PREPOSITIONS = {
    word: SPEECH[f"{word}_verbs"] for word in ("about", "of", "for", "as", "to", "on", "against", "with")
}
_CUES = _CLAUSES | _OBJECTS | _INFINITIVES | frozenset().union(*_PREPOSITIONS.values())
_DENYING = frozenset({"never", "hardly", "neither", "nor"})
_SUPPOSING = frozenset({"expect", "intend", "plan", "want"})
"""Verbs that in the passive tell what is to happen, and not what somebody says."""
_EDGES = ",;:.–—-"
_BARE = frozenset(_PREPOSITIONS) - {"as"}
"""Prepositions that are no part of what is said."""
_ENDS = frozenset({".", "!", "?", "…"})
_SHORTEST = 2
"""Words that reported speech must have to tell something."""


def reported(reporting: Reporting) -> Iterator[Reported]:
    """All reported speech, in the order of the cues."""
    for cue in reporting.doc:
        if reporting.passage_of(cue.i) >= 0:
            continue
        told = told_by_noun(reporting, cue) or _told_by_verb(reporting, cue) or _told_below(reporting, cue)
        if told is None:
            continue
        for start, end in told.stretches:
            words = _trimmed(reporting, start, end)
            if len(words) >= _SHORTEST:
                yield Reported(words, told.attribution)


def _told_by_verb(reporting: Reporting, cue: Token) -> Told | None:
    """What a verb or "according to" reports; None where it is no cue or nobody said it."""
    first, end = reporting.sentence_of(cue.i)
    basis: str | None = None
    if is_according(cue):
        stretches = [_sentence_without(cue, first, end)]
    elif cue.lemma_ not in _CUES or cue.pos_ not in ("VERB", "AUX") or is_no_report(cue):
        return None
    elif (aside := reporting.interruption(cue)) and cue.lemma_ in _CLAUSES:
        stretches = [(first, aside[0]), (aside[1], end)]
    else:
        children = reporting.tree.children(cue)
        parts = [] if _is_denied(cue, children) else _complement(cue, children)
        stretches, basis = list(_sides(cue, children, parts)), _basis(cue, parts)
    if not stretches:
        return None
    return Told(stretches, reporting.attribution(cue, first, end)._replace(basis=basis))


def _told_below(reporting: Reporting, cue: Token) -> Told | None:
    """The paragraph below a line that ends with "Lee said:", as one without quotation marks."""
    colon = cue.i + 1
    if cue.lemma_ not in SPEECH["say_verbs"] or colon + 2 >= len(reporting.doc):
        return None
    gap = reporting.doc[colon + 1]
    if reporting.doc[colon].text != ":" or "\n" not in gap.text or reporting.passage_of(colon + 2) >= 0:
        return None
    first, end = reporting.sentence_of(cue.i)
    last = next((t.i for t in reporting.doc[colon + 2 :] if "\n" in t.text), len(reporting.doc))
    if reporting.doc[colon + 2].text in MARKS or reporting.doc[last - 1].text not in _ENDS:
        return None
    attribution = reporting.attribution(cue, first, end)
    return Told([(colon + 2, last)], attribution) if attribution.speaker else None


def _basis(verb: Token, parts: list[Token]) -> str | None:
    """What had to be weighed: only the clause after a verb of saying is reported speech by itself."""
    if any(part.dep_ == "ccomp" for part in parts):
        return None if verb.lemma_ in SPEECH["say_verbs"] else "thought"
    return "deed told as speech"


def _is_denied(verb: Token, children: list[Token]) -> bool:
    """Whether the article says that nobody said this: "has not condemned", "without saying"."""
    if any(child.dep_ == "neg" or child.lower_ in _DENYING for child in children):
        return True
    return verb.dep_ == "pcomp" and verb.head.lower_ == "without"


def _trimmed(reporting: Reporting, start: int, end: int) -> Tokens:
    """The words without space and punctuation at the ends, but with the mark that closes what they quote."""
    doc = reporting.doc
    while start < end and (doc[start].is_space or doc[start].text in _EDGES):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in _EDGES):
        end -= 1
    number = reporting.passage_of(end - 1)
    if number >= 0 and start < reporting.at(reporting.passages[number].start):
        end = min(reporting.at(reporting.passages[number].end) + 1, len(doc))
    return doc[start:end]


# ── complements of a verb ────────────────────────────────────────────────────────────────────────────────


def _complement(verb: Token, children: list[Token]) -> list[Token]:
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
    elif not parts and verb.lemma_ in _OBJECTS:
        parts = objects or _passive_subject(children)
        parts = [part for part in parts if part.right_edge.i - part.left_edge.i >= _SHORTEST - 1]
    return parts


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
        return lemma in _CLAUSES or lemma in _INFINITIVES
    if child.dep_ in ("xcomp", "oprd"):
        return lemma in _INFINITIVES or (child.dep_ == "oprd" and lemma in _CLAUSES)
    if child.dep_ == "prep":
        return lemma in _PREPOSITIONS.get(child.lower_, ())
    return False


def _sides(verb: Token, children: list[Token], parts: list[Token]) -> Iterator[tuple[int, int]]:
    """The stretches that a verb's complement covers before and after the verb and what stands beside it."""
    if not parts:
        return
    start, end = min(map(_from, parts)), max(part.right_edge.i for part in parts) + 1
    said = {part.i for part in parts}
    first, last = _reporting_clause(verb, [child for child in children if child.i not in said])
    if start < first:
        yield start, min(end, first)
    if end > last:
        yield max(start, last), end


def _from(part: Token) -> int:
    bare = part.dep_ == "prep" and part.lower_ in _BARE
    return part.i + 1 if bare else part.left_edge.i


def _reporting_clause(verb: Token, others: list[Token]) -> tuple[int, int]:
    """The words from the verb's subject to the verb, in either order."""
    around = [child for child in others if child.dep_ in ("nsubj", "aux", "neg", "dative", "advmod")]
    first = min([verb.i, *(child.left_edge.i for child in around)])
    last = max([verb.i, *(child.right_edge.i for child in around)])
    return first, last + 1


def _sentence_without(according: Token, first: int, end: int) -> tuple[int, int]:
    """The sentence around "according to …", before or after it, whichever is longer."""
    last = min(according.right_edge.i + 1, end)
    return (first, according.i) if according.i - first > end - last else (last, end)
