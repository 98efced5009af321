"""Events: happenings that an article tells as facts or as planned, with their dates and participants.

A verb ("met") or noun ("a meeting") of a kind makes an event when it has a date, or when its kind is strong
and two of its parties are named. A date belongs to the word it depends on, not to the nearest one.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from briefing_book.extract.cast import Cast
from briefing_book.extract.events.event_dates import dated
from briefing_book.extract.events.event_words import KINDS, Kind, Telling, kinds_of, telling
from briefing_book.extract.events.participants import participants
from briefing_book.extract.sentences import readable
from briefing_book.model import Date, Event, Reference

_FEWEST = 2
"""How many parties an event must have that has no date, or that needs two."""


def find(doc: Doc, cast: Cast, dates: tuple[Date, ...]) -> tuple[Event, ...]:
    """The events that the article tells, in order. Undated ones that add nothing are left out."""
    found: list[Event] = []
    days = iter(sorted(dates, key=lambda date: date.start))
    date = next(days, None)
    for sentence in readable(doc):
        here = []
        while date is not None and date.start < sentence.end_char:
            if date.start >= sentence.start_char:
                here.append(date)
            date = next(days, None)
        found += _merged(_events(sentence, cast, here))
    return _told_once(found)


def _events(sentence: Tokens, cast: Cast, dates: list[Date]) -> Iterator[Event]:
    words = [(token, kinds) for token in sentence if (kinds := kinds_of(token))]
    if not words:
        return
    days = dated(sentence, [token for token, _ in words], dates)
    for token, kinds in words:
        told = telling(token)
        if told is Telling.OPEN:
            continue
        for kind in kinds:
            event = _event(token, kind, days.get(token.i), told is Telling.PLANNED, cast)
            if event:
                yield event


def _event(token: Token, kind: str, day: str | None, planned: bool, cast: Cast) -> Event | None:
    """The event of a word, if it is told well enough for a reader to take it as one."""
    parties = participants(token, KINDS[kind], cast)
    if not _is_enough(KINDS[kind], day, parties):
        return None
    sentence = token.sent
    text = sentence.text.strip()
    start = sentence.start_char + sentence.text.index(text)
    return Event(
        start=start,
        end=start + len(text),
        text=text,
        kind=kind,
        date=day,
        planned=planned,
        participants=parties,
    )


def _is_enough(kind: Kind, day: str | None, parties: tuple[Reference, ...]) -> bool:
    """Whether date and parties are enough for a reader to know what happened."""
    named = [party for party in parties if not party.plan]
    if kind.plan:
        return bool(day) and len(named) < len(parties)
    if kind.lands and not any(party.country for party in named):
        return False
    mutual = kind.social and not kind.place
    return len(named) >= (1 if day and not mutual else _FEWEST) and (bool(day) or kind.strong)


def _merged(events: Iterable[Event]) -> list[Event]:
    """One event for all words of one sentence that tell the same kind at the same time."""
    merged: list[Event] = []
    for event in events:
        i = next((i for i, other in enumerate(merged) if _is_same(event, other)), None)
        if i is None:
            merged.append(event)
        else:
            merged[i] = _joined(merged[i], event)
    return merged


def _is_same(event: Event, other: Event) -> bool:
    return event.kind == other.kind and (event.date == other.date or not event.date or not other.date)


def _joined(event: Event, other: Event) -> Event:
    parties: dict[Reference, None] = dict.fromkeys(event.participants + other.participants)
    leading = event if event.date else other
    return Event(
        start=event.start,
        end=event.end,
        text=event.text,
        kind=event.kind,
        date=leading.date,
        planned=leading.planned,
        participants=tuple(parties),
    )


def _told_once(events: list[Event]) -> tuple[Event, ...]:
    """The events without the undated ones all of whose parties another of their kind has."""
    known: dict[str, list[frozenset[Reference]]] = {}
    for event in events:
        if event.date:
            known.setdefault(event.kind, []).append(frozenset(event.participants))
    told = []
    for event in events:
        parties = frozenset(event.participants)
        others = known.setdefault(event.kind, [])
        if event.date or not any(parties <= other for other in others):
            told.append(event)
            others += () if event.date else (parties,)
    return tuple(told)
