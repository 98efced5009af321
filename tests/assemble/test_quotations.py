"""The book keeps who said what, and the article's own word for how it is said."""

import msgspec

from briefing_book.addresses import Addresses
from briefing_book.assemble import assemble
from briefing_book.model import Corrections, Passage, Quotation, Settings, Span, Speaker
from tests.assemble.built import Told

TEXT = "It rained. Norland rejected claims of fraud, one envoy said."


def span(words: str) -> dict[str, object]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def test_the_cue_is_a_passage_and_its_absence_stays_one() -> None:
    facts, text = Told("a", TEXT, "2031-05").done()
    speaker = Speaker(**span("one envoy"))
    said = Quotation(**span("Norland rejected claims of fraud"), direct=False, speaker=speaker)
    cued = Quotation(**span("claims of fraud"), direct=False, cue=Span(**span("rejected")))
    facts = msgspec.structs.replace(facts, quotations=(cued, said))
    book = assemble(Settings(), [(facts, text)], (), Corrections(), Addresses(), ())
    first, second = book.quotations
    assert (first.passage.text, first.speaker and first.speaker.name, first.cue, first.date) == (
        *("Norland rejected claims of fraud", "one envoy", None, "2031-05"),
    )
    assert second.speaker is None
    assert second.cue == Passage(**span("rejected"), article="a", sentence=2)
