"""The CSV tables: what a row of each is, and what its columns hold."""

from typing import Any, NamedTuple

PLACE = {
    "article": "the id of the article that holds the passage",
    "sentence": "the number of the sentence in which the passage starts, from 1",
    "start": "where the passage starts: how many characters of the article's text stand before it",
    "end": "where it ends: the character after its last one",
    "text": "the passage itself",
    "address": "the page of the sentence",
}
"""The columns that say where a passage stands."""

_SOURCES = "how many independent sources say so; copies of one text are one source"
_INTEGERS = frozenset(
    {
        *("sentence", "start", "end", "sources", "articles", "mentions", "quotations"),
        *("quotation", "event", "position", "provision", "difference", "point", "versions"),
    }
)
_BOOLEANS = frozenset({"direct", "fragment", "planned"})


class Table(NamedTuple):
    """A table: its name, what a row of it is, and what its columns hold, by their names."""

    name: str
    row: str
    columns: dict[str, str]

    @property
    def file(self) -> str:
        """The table's path in `docs/`."""
        return f"data/{self.name}.csv"


TABLES = (
    Table(
        "articles",
        "an article",
        {
            "id": "the article's id",
            "title": "its headline",
            "published": "its date in EDTF; empty where it is unknown",
            "publisher": "who published it",
            "url": "where its publisher has it",
            "language": "its language, ISO 639-1",
            "updated": "when its publisher last changed it, in EDTF; empty where that is unknown",
            "versions": "how many texts of it the book has: several where its publisher has edited it",
            "same_as": "the first article with the same text, where this one is a copy of it",
            "address": "its page",
        },
    ),
    Table(
        "people",
        "a person",
        {
            "id": "the person's id",
            "name": "the name that the book shows",
            "roles": "the roles that articles give the person, with semicolons between",
            "articles": "how many articles name the person",
            "sources": "how many independent sources these are; copies of one text are one source",
            "mentions": "how often they do",
            "quotations": "how often the person is quoted directly",
            "address": "the person's page, or entry in the index",
        },
    ),
    Table(
        "names",
        "a name that was made one with an entity's, in one article",
        {
            "entity": "the entity's id",
            "name": "the name that the book shows",
            "joined": "the name that was made one with it",
            "why": "the reasons, with semicolons between; none for its own name",
            "article": "the article that uses the name; empty where a person gave it",
        },
    ),
    Table(
        "identifiers",
        "an identifier that a person gave an entity",
        {
            "entity": "the entity's id",
            "name": "the name that the book shows",
            "scheme": "Wikidata or ISO 3166",
            "identifier": "what it is there",
        },
    ),
    Table(
        "quotations",
        "a place where an article gives a quotation or reports speech",
        {
            "quotation": "the quotation's number; places with one number give the same quotation",
            "sources": _SOURCES,
            "speaker": "who says it; empty where there is no one speaker",
            "speaker_id": "the speaker's id, where the book knows them",
            "cue": "the article's word for how it is said",
            "direct": "true where it stands in quotation marks",
            "fragment": "true where it is a few quoted words inside the reporter's sentence",
            "date": "the article's date in EDTF",
            **PLACE,
        },
    ),
    Table(
        "events",
        "a sentence that reports an event",
        {
            "event": "the event's number; sentences with one number report the same event",
            "sources": _SOURCES,
            "date": "when it happens, in EDTF",
            "planned": "true where articles speak of it as still to come",
            "kind": "the verb that tells it, in its basic form",
            "places": "the words that say where, with semicolons between",
            "participants": "who takes part, with semicolons between",
            **PLACE,
        },
    ),
    Table(
        "positions",
        "a passage that reports for or against what somebody stands",
        {
            "position": "the position's number; passages with one number report the same position",
            "sources": _SOURCES,
            "holder": "who holds it",
            "stance": "supports or opposes",
            "target": "whom or what",
            **PLACE,
        },
    ),
    Table(
        "provisions",
        "a passage that reports what a plan says",
        {
            "provision": "the provision's number; passages with one number report the same provision",
            "sources": _SOURCES,
            "plan": "the plan's id",
            "point": "the number of the plan's point; empty where it belongs to none that is known",
            "title": "the point's title",
            **PLACE,
        },
    ),
    Table(
        "connections",
        "a passage that ties two entities",
        {
            "one": "the one's id",
            "relation": "what ties them",
            "other": "the other's id",
            **PLACE,
        },
    ),
    Table(
        "differences",
        "what one source says of a matter on which sources do not agree",
        {
            "difference": "the matter's number",
            "kind": "on what they do not agree",
            "topic": "the matter",
            "says": "what the source says, in the book's words",
            **PLACE,
        },
    ),
    Table(
        "mentions",
        "a place where an entity or a plan is named",
        {
            "entity": "the id of the entity or plan",
            "name": "the name that the book shows",
            **PLACE,
        },
    ),
)


def package(title: str) -> dict[str, Any]:
    """The tables as a Data Package (datapackage.org), which programs read columns and their types from."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "title": title,
        "resources": [_resource(table) for table in TABLES],
    }


def _resource(table: Table) -> dict[str, Any]:
    fields = [
        {"name": name, "type": _type(name), "description": says} for name, says in table.columns.items()
    ]
    return {
        "name": table.name,
        "title": f"Each row is {table.row}",
        "type": "table",
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields},
    }


def _type(column: str) -> str:
    if column in _BOOLEANS:
        return "boolean"
    return "integer" if column in _INTEGERS else "string"
