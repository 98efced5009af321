"""An article, and what is found in it."""

from typing import Literal

import msgspec

from briefing_book.model.record import (
    Bound,
    MentionKind,
    Record,
    Stance,
)


class Span(Record, frozen=True):
    """A place in an article's text: character offsets, end excluded, and the slice itself."""

    start: int
    end: int
    text: str


class ArticleInfo(Record, frozen=True, omit_defaults=False):
    """What is known of an article. `published` is EDTF or None: an unknown date stays unknown.

    `updated` is EDTF too: when its publisher says that it was last changed. `origins` tells in a reader's
    words where each thing that is known comes from: `{"title": "og:title", "language": "its letters"}`.
    """

    id: str
    file: str
    title: str
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    author: str | None = None
    updated: str | None = None
    origins: dict[str, str] = msgspec.field(default_factory=dict)


class Article(Record, frozen=True):
    """A seed once read. `text` has `\\n` line ends and no header; all offsets count its characters."""

    info: ArticleInfo
    text: str


class Reference(Record, frozen=True):
    """Who or what a fact is about: exactly one of the four keys, or a bare span where it is nobody known.

    `person` and `organisation` are a `name` of the same facts file, `country` an ISO 3166-1 code,
    `plan` a plan's id.
    """

    person: str | None = None
    organisation: str | None = None
    country: str | None = None
    plan: str | None = None
    start: int | None = None
    end: int | None = None
    text: str | None = None


class Speaker(Span, frozen=True):
    """Who says a quotation: the words that name them there, and whom those stand for where it is known."""

    person: str | None = None
    organisation: str | None = None
    country: str | None = None
    plan: str | None = None


class Role(Span, frozen=True):
    """A title an article gives a person: "President of Kenya"; `country` is its code, if it has one."""

    country: str | None = None
    confidence: float | None = None


class Person(Record, frozen=True):
    """A person in one article. `name` is the fullest form that it uses."""

    name: str
    mentions: tuple[Span, ...]
    roles: tuple[Role, ...] = ()
    confidence: float | None = None


class Organisation(Record, frozen=True):
    """An organisation in one article; `country` is set for an institution of a country."""

    name: str
    mentions: tuple[Span, ...]
    roles: tuple[Role, ...] = ()
    country: str | None = None
    confidence: float | None = None


class CountryMention(Span, frozen=True):
    """A span that names a country: its name, its demonym, or a place (a city or region) in it."""

    kind: MentionKind
    confidence: float | None = None


class Country(Record, frozen=True):
    """A country in one article, by its ISO 3166-1 alpha-2 code (XK for Kosovo)."""

    code: str
    mentions: tuple[CountryMention, ...]


class Quotation(Span, frozen=True):
    """What somebody is reported to have said, without the quotation marks.

    `direct`: it stood in quotation marks. `fragment`: a few quoted words inside the reporter's own sentence.
    `speaker` is None where the article names no one speaker.
    """

    direct: bool
    fragment: bool = False
    speaker: Speaker | None = None
    cue: Span | None = None
    confidence: float | None = None


class Date(Span, frozen=True):
    """A span that names a time; `value` is EDTF: 2023-02-25, 2023-02, 2023-02-28/2023-03-02."""

    value: str
    confidence: float | None = None


class Event(Span, frozen=True):
    """A happening; the span is its sentence. `kind` is the lemma that tells it ("visit", "meet").

    `date` is EDTF or None; `planned`: the article speaks of it as still to come; `place` are the words that
    say where, without the preposition.
    """

    kind: str
    date: str | None = None
    planned: bool = False
    participants: tuple[Reference, ...] = ()
    place: Span | None = None
    confidence: float | None = None


class Quantity(Span, frozen=True):
    """A span that counts or measures: "more than 30 soldiers".

    `value` is a decimal number, `of` the lemma of what is counted ("soldier"), `bound` how the words limit
    it.
    """

    value: str
    of: str
    bound: Bound = "exactly"


class Position(Span, frozen=True):
    """A stance that an article reports of `holder` towards `target`."""

    holder: Reference
    stance: Stance
    target: Reference
    confidence: float | None = None


class Provision(Span, frozen=True):
    """A span that reports what a plan says; `point` is None where it belongs to none that is known."""

    plan: str
    point: int | None = None
    confidence: float | None = None


class Facts(Record, frozen=True, kw_only=True, omit_defaults=False):
    """All that was found in one article. `sentences` are offsets; sentence N is the anchor `sN`, from 1.

    `plans` are the spans that name a plan. `fingerprint` tells from what the facts were made: where it
    still fits, they need not be found again. `written` are the hashes of the parts of the file as a build
    wrote it, and `edited` is what people have changed in it (`briefing_book.edits`).
    """

    schema: Literal[1] = 1
    fingerprint: str = ""
    written: dict[str, str] = msgspec.field(default_factory=dict)
    edited: tuple["Edited", ...] = ()
    article: ArticleInfo
    sentences: tuple[tuple[int, int], ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    countries: tuple[Country, ...] = ()
    plans: tuple["PlanMention", ...] = ()
    quotations: tuple[Quotation, ...] = ()
    dates: tuple[Date, ...] = ()
    events: tuple[Event, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    positions: tuple[Position, ...] = ()
    provisions: tuple[Provision, ...] = ()


class PlanMention(Span, frozen=True):
    """A span that names a plan."""

    plan: str


class Edited(Record, frozen=True):
    """What a person did by hand to a fact: its kind and its words. `applies`: these are still there."""

    kind: str
    does: Literal["put in", "taken out", "changed"]
    text: str
    applies: bool = True
