"""The book as data: all of it as JSON, its facts as CSV tables, and in schema.org's words as JSON-LD."""

import csv
import io
from collections.abc import Iterable, Iterator

import msgspec

from briefing_book.model import Book, Passage
from briefing_book.names import plain
from briefing_book.render.linked_data import linked_data

HOLDS = {
    "data/book.json": "everything that the pages are made of",
    "data/book.jsonld": "articles, entities, events and quotations in the words of schema.org",
    "data/people.csv": "people, their roles, and how often they are named and quoted",
    "data/quotations.csv": "quotations, with speaker and place",
    "data/events.csv": "events, with date, participants and every sentence that reports them",
    "data/positions.csv": "who is reported to stand for or against what",
    "data/provisions.csv": "what articles report of each point of a plan",
    "data/mentions.csv": "every place where an entity or a plan is named",
}
"""The data files, and what each holds."""

_FORMULA = ("=", "+", "-", "@")
_PLACE = ("article", "sentence", "start", "end", "text")

Row = Iterable[object]


def data_files(book: Book) -> dict[str, str]:
    """The content of every data file, by its path in `docs/`."""
    tables = {
        "people": _table(("id", "name", "roles", "articles", "mentions", "quotations"), _people(book)),
        "quotations": _table(
            ("speaker", "speaker_id", "cue", "direct", "fragment", "date", *_PLACE), _quotations(book)
        ),
        "events": _table(("event", "date", "planned", "kind", "participants", *_PLACE), _events(book)),
        "positions": _table(("holder", "stance", "target", *_PLACE), _positions(book)),
        "provisions": _table(("plan", "point", "title", *_PLACE), _provisions(book)),
        "mentions": _table(("entity", "name", *_PLACE), _mentions(book)),
    }
    return {
        "data/book.json": _json(book),
        "data/book.jsonld": _json(linked_data(book)),
        **{f"data/{name}.csv": table for name, table in tables.items()},
    }


def _json(thing: object) -> str:
    return msgspec.json.format(msgspec.json.encode(thing), indent=1).decode() + "\n"


def _table(header: tuple[str, ...], rows: Iterable[Row]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: object) -> str:
    """The value as a cell that no spreadsheet runs as a formula."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text


def _place(passage: Passage) -> tuple[object, ...]:
    return passage.article, passage.sentence, passage.start, passage.end, passage.text


def _people(book: Book) -> Iterator[Row]:
    quoted: dict[str | None, int] = {}
    for quotation in book.quotations:
        speaker = quotation.speaker.entity if quotation.speaker and quotation.direct else None
        quoted[speaker] = quoted.get(speaker, 0) + 1
    for person in book.entities.values():
        if person.kind == "people":
            roles = "; ".join(role.text for role in person.roles)
            mentions = sum(len(form.passages) for form in person.forms)
            yield person.id, person.name, roles, len(person.articles), mentions, quoted.get(person.id, 0)


def _quotations(book: Book) -> Iterator[Row]:
    for q in book.quotations:
        name, id = (q.speaker.name, q.speaker.entity) if q.speaker else (None, None)
        cue = plain(q.cue.text) if q.cue else None
        yield name, id, cue, q.direct, q.fragment, q.date, *_place(q.passage)


def _events(book: Book) -> Iterator[Row]:
    for number, event in enumerate(book.events, 1):
        participants = "; ".join(party.name for party in event.participants)
        for passage in event.passages:
            yield number, event.date, event.planned, event.kind, participants, *_place(passage)


def _positions(book: Book) -> Iterator[Row]:
    for position in book.positions:
        for passage in position.passages:
            yield position.holder.name, position.stance, position.target.name, *_place(passage)


def _provisions(book: Book) -> Iterator[Row]:
    for plan in book.plans:
        for covered in plan.points:
            for passage in covered.passages:
                yield plan.plan.id, covered.point.number, covered.point.title, *_place(passage)
        for passage in plan.unplaced:
            yield plan.plan.id, None, None, *_place(passage)


def _mentions(book: Book) -> Iterator[Row]:
    for entity in book.entities.values():
        for form in entity.forms:
            for passage in form.passages:
                yield entity.id, entity.name, *_place(passage)
    for plan in book.plans:
        for passage in plan.mentions:
            yield plan.id, plan.plan.title, *_place(passage)
