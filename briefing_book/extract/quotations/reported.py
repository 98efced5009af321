"""Reported speech: what a verb of speech says outside quotation marks, and who says it.

The reported words are the complement of a verb, a noun or an adjective, or the sentence that an aside such as
"according to …" stands in.
"""

from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from briefing_book.extract.cues import SPEECH
from briefing_book.extract.quotations.asides import told_by_aside
from briefing_book.extract.quotations.attitudes import told_by_attitude
from briefing_book.extract.quotations.complements import CLAUSES, CUES, NAMED, SHORTEST, complement, sides
from briefing_book.extract.quotations.nouns import told_by_noun
from briefing_book.extract.quotations.reporting import Reported, Reporting, Told, is_no_report
from briefing_book.extract.quote_marks import MARKS

_DENYING = frozenset({"never", "hardly", "neither", "nor"})
_FAILING = frozenset({"fail", "failure", "forget", "inability", "neglect"})
_EDGES = ",;:.–—-"
_ENDS = frozenset({".", "!", "?", "…"})


def reported(reporting: Reporting) -> Iterator[Reported]:
    """All reported speech, in the order of the cues."""
    for cue in reporting.doc:
        if reporting.passage_of(cue.i) >= 0:
            continue
        told = _told(reporting, cue)
        if told is None:
            continue
        for start, end in told.stretches:
            words = _trimmed(reporting, start, end)
            if len(words) >= SHORTEST or (len(words) == 1 and words[0].ent_type_ in NAMED):
                yield Reported(words, told.attribution)


def _told(reporting: Reporting, cue: Token) -> Told | None:
    """What a word reports, by the first of the ways of reporting that it is a cue of."""
    return (
        told_by_aside(reporting, cue)
        or told_by_noun(reporting, cue)
        or told_by_attitude(reporting, cue)
        or _told_by_verb(reporting, cue)
        or _told_below(reporting, cue)
    )


def _told_by_verb(reporting: Reporting, cue: Token) -> Told | None:
    """What a verb reports; None where it is no cue or nobody said it."""
    first, end = reporting.sentence_of(cue.i)
    basis: str | None = None
    if cue.lemma_ not in CUES or cue.pos_ not in ("VERB", "AUX") or is_no_report(cue):
        return None
    if (aside := reporting.interruption(cue)) and cue.lemma_ in CLAUSES:
        stretches = [(first, aside[0]), (aside[1], end)]
    else:
        children = reporting.tree.children(cue)
        parts = [] if _is_denied(cue, children) else complement(cue, children)
        stretches, basis = list(sides(cue, children, parts)), _basis(cue, parts)
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
    """Whether the article says that nobody said this: "has not condemned", "failed to say"."""
    if any(child.dep_ == "neg" or child.lower_ in _DENYING for child in children):
        return True
    if verb.dep_ in ("xcomp", "acl") and verb.head.lemma_ in _FAILING:
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
