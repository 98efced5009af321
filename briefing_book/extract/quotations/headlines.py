"""Speech in headlines: "Poll: Voters want peace" and "Voters want peace: poll".

The line must name somebody, or a voice such as a poll, on one side of its colon.
"""

from collections.abc import Iterator

from spacy.tokens import Span as Tokens

from briefing_book.extract.cues import SPEECH
from briefing_book.extract.quotations.reporting import Attribution, Reported, Reporting

_VOICES = SPEECH["voices"]
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_LONGEST_NAME = 5
_SHORTEST = 3
"""Words that a headline's other side must have."""
_SHORTEST_PLACE = 4
"""Letters from which a place in capitals is no abbreviation, such as "US"."""
_LONGEST = 40
"""Above so many words a line is no headline."""


def told_by_headline(reporting: Reporting) -> Iterator[Reported]:
    """What the first line of an article says that somebody says."""
    doc = reporting.doc
    end = next((token.i for token in doc if "\n" in token.text), len(doc))
    if end > _LONGEST:
        return
    colons = [token.i for token in doc[:end] if token.text == ":" and reporting.passage_of(token.i) < 0]
    if len(colons) != 1:
        return
    before, after = doc[: colons[0]], doc[colons[0] + 1 : end]
    if _is_voice(before) and not _is_dateline(before) and len(after) >= _SHORTEST:
        yield _told(after, before)
    elif _is_voice(after) and len(before) >= _SHORTEST:
        yield _told(before, after)


def _told(words: Tokens, voice: Tokens) -> Reported:
    end = len(words) - (words[-1].text == ".")
    return Reported(words[:end], Attribution(None, voice, "headline"))


def _is_dateline(side: Tokens) -> bool:
    """Whether a place is in capitals, as where an article begins: "GENEVA: The talks ended"."""
    return side.text.isupper() and len(side.text) >= _SHORTEST_PLACE and side[0].ent_type_ == "GPE"


def _is_voice(side: Tokens) -> bool:
    """Whether one side of a colon is no more than a name or a voice."""
    words = [word for word in side if not word.is_punct and not word.is_space]
    if not 0 < len(words) <= _LONGEST_NAME or any(word.pos_ in ("VERB", "AUX") for word in words):
        return False
    return any(word.lemma_.lower() in _VOICES or word.ent_type_ in _NAMED for word in words[-1:])
