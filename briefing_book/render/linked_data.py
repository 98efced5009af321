"""The book in the words of schema.org, as JSON-LD.

A direct quotation is a Quotation; what is reported of somebody's words, stance or plan is a Claim in the
article's words. A country that speaks does so as an organisation: schema.org knows no other way.
"""

import re
from collections.abc import Iterable
from typing import Any

from briefing_book.model import (
    BookEvent,
    BookPosition,
    BookQuotation,
    Entity,
    EntityKind,
    Party,
    Passage,
    PlanCoverage,
    PointCoverage,
    Source,
)
from briefing_book.render.environment import web_address
from briefing_book.render.view import View
from briefing_book.render.whereabouts import Whereabouts

Node = dict[str, Any]

CONTEXT = "https://schema.org"
WIKIDATA = "https://www.wikidata.org/wiki/"
"""What stands before an item's number in its page's address."""

TYPES: dict[EntityKind, str] = {"people": "Person", "countries": "Country", "organisations": "Organization"}
_ISO_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?")
"""What schema.org takes for a date. EDTF's seasons, decades and doubts are none."""


def linked_book(view: View, at: Whereabouts) -> Node:
    """One graph of all articles, entities, plans, events, quotations and claims."""
    book = view.book
    nodes = [article(source, at) for source in book.sources.values()]
    nodes += [entity(e, at, e.articles) for e in book.entities.values()]
    for coverage in book.plans:
        nodes += [plan(coverage, at, coverage.articles), *(point(c, coverage, at) for c in coverage.points)]
        nodes += [provision(p, c.id, at) for c in coverage.points for p in c.provisions]
        nodes += [provision((p,), coverage.id, at) for p in coverage.unplaced]
    nodes += [event(e, at) for e in book.events]
    nodes += [quotation(q, at) for q in book.quotations]
    nodes += [position(p, at) for p in book.positions]
    return {"@context": CONTEXT, "@graph": nodes}


def node(kind: str, id: str | None = None, **values: Any) -> Node:
    """A thing of a kind, without what is unknown of it."""
    known = {key: value for key, value in values.items() if value not in (None, [], "")}
    return ({"@id": id} if id else {}) | {"@type": kind} | known


def article(source: Source, at: Whereabouts) -> Node:
    """An article; its id is its page in the book, its `url` where its publisher has it."""
    info = source.info
    return node(
        "NewsArticle",
        at.article(info.id),
        headline=info.title,
        datePublished=_date(info.published),
        dateModified=_date(info.updated),
        publisher=node("Organization", name=info.publisher) if info.publisher else None,
        url=web_address(info.url),
        inLanguage=info.language,
        exampleOfWork={"@id": at.article(source.copy_of)} if source.copy_of else None,
    )


def entity(entity: Entity, at: Whereabouts, articles: Iterable[str]) -> Node:
    """A person, a country or an organisation, and these of the articles that name it."""
    return node(
        TYPES[entity.kind],
        at.of(entity.id),
        name=entity.name,
        alternateName=_other_names(entity),
        jobTitle=[role.text for role in entity.roles] if entity.kind == "people" else None,
        sameAs=f"{WIKIDATA}{entity.wikidata}" if entity.wikidata else None,
        identifier=node("PropertyValue", propertyID="ISO 3166", value=entity.iso) if entity.iso else None,
        subjectOf=_articles(articles, at),
    )


def reference(id: str, view: View, at: Whereabouts) -> Node:
    """An entity by its id, type and name."""
    kind = next(kind for kind in TYPES if id.startswith(f"{kind}/"))
    return node(TYPES[kind], at.of(id), name=view.name(id))


def plan(coverage: PlanCoverage, at: Whereabouts, articles: Iterable[str]) -> Node:
    """A plan, and these of the articles about it."""
    about = coverage.plan
    return node(
        "CreativeWork",
        at.of(coverage.id),
        name=about.title,
        datePublished=_date(about.date),
        url=web_address(about.url),
        subjectOf=_articles(articles, at),
    )


def point(covered: PointCoverage, coverage: PlanCoverage, at: Whereabouts) -> Node:
    """A point of a plan."""
    return node(
        "CreativeWork",
        at.of(covered.id),
        name=covered.point.title,
        position=covered.point.number,
        isPartOf={"@id": at.of(coverage.id)},
    )


def provision(passages: tuple[Passage, ...], about: str, at: Whereabouts) -> Node:
    """What articles report of a plan or a point of it."""
    return _claim(passages, at, about={"@id": at.of(about)})


def position(position: BookPosition, at: Whereabouts) -> Node:
    """What articles report of somebody's stance."""
    return _claim(position.passages, at, about=[_party(p, at) for p in (position.holder, position.target)])


def event(event: BookEvent, at: Whereabouts) -> Node:
    """An event, named by the first sentence that reports it."""
    first, _, last = (event.date or "").partition("/")
    places = dict.fromkeys(place.text for place in event.places)
    return node(
        "Event",
        name=event.passages[0].text,
        startDate=_date(first),
        endDate=_date(last),
        location=[node("Place", name=name) for name in places],
        about=[_party(party, at) for party in event.participants],
        subjectOf=_articles((p.article for p in event.passages), at),
    )


def quotation(quotation: BookQuotation, at: Whereabouts) -> Node:
    """What somebody is quoted with, or reported to have said."""
    passages = (quotation.passage, *quotation.also)
    if not quotation.direct:
        return _claim(passages, at, **_speaker("author", quotation.speaker, at))
    return node(
        "Quotation",
        text=quotation.passage.text,
        isPartOf=_articles((p.article for p in passages), at),
        **_speaker("spokenByCharacter", quotation.speaker, at),
    )


def _claim(passages: tuple[Passage, ...], at: Whereabouts, **values: Any) -> Node:
    appearance = _articles((p.article for p in passages), at)
    return node("Claim", text=passages[0].text, appearance=appearance, **values)


def _party(party: Party, at: Whereabouts) -> Node:
    return {"@id": at.of(party.entity)} if party.entity else node("Thing", name=party.name)


def _speaker(role: str, party: Party | None, at: Whereabouts) -> Node:
    """Who says something, in this role; a plan is no speaker, but what the words are based on."""
    if party is None or party.entity is None:
        return {role: party and party.name}
    if party.entity.startswith("plans/"):
        return {"isBasedOn": {"@id": at.of(party.entity)}}
    if party.entity.startswith("countries/"):
        return {role: node("Organization", name=party.name, location={"@id": at.of(party.entity)})}
    return {role: {"@id": at.of(party.entity)}}


def _articles(articles: Iterable[str], at: Whereabouts) -> list[Node]:
    return [{"@id": at.article(article)} for article in dict.fromkeys(articles)]


def _date(value: str | None) -> str | None:
    return value if value and _ISO_DATE.fullmatch(value) else None


def _other_names(entity: Entity) -> list[str]:
    names = (
        *(form.text for form in entity.forms),
        *(joined.name for joined in entity.joined),
        *entity.aliases,
    )
    return [name for name in dict.fromkeys(names) if name != entity.name]
