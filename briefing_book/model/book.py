"""The book: what all articles say together."""

import msgspec

from briefing_book.model.record import DifferenceKind, EntityKind, Publish, Record, Stance
from briefing_book.model.source import Passage, Source
from briefing_book.model.written import Plan, Point


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


class Idle(Record, frozen=True):
    """A correction that applies to nothing: the section that it stands in, what it is about, and why.

    `article` is the one that it is for: a split may apply to nothing in one of its articles only.
    """

    section: str
    about: str
    why: str
    article: str | None = None

    def __str__(self) -> str:
        """All of it in one line."""
        where = f" in {self.article}" if self.article else ""
        return f"{self.section}: {self.about}{where}: {self.why}"


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
    only the sentences of them that pages cite. `by_hand` are the facts that people added, `idle` the
    corrections that apply to nothing.
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
    idle: tuple[Idle, ...] = ()
