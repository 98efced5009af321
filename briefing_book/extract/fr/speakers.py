"""Who says what stands in quotation marks in a French article.

That is the subject of the clause right after a passage (", a-t-il déclaré", ", selon le ministre"), or else
of the verb of speech before it in its sentence.
"""

from spacy.tokens import Token

from briefing_book.extract.fr.reporting import Reporting, Said
from briefing_book.extract.quote_marks import MARKS, Passage

PRONOUN, FURTHER = 0.8, 0.8
"""The confidence where a pronoun stands for the speaker, or the verb stands further off."""
_SENTENCE_END = frozenset([".", "!", "?", "…", "..."])
_BREAKS = frozenset([":", ";", "("])
_REACH, _BEFORE, _NEAR = 40, 30, 8
"""Words to look at behind and before a passage, and those of them that are near."""
_LONG = 25
"""Characters from which a passage with a capital is a sentence of its own."""


def speaker_of(reporting: Reporting, passage: Passage) -> Said | None:
    """Who says a passage by the words around it in its sentence."""
    return _after(reporting, passage.end) or _before(reporting, passage.start)


def _after(reporting: Reporting, place: int) -> Said | None:
    words = _following(reporting, place)
    if not words:
        return None
    according = reporting.according(words[0].i)
    if according:
        return according
    near = {token.i for token in words[:_NEAR]}
    cues = (token for token in words if reporting.is_cue(token))
    cue = next((cue for cue in cues if cue.i in near or _is_set_off(reporting, cue)), None)
    if cue is None:
        return None
    pronoun = reporting.pronoun(cue)
    if pronoun is not None:
        return Said(reporting.word(cue), pronoun, PRONOUN)
    speaker = reporting.inverted(cue, words[-1].i + 1) or reporting.subject(cue, words[0].i)
    return Said(reporting.word(cue), speaker) if speaker is not None else None


def _is_set_off(reporting: Reporting, cue: Token) -> bool:
    """Whether a comma stands before the verb and its helping verb."""
    first = reporting.first(cue)
    return first > 0 and reporting.doc[first - 1].text == ","


def _following(reporting: Reporting, place: int) -> list[Token]:
    """The words after a passage up to the end of its sentence, other passages left out."""
    doc, text, words = reporting.doc, reporting.text, list[Token]()
    if text[place - 1] in ".!?…" and text[place : place + 3].strip(MARKS + " ")[:1].isupper():
        return []
    span = doc.char_span(place, min(place + 1, len(text)), alignment_mode="expand")
    for token in doc[span.start : span.start + 4 * _REACH] if span is not None else ():
        number = reporting.cast.passage_of(token.i)
        if number >= 0:
            if _is_sentence(text, reporting.cast.passages[number]):
                break
            continue
        if token.text in _SENTENCE_END or "\n" in token.text or len(words) >= _REACH:
            break
        if words or not (token.is_punct or token.is_space or token.text in MARKS):
            words.append(token)
        elif token.text in _BREAKS:
            break
    return words


def _is_sentence(text: str, passage: Passage) -> bool:
    return text[passage.start].isupper() and passage.end - passage.start > _LONG


def _before(reporting: Reporting, place: int) -> Said | None:
    words = _preceding(reporting, place)
    for distance, token in enumerate(words):
        if not reporting.is_cue(token):
            continue
        speaker = reporting.subject(token, words[-1].i) or reporting.inverted(token, words[0].i + 1)
        if speaker is not None:
            return Said(reporting.word(token), speaker, None if distance < _NEAR else FURTHER)
    return next((said for token in words if (said := reporting.according(token.i))), None)


def _preceding(reporting: Reporting, place: int) -> list[Token]:
    """The words before a passage down to the start of its sentence, the nearest first."""
    doc, words = reporting.doc, list[Token]()
    span = doc.char_span(max(place - 1, 0), place, alignment_mode="expand")
    i = span.start if span is not None else -1
    while i >= 0 and len(words) < _BEFORE:
        token, number = doc[i], reporting.cast.passage_of(i)
        if number >= 0 and reporting.text[reporting.cast.passages[number].end - 1] in ".!?":
            break
        if token.text in _SENTENCE_END or ("\n" in token.text and words):
            break
        if number < 0 and not (token.is_punct or token.is_space):
            words.append(token)
        i -= 1
    return words
