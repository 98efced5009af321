"""The rows of the CSV tables, as RFC 4180 writes them: UTF-8, lines ended by CR LF.

A cell that a spreadsheet would run as a formula has an apostrophe before it, and one that begins with an
apostrophe has another: whoever takes the first apostrophe off every cell that has one gets the data back.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from briefing_book.model import Passage
from briefing_book.names import plain
from briefing_book.render.data.tables import TABLES, Table
from briefing_book.render.view import View
from briefing_book.render.whereabouts import Whereabouts

_MARKED = ("=", "+", "-", "@", "'", "＝", "＋", "－", "＠")
"""What an apostrophe is put before: what begins a formula, full-width too, and the apostrophe itself."""

_QUOTED = re.compile('[",\r\n]')
"""What a cell must stand in quotation marks for."""

Value = str | int | None
"""What a cell holds. No truth values, which are equal to 0 and 1."""
Row = Iterable[Value]
Rows = Callable[[View, Whereabouts], Iterator[Row]]


def csv_files(view: View, at: Whereabouts) -> dict[str, str]:
    """Every table, by its path in `docs/`."""
    cells = _Cells()
    return {table.file: _written(table, _ROWS[table.name](view, at), cells) for table in TABLES}


class _Cells(dict[Value, str]):
    """What is written for each value, most of which stand in several rows."""

    def __missing__(self, value: Value) -> str:
        text = cell(value)
        if _QUOTED.search(text):
            text = '"{}"'.format(text.replace('"', '""'))
        self[value] = text
        return text


def _written(table: Table, rows: Iterable[Row], cells: _Cells) -> str:
    lines = (",".join(map(cells.__getitem__, row)) for row in (table.columns, *rows))
    return "".join(f"{line}\r\n" for line in lines)


def cell(value: Value) -> str:
    """The value as a cell that no spreadsheet runs as a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip().startswith(_MARKED) else text


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _place(passage: Passage, at: Whereabouts) -> Row:
    p = passage
    return p.article, p.sentence, p.start, p.end, p.text, at.sentence(p)


def _articles(view: View, at: Whereabouts) -> Iterator[Row]:
    for source in view.book.sources.values():
        i = source.info
        about = i.id, i.title, i.published, i.publisher, i.url, i.language
        edited = view.updated(i.id), len(source.versions) + 1
        yield *about, *edited, source.copy_of, at.article(i.id)


def _people(view: View, at: Whereabouts) -> Iterator[Row]:
    speakers = (q.speaker.entity for q in view.book.quotations if q.speaker and q.direct)
    quoted = Counter(speakers)
    for person in view.entities("people"):
        roles = "; ".join(role.text for role in person.roles)
        named = len(person.articles), view.agreement.independent(person.articles)
        mentions = sum(len(form.passages) for form in person.forms)
        yield person.id, person.name, roles, *named, mentions, quoted[person.id], at.of(person.id)


def _names(view: View, at: Whereabouts) -> Iterator[Row]:
    for entity in view.book.entities.values():
        for joined in entity.joined:
            for article in joined.articles:
                yield entity.id, entity.name, joined.name, "; ".join(joined.why), article
        for alias in entity.aliases:
            yield entity.id, entity.name, alias, "a person gave this name", None


def _identifiers(view: View, at: Whereabouts) -> Iterator[Row]:
    for entity in view.book.entities.values():
        for scheme, identifier in (("Wikidata", entity.wikidata), ("ISO 3166", entity.iso)):
            if identifier:
                yield entity.id, entity.name, scheme, identifier


def _quotations(view: View, at: Whereabouts) -> Iterator[Row]:
    for number, q in enumerate(view.book.quotations, 1):
        name, id = (q.speaker.name, q.speaker.entity) if q.speaker else (None, None)
        said = number, view.independent((q.passage, *q.also)), name, id
        cue = plain(q.cue.text) if q.cue else None
        yield *said, cue, _truth(q.direct), _truth(q.fragment), q.date, *_place(q.passage, at)
        for passage in q.also:
            published = view.source(passage.article).info.published
            yield *said, None, None, None, published, *_place(passage, at)


def _events(view: View, at: Whereabouts) -> Iterator[Row]:
    for number, event in enumerate(view.book.events, 1):
        participants = "; ".join(party.name for party in event.participants)
        places = "; ".join(dict.fromkeys(plain(place.text) for place in event.places))
        sources = view.independent(event.passages)
        about = event.date, _truth(event.planned), event.kind, places, participants
        for passage in event.passages:
            yield number, sources, *about, *_place(passage, at)


def _positions(view: View, at: Whereabouts) -> Iterator[Row]:
    for number, position in enumerate(view.book.positions, 1):
        held = position.holder.name, position.stance, position.target.name
        sources = view.independent(position.passages)
        for passage in position.passages:
            yield number, sources, *held, *_place(passage, at)


def _provisions(view: View, at: Whereabouts) -> Iterator[Row]:
    reported = [
        (plan.plan.id, covered.point, passages)
        for plan in view.book.plans
        for covered in plan.points
        for passages in covered.provisions
    ]
    for number, (plan_id, point, passages) in enumerate(reported, 1):
        sources = view.independent(passages)
        for passage in passages:
            yield number, sources, plan_id, point.number, point.title, *_place(passage, at)
    for plan in view.book.plans:
        for passage in plan.unplaced:
            yield None, 1, plan.plan.id, None, None, *_place(passage, at)


def _connections(view: View, at: Whereabouts) -> Iterator[Row]:
    for connection in view.book.connections:
        for passage in connection.passages:
            yield connection.source, connection.relation, connection.target, *_place(passage, at)


def _differences(view: View, at: Whereabouts) -> Iterator[Row]:
    for number, difference in enumerate(view.book.differences, 1):
        for row in difference.rows:
            yield number, difference.kind, difference.topic, row.says, *_place(row.passage, at)


def _mentions(view: View, at: Whereabouts) -> Iterator[Row]:
    for entity in view.book.entities.values():
        for form in entity.forms:
            for passage in form.passages:
                yield entity.id, entity.name, *_place(passage, at)
    for plan in view.book.plans:
        for passage in plan.mentions:
            yield plan.id, plan.plan.title, *_place(passage, at)


_ROWS: dict[str, Rows] = {
    "articles": _articles,
    "people": _people,
    "names": _names,
    "identifiers": _identifiers,
    "quotations": _quotations,
    "events": _events,
    "positions": _positions,
    "provisions": _provisions,
    "connections": _connections,
    "differences": _differences,
    "mentions": _mentions,
}
