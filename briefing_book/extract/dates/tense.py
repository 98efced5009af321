"""Whether a date is ahead or past: by the nearest verb over it, its tense, helping verbs and meaning."""

from spacy.tokens import Doc, Token

from briefing_book.extract.dates.grammar import Reading
from briefing_book.extract.dates.words import WORDS

_LOOKING_AHEAD = WORDS.planning | WORDS.planning_to


def is_future(doc: Doc, reading: Reading) -> bool:
    """Whether the nearest verb over the expression speaks of what is still to come."""
    span = doc.char_span(reading.start, reading.end, alignment_mode="expand")
    if span is None:
        return False
    near = reading.month is None and span.root.dep_ != "poss"
    until = span.start > 0 and doc[span.start - 1].lower_ in WORDS.until
    planning = WORDS.planning
    infinitive = False
    for depth, word in enumerate((span.root, *span.root.ancestors)):
        if word.lemma_.lower() in planning:
            return True
        if word.pos_ in ("VERB", "AUX"):
            tense = "future" if infinitive and word.lemma_ == "be" else _tense(word, near and depth <= 2)
            infinitive = tense is None
            if tense or until:
                return tense != "past"
            planning = _LOOKING_AHEAD
    return planning is _LOOKING_AHEAD


def is_told(doc: Doc, reading: Reading) -> bool:
    """Whether the nearest verb over the expression is in the past tense: "She arrived this Sunday"."""
    span = doc.char_span(reading.start, reading.end, alignment_mode="expand")
    if span is None:
        return False
    verb = next((word for word in (span.root, *span.root.ancestors) if word.pos_ in ("VERB", "AUX")), None)
    return verb is not None and verb.tag_ == "VBD"


def _tense(verb: Token, near: bool) -> str | None:
    """past or future, or None for an infinitive, whose own verb decides. "They meet Monday" is future."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & WORDS.future:
        return "future"
    if verb.tag_ == "VB" and "to" in helpers:
        return None
    if verb.tag_ in ("VBP", "VBZ"):
        return "future" if near or verb.lemma_ in WORDS.starting else "past"
    return "future" if verb.tag_ == "VBG" and helpers & WORDS.present else "past"
