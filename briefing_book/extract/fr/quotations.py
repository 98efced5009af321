"""What somebody is reported to have said in a French article: passages in quotation marks, reported speech.

Where the words around a passage tell no speaker, it is whoever has the floor.
"""

from collections.abc import Iterator

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from briefing_book.extract.fr.cast import Cast
from briefing_book.extract.fr.reported import Told, reported
from briefing_book.extract.fr.reporting import Reporting, Said
from briefing_book.extract.fr.speakers import speaker_of
from briefing_book.extract.quotations import Quoted
from briefing_book.extract.quotations.floor import Floor
from briefing_book.extract.quotations.fragments import WORD, is_fragment, is_whole
from briefing_book.extract.quotations.reporting import Attribution
from briefing_book.extract.quote_marks import MARKS
from briefing_book.model import Quotation, Span, Speaker

GOES_ON = 0.8
"""The confidence where whoever spoke last goes on."""
_FEWEST = 3


def find(doc: Doc, cast: Cast) -> tuple[Quotation, ...]:
    """All quotations of an article, in the order of their starts."""
    reporting = Reporting(doc, cast)
    told = sorted(reported(reporting), key=lambda each: (each.start, -each.end))
    direct = list(_direct(reporting, told))
    indirect = list(_indirect(reporting, told, [q for q in direct if not q.fragment]))
    return tuple(sorted([*direct, *indirect], key=lambda q: (q.start, -q.end)))


def _direct(reporting: Reporting, told: list[Told]) -> Iterator[Quotation]:
    """Every passage in quotation marks."""
    text = reporting.text
    floor = Floor(text, [(reporting.doc[each.end - 1].idx, each.said.speaker) for each in told])
    for passage in reporting.cast.passages:
        start, end = passage
        if not WORD.search(text, start, end):
            continue
        said = speaker_of(reporting, passage)
        whole = _opens_sentence(text, start, end) or is_whole(text, start, end)
        if said is None and whole:
            said = Said(None, floor.holder(start), GOES_ON)
        attribution = Attribution(said.cue, said.speaker) if said else None
        fragment = not whole and is_fragment(text, start, end, attribution)
        yield _quotation(reporting, start, end, said, direct=True, fragment=fragment)
        if said is not None or not fragment:
            floor.take(end, said.speaker if said else None)


def _opens_sentence(text: str, start: int, end: int) -> bool:
    """Whether a passage of some words begins a sentence; French has the comma after the mark that closes."""
    before = text[max(0, start - 6) : start].rstrip(MARKS + " \xa0")[-1:]
    words = len(WORD.findall(text, start, end))
    return text[start].isupper() and words >= _FEWEST and before in ("", "\n", *".!?:…")


def _indirect(reporting: Reporting, told: list[Told], direct: list[Quotation]) -> Iterator[Quotation]:
    """Reported speech where it is not for the most part in quotation marks; the widest of nested ones."""
    quoted, reach = Quoted(direct), 0
    for start, end, said in told:
        words = reporting.doc[start:end]
        first, last = words.start_char, words.end_char
        if last > reach and 2 * (quoted.until(last) - quoted.until(first)) < last - first:
            reach = last
            yield _quotation(reporting, first, last, said, direct=False)


def _quotation(
    reporting: Reporting, start: int, end: int, said: Said | None, direct: bool, fragment: bool = False
) -> Quotation:
    named = said is not None and said.speaker is not None
    return Quotation(
        start,
        end,
        reporting.text[start:end],
        direct=direct,
        fragment=fragment,
        speaker=_speaker(reporting.cast, said.speaker) if said and said.speaker is not None else None,
        cue=_span(said.cue) if said and said.cue is not None else None,
        confidence=said.confidence if said and named else None,
    )


def _span(words: Tokens) -> Span:
    return Span(words.start_char, words.end_char, words.text)


def _speaker(cast: Cast, words: Tokens) -> Speaker:
    """Who the words stand for; of "-t-il" the pronoun."""
    whom = cast.whom(words)
    text = words.text.removeprefix("-t-").removeprefix("-")
    return Speaker(
        words.end_char - len(text),
        words.end_char,
        text,
        person=whom.person,
        organisation=whom.organisation,
        country=whom.country,
        plan=whom.plan,
    )
