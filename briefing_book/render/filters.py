"""What the reader's script can filter a page by: for each field, the names of the values that the rows carry.

A row carries its values in an attribute, with spaces between them. Without the script nobody sees any of it.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from briefing_book.model import BookEvent, BookQuotation
from briefing_book.render.happenings import noun
from briefing_book.render.view import View


def event_filters(view: View, events: Sequence[BookEvent], is_part: bool) -> Markup:
    """The filters of a page with these events, or with this part of them: person, country and kind."""
    ids = sorted({party.entity for e in events for party in e.participants if party.entity})
    kinds = sorted({noun(event.kind) for event in events})
    fields = [
        _field("person", "who", _named(view, ids, "people/")),
        _field("country", "who", _named(view, ids, "countries/")),
        _field("kind", "kind", {quote(kind): kind for kind in kinds}),
    ]
    return _data("events", is_part, fields)


def quotation_filters(view: View, quotations: Sequence[BookQuotation], is_part: bool) -> Markup:
    """The filters of a page with these quotations, or with this part of them: speaker and source."""
    speakers = sorted({q.speaker.entity for q in quotations if q.speaker and q.speaker.entity})
    articles = sorted({p.article for q in quotations for p in (q.passage, *q.also)})
    titles = {quote(article): view.source(article).info.title for article in articles}
    fields = [_field("speaker", "by", _named(view, speakers, "")), _field("source", "from", titles)]
    return _data("quotations", is_part, fields)


def _named(view: View, ids: Iterable[str], kind: str) -> dict[str, str]:
    return {id: name for id in ids if id.startswith(kind) and (name := view.name(id))}


def _field(key: str, attribute: str, names: dict[str, str]) -> dict[str, Any]:
    return {"key": key, "attribute": attribute, "names": names}


def _data(what: str, is_part: bool, fields: list[dict[str, Any]]) -> Markup:
    """As JSON in which nothing ends the element that holds it."""
    text = json.dumps({"what": what, "part": is_part, "fields": fields}, ensure_ascii=False)
    for mark in "<>&\u2028\u2029":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return Markup(text)
