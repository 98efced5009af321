"""Events: happenings that an article tells as facts or as planned, with their dates and participants.

A verb ("met") or noun ("a meeting") of a kind makes an event when it has a date, or when its kind is strong
and two of its parties are named. A date belongs to the word it depends on, not to the nearest one.
"""

from collections.abc import Collection, Iterable, Iterator

from msgspec.structs import replace
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from briefing_book.extract.cast import Cast
from briefing_book.extract.events.event_dates import dated
from briefing_book.extract.events.event_words import KINDS, Kind, Telling, kinds_of, telling
from briefing_book.extract.events.participants import participants
from briefing_book.extract.events.places import place_of
from briefing_book.extract.naming import DESCRIPTION, HE_OR_SHE, NAMESAKE, PRONOUN, Namings
from briefing_book.extract.sentences import readable
from briefing_book.model import Date, Event, Reference

_FEWEST = 2
"""How many parties an event must have that has no date, or that needs two."""

SURE = 0.95
"""The confidence of an event against which nothing speaks."""
WEIGHTS = {DESCRIPTION: -0.15, HE_OR_SHE: -0.1, PRONOUN: -0.5, NAMESAKE: -0.3, "undated": -0.05}
"""What each feature adds to it."""


def find(doc: Doc, cast: Cast, dates: tuple[Date, ...], published: str | None) -> tuple[Event, ...]:
    """The events that the article tells, in order. Undated ones that add nothing are left out.

    `published` is EDTF or None: what is dated after it is still to come, whatever the verb says.
    """
    found: list[Event] = []
    namings = Namings(cast)
    days = iter(sorted(dates, key=lambda date: date.start))
    date = next(days, None)
    for sentence in readable(doc):
        here = []
        while date is not None and date.start < sentence.end_char:
            if date.start >= sentence.start_char:
                here.append(date)
            date = next(days, None)
        events = merged(_events(sentence, cast, namings, here))
        found += (replace(event, planned=event.planned or is_later(event, published)) for event in events)
    return told_once(found)


def _events(sentence: Tokens, cast: Cast, namings: Namings, dates: list[Date]) -> Iterator[Event]:
    words = [(token, kinds) for token in sentence if (kinds := kinds_of(token))]
    if not words:
        return
    days = dated(sentence, [token for token, _ in words], dates)
    for token, kinds in words:
        told = telling(token)
        if told is Telling.OPEN:
            continue
        for kind in kinds:
            parties = participants(token, KINDS[kind], cast)
            day = days.get(token.i)
            if is_enough(KINDS[kind], day, parties):
                confidence = _confidence(parties, day, namings)
                event = _event(sentence, kind, day, told is Telling.PLANNED, tuple(parties), confidence)
                yield replace(event, place=place_of(token, kind, cast))


def _confidence(parties: dict[Reference, Token], day: str | None, namings: Namings) -> float:
    """How likely it is that the event is as the article tells it, by how that names the parties."""
    features = {namings.of(word) for word in parties.values()} | (set() if day else {"undated"})
    return round(max(0.0, SURE + sum(WEIGHTS.get(name, 0.0) for name in sorted(features))), 2)


def _event(
    sentence: Tokens, kind: str, day: str | None, planned: bool, parties: tuple[Reference, ...], sure: float
) -> Event:
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
        confidence=sure,
    )


def is_later(event: Event, published: str | None) -> bool:
    """Whether an event is dated after the article, as far as both dates tell."""
    if not event.date or not published or not event.date[:4].isdigit():
        return False
    told = min(len(event.date.partition("/")[0].rstrip("~?")), len(published))
    return event.date[:told] > published[:told]


def is_enough(kind: Kind, day: str | None, parties: Collection[Reference]) -> bool:
    """Whether date and parties are enough for a reader to know what happened."""
    named = [party for party in parties if not party.plan]
    if kind.plan:
        return bool(day) and len(named) < len(parties)
    if kind.lands and not any(party.country for party in named):
        return False
    mutual = kind.social and not kind.place
    return len(named) >= (1 if day and not mutual else _FEWEST) and (bool(day) or kind.strong)


def merged(events: Iterable[Event]) -> list[Event]:
    """One event for all words of one sentence that tell the same kind at the same time."""
    told: list[Event] = []
    for event in events:
        i = next((i for i, other in enumerate(told) if _is_same(event, other)), None)
        if i is None:
            told.append(event)
        else:
            told[i] = _joined(told[i], event)
    return told


def _is_same(event: Event, other: Event) -> bool:
    return event.kind == other.kind and (event.date == other.date or not event.date or not other.date)


def _joined(event: Event, other: Event) -> Event:
    parties: dict[Reference, None] = dict.fromkeys(event.participants + other.participants)
    leading = event if event.date else other
    least = min(event.confidence or 0.0, other.confidence or 0.0)
    place = event.place or other.place
    return replace(leading, participants=tuple(parties), place=place, confidence=least)


def told_once(events: list[Event]) -> tuple[Event, ...]:
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
