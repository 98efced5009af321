"""Reported speech in a French article: after "que", before ", a indiqué le ministre", beside "selon …"."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from briefing_book.extract.fr.reporting import QUE, Reporting, Said
from briefing_book.extract.fr.words import PEOPLE, REPORTING, SAYING, SPEECH

REPORTED = 0.8
"""The confidence in reported speech: the share of that read in news that is right in words and speaker."""
_SHORTEST = 3
_FURTHEST = 12
"""So many words may stand between a verb and its "que"."""
_COMPARING = frozenset(
    ["plus", "moins", "aussi", "autant", "tel", "telle", "mieux", "autre", "même", "si", "ainsi"]
)
_CLITICS = frozenset(["l'", "l’", "s'", "s’", "y", "en", "le"])


class Told(NamedTuple):
    """Reported speech: words (from, to) and who says them."""

    start: int
    end: int
    said: Said


def reported(reporting: Reporting) -> Iterator[Told]:
    """All reported speech, in the order of its cues."""
    for sentence in reporting.doc.sents:
        for token in sentence:
            if reporting.cast.passage_of(token.i) >= 0:
                continue
            if reporting.is_cue(token):
                told = _after_que(reporting, token, sentence) or _before_clause(reporting, token, sentence)
            else:
                told = _beside_selon(reporting, token, sentence)
            if told is not None and told.end - told.start >= _SHORTEST:
                yield told


def _after_que(reporting: Reporting, cue: Token, sentence: Tokens) -> Told | None:
    if SAYING[cue.lower_].infinitive not in REPORTING or _is_denied(reporting, cue):
        return None
    following = reporting.doc[cue.i + 1 : min(cue.i + _FURTHEST, sentence.end)]
    that = next((token for token in following if token.lower_ in QUE), None)
    if that is None or any(_parts(token) for token in following if token.i < that.i):
        return None
    speaker = reporting.subject(cue, sentence.start)
    if speaker is None:
        return None
    said = Said(reporting.word(cue), speaker, REPORTED)
    return Told(that.i, _trimmed(reporting, that.i, sentence.end), said)


def _parts(token: Token) -> bool:
    """Whether a word between a verb and "que" leads to that instead: "plus vite que"."""
    return token.pos_ == "VERB" or token.text in (";", ":") or token.lower_ in _COMPARING


def _before_clause(reporting: Reporting, cue: Token, sentence: Tokens) -> Told | None:
    """What stands before a reporting clause that a comma sets off at the end of a sentence."""
    comma = reporting.first(cue) - 1
    while comma > sentence.start and reporting.doc[comma].lower_ in _CLITICS:
        comma -= 1
    if comma <= sentence.start or reporting.doc[comma].text != ",":
        return None
    speaker = reporting.pronoun(cue) or reporting.inverted(cue, sentence.end)
    if speaker is None or any(t.pos_ == "VERB" for t in reporting.doc[speaker.end : sentence.end][:4]):
        return None
    said = Said(reporting.word(cue), speaker, REPORTED)
    return Told(sentence.start, _trimmed(reporting, sentence.start, comma), said)


def _beside_selon(reporting: Reporting, token: Token, sentence: Tokens) -> Told | None:
    """The sentence before or after "selon …", whichever is longer, where somebody is named."""
    said = reporting.according(token.i)
    if said is None or said.speaker is None or said.cue is None:
        return None
    if reporting.cast.whom(said.speaker).text is not None and not _is_voice(said.speaker):
        return None
    before, after = (sentence.start, said.cue.start), (said.speaker.end, sentence.end)
    relative = reporting.doc[after[0] : after[0] + 2].text.strip(", ").startswith(("qui", "dont"))
    start, end = before if relative or before[1] - before[0] > after[1] - after[0] else after
    if start < len(reporting.doc) and reporting.cast.passage_of(start) >= 0:
        return None
    while start < end and (reporting.doc[start].is_punct or reporting.doc[start].is_space):
        start += 1
    return Told(start, _trimmed(reporting, start, end), said._replace(confidence=REPORTED))


def _is_voice(speaker: Tokens) -> bool:
    """Whether the words are of somebody who may say something: a source, a study, an official."""
    return any(token.lower_ in SPEECH["voices"] or token.lower_ in PEOPLE["offices"] for token in speaker)


def _is_denied(reporting: Reporting, cue: Token) -> bool:
    first = reporting.first(cue)
    return any(token.lower_ in ("n'", "n’", "ne") for token in reporting.doc[max(0, first - 2) : first])


def _trimmed(reporting: Reporting, start: int, end: int) -> int:
    while end > start and (reporting.doc[end - 1].is_space or reporting.doc[end - 1].text in ".,;:–—"):
        end -= 1
    return end
