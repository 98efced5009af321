"""Events in a French article: verbs and nouns of the kinds of `data/fr/events.yml`, with date and parties.

A word tells an event where it has a date, or where its kind is strong and two of its parties are named. What
is wished, denied or only possible is none.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from briefing_book.extract.events import SURE, is_enough, is_later, merged, told_once
from briefing_book.extract.events.event_words import KINDS
from briefing_book.extract.fr.cast import Cast
from briefing_book.extract.fr.event_words import Telling, tellings
from briefing_book.extract.fr.nouns import PRONOUNS
from briefing_book.extract.fr.parties import parties_of, place_of
from briefing_book.extract.fr.words import EVENTS
from briefing_book.extract.sentences import readable
from briefing_book.model import Date, Event, Reference

UNDATED, BY_PRONOUN = -0.05, -0.1
"""What an event loses in confidence without a date, or where a pronoun stands for a party."""
_WORDS = EVENTS.words
_NO_DATE_OF = frozenset(["depuis", "avant", "après", "jusqu'au", "jusqu’au", "dès"])


def find(doc: Doc, cast: Cast, dates: tuple[Date, ...], published: str | None) -> tuple[Event, ...]:
    """The events that the article tells, in order."""
    found: list[Event] = []
    starts = [date.start for date in dates]
    for sentence in readable(doc):
        here = dates[bisect_left(starts, sentence.start_char) : bisect_left(starts, sentence.end_char)]
        events = merged(_events(sentence, cast, here))
        found += (replace(event, planned=event.planned or is_later(event, published)) for event in events)
    return told_once(found)


def _events(sentence: Tokens, cast: Cast, dates: Sequence[Date]) -> Iterator[Event]:
    words = [told for token in sentence if cast.passage_of(token.i) < 0 for told in tellings(token)]
    known = [(told, parties) for told in words if (parties := parties_of(told, sentence, cast))]
    for told, parties in known:
        others = [other.word for other, _ in known if other is not told]
        day = _date(told.word, _placed_by(told.word, others), dates)
        if is_enough(KINDS[told.kind], day, parties):
            event = _event(sentence, told, day, tuple(parties))
            yield replace(event, place=place_of(told, sentence, cast), confidence=_confidence(day, parties))


def _event(sentence: Tokens, told: Telling, day: str | None, parties: tuple[Reference, ...]) -> Event:
    text = sentence.text.strip()
    start = sentence.start_char + sentence.text.index(text)
    return Event(
        start=start,
        end=start + len(text),
        text=text,
        kind=told.kind,
        date=day,
        planned=told.planned,
        participants=parties,
    )


def _confidence(day: str | None, parties: dict[Reference, Token]) -> float:
    pronoun = any(token.lower_ in PRONOUNS for token in parties.values())
    return round(SURE + (0 if day else UNDATED) + (BY_PRONOUN if pronoun else 0), 2)


def _placed_by(word: Token, others: list[Token]) -> list[Token]:
    """The other words that tell a happening; none for "en marge du sommet", which has their date."""
    before = {token.lower_ for token in word.doc[max(word.sent.start, word.i - 3) : word.i]}
    return [] if before & _WORDS["placing"] else others


def _date(word: Token, others: list[Token], dates: Sequence[Date]) -> str | None:
    """The date nearest to the word in its sentence that is no nearer to another one or in another clause."""
    doc, fitting = word.doc, []
    for date in dates:
        span = doc.char_span(date.start, date.end, alignment_mode="expand")
        if span is None or _is_divided(doc, word.i, span.start) or _word_before(span) in _NO_DATE_OF:
            continue
        distance = abs(span.start - word.i)
        nearer = (abs(span.start - other.i) < distance for other in others)
        if not any(
            near and not _is_divided(doc, other.i, span.start)
            for near, other in zip(nearer, others, strict=True)
        ):
            fitting.append((distance, date.value))
    return min(fitting)[1] if fitting else None


def _word_before(span: Tokens) -> str:
    return span.doc[span.start - 1].lower_ if span.start else ""


def _is_divided(doc: Doc, one: int, other: int) -> bool:
    """Whether a word that begins somebody else's clause stands between the two."""
    first, last = sorted((one, other))
    return any(doc[i].lower_ in _WORDS["clause"] or doc[i].text in (";", "(") for i in range(first + 1, last))
