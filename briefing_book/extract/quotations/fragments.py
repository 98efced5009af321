"""Which quoted passages are fragments: a few words inside the reporter's own sentence, or a work's title.

A fragment stays a quotation with its speaker and cue; what it stands in is reported speech.
"""

import re

from briefing_book.extract.quotations.reporting import Attribution
from briefing_book.extract.quote_marks import MARKS

WORD = re.compile(r"\w[\w'’\-.&]*")
_CLOSING = tuple(".,?!…—")
_INTRODUCING = (",", ":")
_FRAGMENT = 6
"""Words up to which a passage in the reporter's own sentence is a fragment."""
_CARRYING_ON = 7
"""Words up to which it is one where it carries on the reporter's clause."""
_SMALL = 4
"""Letters up to which a word of a title may be without a capital."""
_SET_OFF = MARKS + " \xa0,:"


def is_fragment(text: str, start: int, end: int, attribution: Attribution | None) -> bool:
    """Whether a passage is a part of the reporter's own sentence, not something that somebody said whole."""
    if _is_title(text[start:end]) and not _is_beside(text, start, end, attribution):
        return True
    words = len(WORD.findall(text, start, end))
    if _carries_on(text, start):
        return words <= _CARRYING_ON
    return words <= _FRAGMENT and not is_whole(text, start, end)


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a passage is a sentence of its own, or ends one that it is set off from: He said, "if so." """
    introduced = text[max(0, start - 4) : start - 1].rstrip()[-1:] in _INTRODUCING
    return text[start:end].rstrip(MARKS)[-1:] in _CLOSING and (introduced or not text[start].islower())


def _carries_on(text: str, start: int) -> bool:
    """Whether a passage carries on the reporter's own clause: he called it "a lake of no return"."""
    return text[start].islower() and _is_led_to(text, start)


def _is_led_to(text: str, start: int) -> bool:
    """Whether a word stands right before a passage, with no mark of the reporter's between."""
    return text[max(0, start - 8) : start].rstrip(MARKS + " \xa0")[-1:].isalnum()


def _is_title(passage: str) -> bool:
    """Whether a passage is written as the title of a work is: "The Art of Peace"."""
    words = [word for word in WORD.findall(passage) if len(word) > _SMALL]
    return bool(words) and not any(word[0].islower() for word in words)


def _is_beside(text: str, start: int, end: int, attribution: Attribution | None) -> bool:
    """Whether a passage and its reporting clause have nothing between them, or its speaker goes on."""
    if attribution is None or attribution.speaker is None:
        return False
    if attribution.cue is None:
        return not _is_led_to(text, start)
    clause = (attribution.cue, attribution.speaker)
    first, last = min(words.start_char for words in clause), max(words.end_char for words in clause)
    if last > start and _is_led_to(text, start):
        return False
    between = text[last:start] if last <= start else text[end:first]
    return not between.strip(_SET_OFF)
