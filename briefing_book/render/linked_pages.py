"""What a page is about, in the words of schema.org: a little of it, for search engines and other readers.

All of it is in `data/book.jsonld`.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

import msgspec
from markupsafe import Markup

from briefing_book.model import BookQuotation
from briefing_book.render import linked_data as linked
from briefing_book.render.linked_data import Node
from briefing_book.render.view import View
from briefing_book.render.whereabouts import Whereabouts

MOST_BYTES = 2_500
"""A page's things weigh no more, unless it is one thing."""
_MOST = 10
_LONGEST = 400
_DATASET = "People, quotations, events, positions and plans that news articles report, each with its passage"
_UNSAFE = re.compile(r"[^ -~]|[<>&']")

Given = Mapping[str, Any]
Describe = Callable[[View, Whereabouts, Given], Iterable[Node]]


def linked_page(view: View, path: str, name: str, given: Given) -> Markup | None:
    """The JSON-LD of the page at a path, made from the template `name` with what is `given` to it.

    It is safe in a page's front matter, as a YAML scalar, and in a `script` element. None for a page about
    nothing of its own.
    """
    describe = _PAGES.get(name)
    nodes = list(_light(describe(view, Whereabouts(view, path), given))) if describe else []
    if not nodes:
        return None
    whole = nodes[0] if len(nodes) == 1 else {"@graph": nodes}
    return Markup(f"'{_escaped({'@context': linked.CONTEXT} | whole)}'")


def _escaped(thing: Node) -> str:
    return _UNSAFE.sub(_as_escape, msgspec.json.encode(thing).decode())


def _as_escape(match: re.Match[str]) -> str:
    character = match.group()
    if character in "<>&'":
        return f"\\u{ord(character):04x}"
    return character if character.isprintable() else json.dumps(character)[1:-1]


def _light(nodes: Iterable[Node]) -> Iterator[Node]:
    left = MOST_BYTES
    for number, node in enumerate(nodes):
        left -= len(msgspec.json.encode(node))
        if left < 0 and number:
            return
        yield node


def _home(view: View, at: Whereabouts, given: Given) -> Iterator[Node]:
    main = (*view.main("people"), *view.main("countries"))
    about = [linked.reference(entity.id, view, at) for entity in main]
    yield linked.node("WebSite", at.page("index.md"), name=view.title, about=about)


def _source(view: View, at: Whereabouts, given: Given) -> Iterator[Node]:
    source = view.marked(given["article"])
    ids = (id for kind in linked.TYPES for id in view.named(source.info.id, kind))
    named = (id for id in ids if not view.entry_file(id))
    mentions = [linked.reference(id, view, at) for id in islice(named, _MOST)]
    yield linked.article(source, at) | ({"mentions": mentions} if mentions else {})


def _entity(view: View, at: Whereabouts, given: Given) -> Iterator[Node]:
    entity = given["entity"]
    yield _fewer(linked.entity(entity, at, entity.articles[:_MOST]))
    yield from _said(given["cuts"]["quotations"].shown, at)


def _plan(view: View, at: Whereabouts, given: Given) -> Iterator[Node]:
    coverage = given["coverage"]
    yield linked.plan(coverage, at, coverage.articles[:_MOST])


def _point(view: View, at: Whereabouts, given: Given) -> Iterator[Node]:
    covered = given["covered"]
    yield linked.point(covered, given["coverage"], at)
    yield from (linked.provision(passages, covered.id, at) for passages in covered.provisions[:_MOST])


def _timeline(view: View, at: Whereabouts, given: Given) -> Iterator[Node]:
    events = [event for group in given["groups"].values() for event in group.shown]
    yield from (linked.event(event, at) for event in events[:_MOST])


def _quotations(view: View, at: Whereabouts, given: Given) -> Iterator[Node]:
    yield from _said(given["shown"], at)


def _data(view: View, at: Whereabouts, given: Given) -> Iterator[Node]:
    files = [
        linked.node("DataDownload", name=file.name, contentUrl=at.file(file.path), encodingFormat=file.type)
        for file in given["files"]
    ]
    dataset = {"name": view.title, "description": _DATASET, "distribution": files}
    yield linked.node("Dataset", at.page("data/index.md"), **dataset)


def _said(quotations: Iterable[BookQuotation], at: Whereabouts) -> Iterator[Node]:
    """The first quotations that are neither fragments nor long."""
    tellable = (q for q in quotations if not q.fragment and len(q.passage.text) <= _LONGEST)
    return (linked.quotation(q, at) for q in islice(tellable, _MOST))


def _fewer(node: Node) -> Node:
    """The node with the first of each of its lists."""
    return {key: value[:_MOST] if isinstance(value, list) else value for key, value in node.items()}


_PAGES: dict[str, Describe] = {
    "home": _home,
    "source": _source,
    "entity": _entity,
    "plan": _plan,
    "point": _point,
    "timeline": _timeline,
    "quotations": _quotations,
    "data": _data,
}
