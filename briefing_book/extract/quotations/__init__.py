"""What somebody is reported to have said: every passage in quotation marks, and reported speech."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from briefing_book.extract.cast import Cast
from briefing_book.extract.cues import SPEECH
from briefing_book.extract.quotations import speakers
from briefing_book.extract.quotations.confidence import confidence, is_somebody
from briefing_book.extract.quotations.floor import Floor
from briefing_book.extract.quotations.fragments import WORD, is_fragment, is_whole
from briefing_book.extract.quotations.headlines import told_by_headline
from briefing_book.extract.quotations.reported import reported
from briefing_book.extract.quotations.reporting import Attribution, Reported, Reporting
from briefing_book.extract.quotations.vehicles import carried_on
from briefing_book.extract.quote_marks import Passage
from briefing_book.model import Quotation, Span, Speaker

_TOLD = frozenset({"VBD", "VBZ", "VBP", "VBG"})
"""The forms of a verb by which it tells what happened; "according" is a VBG."""


def find(doc: Doc, cast: Cast) -> tuple[Quotation, ...]:
    """All quotations of an article, in the order of their starts."""
    reporting = Reporting(doc, cast.passages)
    told = sorted(
        [*told_by_headline(reporting), *reported(reporting)],
        key=lambda said: (said.words.start, -said.words.end),
    )
    direct = _direct(reporting, cast, told)
    indirect = _indirect(reporting.text, cast, told, [q for q in direct if not q.fragment])
    found = sorted([*direct, *indirect], key=lambda q: (q.start, -q.end))
    return tuple(carried_on(reporting.text, found))


def _indirect(text: str, cast: Cast, told: list[Reported], direct: list[Quotation]) -> Iterator[Quotation]:
    """Reported speech that is not for the most part in quotation marks; the widest of what overlaps."""
    quoted = Quoted(direct)
    reach = 0
    outer: Attribution | None = None
    for words, attribution in told:
        start, end = words.start_char, words.end_char
        inner = start < reach
        if inner and not _is_anothers(attribution, outer, cast):
            continue
        if 2 * (quoted.until(end) - quoted.until(start)) >= end - start:
            continue
        if not inner:
            reach, outer = end, attribution
        yield _quotation(text, start, end, attribution, cast, direct=False)


def _is_anothers(inner: Attribution, outer: Attribution | None, cast: Cast) -> bool:
    """Whether words within reported speech tell what somebody else has said, not only thinks or will say."""
    if inner.speaker is None or inner.cue is None or outer is None or outer.speaker is None:
        return False
    cue = inner.cue[0]
    told = cue.lemma_ in SPEECH["say_verbs"] and cue.tag_ in _TOLD
    if not told or inner.speaker.text == outer.speaker.text:
        return False
    whom = _speaker(inner.speaker, cast)
    unknown = inner.speaker.root.pos_ == "PRON" and not is_somebody(whom)
    return not unknown and cast.whom(inner.speaker) != cast.whom(outer.speaker)


class Quoted:
    """How much of a text is in quotations, which are in order and do not overlap."""

    def __init__(self, quotations: list[Quotation]) -> None:
        self._quotations = quotations
        self._starts = [q.start for q in quotations]
        self._sums = [0, *accumulate(q.end - q.start for q in quotations)]

    def until(self, place: int) -> int:
        """The number of quoted characters before a place."""
        number = bisect_left(self._starts, place)
        beyond = max(0, self._quotations[number - 1].end - place) if number else 0
        return self._sums[number] - beyond


def _direct(reporting: Reporting, cast: Cast, told: list[Reported]) -> list[Quotation]:
    """Every passage in quotation marks. `told` is the reported speech by its place."""
    found: list[Quotation] = []
    text = reporting.text
    known = [said for said in told if said.attribution.speaker is not None]
    floor = Floor(text, [(said.words.end_char, said.attribution.speaker) for said in known])
    for number, (start, end) in enumerate(cast.passages):
        if not WORD.search(text, start, end):
            continue
        if label := cast.labels.get(Passage(start, end)):
            speaker = reporting.doc.char_span(*label, alignment_mode="expand")
            found.append(_quotation(text, start, end, Attribution(None, speaker, "turn"), cast, direct=True))
            floor.take(end, None)
            continue
        attribution = speakers.attribution(reporting, number)
        if attribution is None and is_whole(text, start, end):
            attribution = Attribution(None, floor.holder(start), "goes on")
        fragment = is_fragment(text, start, end, attribution)
        found.append(_quotation(text, start, end, attribution, cast, direct=True, fragment=fragment))
        if attribution is not None or not fragment:
            floor.take(end, attribution.speaker if attribution else None)
    return found


def _quotation(
    text: str,
    start: int,
    end: int,
    attribution: Attribution | None,
    cast: Cast,
    direct: bool,
    fragment: bool = False,
) -> Quotation:
    speaker = _speaker(attribution.speaker, cast) if attribution and attribution.speaker else None
    return Quotation(
        start,
        end,
        text[start:end],
        direct=direct,
        fragment=fragment,
        speaker=speaker,
        cue=_span(attribution.cue) if attribution and attribution.cue else None,
        confidence=confidence(attribution, speaker),
    )


def _span(tokens: Tokens) -> Span:
    return Span(tokens.start_char, tokens.end_char, tokens.text)


def _speaker(phrase: Tokens, cast: Cast) -> Speaker:
    whom = cast.whom(phrase)
    return Speaker(
        phrase.start_char,
        phrase.end_char,
        phrase.text,
        person=whom.person,
        organisation=whom.organisation,
        country=whom.country,
        plan=whom.plan,
    )
