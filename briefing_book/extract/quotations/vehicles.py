"""Words that carry somebody's speech on: after a quotation of Lee, "The letter then asks for talks" is Lee.

A definite noun for such a vehicle that the article ties to nobody stands for whoever was quoted last in its
paragraph.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

import msgspec
from msgspec.structs import replace

from briefing_book.extract.cues import SPEECH
from briefing_book.extract.quotations.confidence import SHARE_RIGHT, is_somebody
from briefing_book.extract.quote_marks import paragraphs
from briefing_book.model import Quotation, Speaker

_VEHICLES = SPEECH["vehicles"]
_DEFINITE = frozenset({"the", "this", "that"})


def carried_on(text: str, quotations: Iterable[Quotation]) -> Iterator[Quotation]:
    """The quotations, which are in order, with the speakers that vehicles stand for."""
    starts = [start for start, _ in paragraphs(text)]
    last: Speaker | None = None
    paragraph = -1
    for quotation in quotations:
        here = bisect_right(starts, quotation.start)
        last = last if here == paragraph else None
        paragraph = here
        speaker = quotation.speaker
        if speaker is not None and last is not None and _is_vehicle(speaker):
            speaker = _standing_for(speaker, last)
            quotation = msgspec.structs.replace(quotation, speaker=speaker, confidence=SHARE_RIGHT["vehicle"])
        last = speaker if speaker is not None and is_somebody(speaker) else last
        yield quotation


def _is_vehicle(speaker: Speaker) -> bool:
    words = speaker.text.lower().split()
    return not is_somebody(speaker) and words[0] in _DEFINITE and words[-1] in _VEHICLES


def _standing_for(speaker: Speaker, whom: Speaker) -> Speaker:
    return replace(whom, start=speaker.start, end=speaker.end, text=speaker.text)
