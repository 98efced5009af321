"""What is said in the articles, and by whom; in the order of the articles."""

from briefing_book.assemble.parties import Parties
from briefing_book.assemble.reading import Library, Reading
from briefing_book.model import BookQuotation, Quotation


def book_quotations(library: Library, parties: Parties) -> tuple[BookQuotation, ...]:
    """All quotations of the book."""
    return tuple(
        _quotation(reading, quotation, parties)
        for reading in library.readings
        for quotation in sorted(reading.facts.quotations, key=lambda each: (each.start, each.end))
    )


def _quotation(reading: Reading, quotation: Quotation, parties: Parties) -> BookQuotation:
    speaker = quotation.speaker
    return BookQuotation(
        passage=reading.passage(quotation),
        direct=quotation.direct,
        fragment=quotation.fragment,
        speaker=parties.party(reading.id, speaker) if speaker else None,
        cue=reading.passage(quotation.cue) if quotation.cue else None,
        date=reading.facts.article.published,
    )
