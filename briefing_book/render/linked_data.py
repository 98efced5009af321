"""The book in the words of schema.org, as JSON-LD; ids are addresses relative to `data/`."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from briefing_book.model import Book, BookEvent, BookQuotation, Entity, Party, PlanCoverage, Source
from briefing_book.render.environment import web_address

Node = dict[str, Any]

_TYPES = {"people": "Person", "countries": "Country", "organisations": "Organization"}


def linked_data(book: Book) -> Node:
    """One graph of articles, entities, plans, events and quotations."""
    nodes = [_article(source) for source in book.sources.values()]
    nodes += [_entity(entity) for entity in book.entities.values()]
    nodes += [_plan(plan) for plan in book.plans]
    nodes += [_event(event) for event in book.events]
    nodes += [_quotation(quotation) for quotation in book.quotations]
    return {"@context": "https://schema.org", "@graph": nodes}


def _address(id: str) -> str:
    return quote(f"../{id}/")


def _node(kind: str, **values: Any) -> Node:
    return {"@type": kind} | {key: value for key, value in values.items() if value not in (None, [])}


def _article(source: Source) -> Node:
    info = source.info
    return {"@id": _address(f"sources/{info.id}")} | _node(
        "NewsArticle",
        headline=info.title,
        datePublished=info.published,
        publisher=info.publisher and _node("Organization", name=info.publisher),
        url=web_address(info.url),
        inLanguage=info.language,
    )


def _entity(entity: Entity) -> Node:
    return {"@id": _address(entity.id)} | _node(
        _TYPES[entity.kind],
        name=entity.name,
        alternateName=[form.text for form in entity.forms if form.text != entity.name],
        jobTitle=[role.text for role in entity.roles] if entity.kind == "people" else None,
        subjectOf=_subject_of(entity.articles),
    )


def _plan(plan: PlanCoverage) -> Node:
    about = plan.plan
    return {"@id": _address(plan.id)} | _node(
        "CreativeWork",
        name=about.title,
        datePublished=about.date,
        url=web_address(about.url),
        subjectOf=_subject_of(plan.articles),
    )


def _subject_of(articles: Iterable[str]) -> list[Node]:
    return [{"@id": _address(f"sources/{article}")} for article in dict.fromkeys(articles)]


def _party(party: Party) -> Node:
    return {"@id": _address(party.entity)} if party.entity else _node("Thing", name=party.name)


def _event(event: BookEvent) -> Node:
    first, _, last = (event.date or "").partition("/")
    return _node(
        "Event",
        name=event.passages[0].text,
        startDate=first or None,
        endDate=last or None,
        attendee=[_party(party) for party in event.participants],
        subjectOf=_subject_of(p.article for p in event.passages),
    )


def _quotation(quotation: BookQuotation) -> Node:
    return _node(
        "Quotation",
        text=quotation.passage.text,
        spokenByCharacter=_party(quotation.speaker) if quotation.speaker else None,
        isPartOf={"@id": _address(f"sources/{quotation.passage.article}")},
    )
