"""The book as the templates see it: lookups from an entity, a plan or an article to what concerns it."""

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from briefing_book.model import (
    Book,
    BookEvent,
    BookPosition,
    BookQuotation,
    Difference,
    Entity,
    EntityKind,
    HeldRole,
    Passage,
    PlanCoverage,
    PointCoverage,
    Source,
)
from briefing_book.render.dates import year_of
from briefing_book.render.speech import Lead, each_once, lead
from briefing_book.render.ties import Tie, ties, ties_of

T = TypeVar("T")

LONGEST = 1500
"""More characters of a passage are not shown at once: the rest is read in the article."""
_SENTENCE = 160
_MAIN = 6


class View:
    """A book and what its pages look up in it."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._quotations = _grouped((_speaker(q), q) for q in book.quotations)
        self._events = _grouped((p.entity, e) for e in book.events for p in e.participants)
        self._positions = _grouped((p.entity, x) for x in book.positions for p in (x.holder, x.target))
        self._connections = _grouped((end, c) for c in book.connections for end in (c.source, c.target))
        self._differences = _grouped((id, d) for d in book.differences for id in d.about)
        self._named = _grouped((a, e) for e in book.entities.values() for a in e.articles)
        self._country = _grouped((country, e) for e in book.entities.values() for country in _countries_of(e))
        self._names = {e.id: e.name for e in book.entities.values()}
        self._names |= {plan.id: plan.plan.title for plan in book.plans}

    def name(self, id: str | None) -> str | None:
        """The name of the entity or plan with this id, None where the book has none."""
        return self._names.get(id or "")

    def country(self, code: str) -> str | None:
        """The id of the country with this ISO code, None where the book has none."""
        return next((e.id for e in self.entities("countries") if e.code == code), None)

    def main(self, kind: EntityKind) -> tuple[Entity, ...]:
        """The entities of a kind that are named most: in most articles, then most often."""
        with_page = [e for e in self.entities(kind) if e.page]
        with_page.sort(key=lambda e: (-len(e.articles), -sum(len(form.passages) for form in e.forms)))
        return tuple(with_page[:_MAIN])

    def entities(self, kind: EntityKind) -> tuple[Entity, ...]:
        """All entities of a kind, in the book's order."""
        return tuple(e for e in self.book.entities.values() if e.kind == kind)

    def quotations(self, id: str | None) -> tuple[BookQuotation, ...]:
        """What an entity or plan is quoted with; with None, what has no speaker that the book knows."""
        return self._quotations.get(id or "", ())

    def quoted(self, id: str | None = None) -> int:
        """How many quotations an entity, a plan or, with None, the book has, fragments among them."""
        return sum(q.direct or q.fragment for q in self._said(id))

    def reported_speech(self, id: str | None = None) -> int:
        """How many passages report what an entity, a plan or, with None, anybody said."""
        return sum(not q.direct and not q.fragment for q in self._said(id))

    def _said(self, id: str | None) -> tuple[BookQuotation, ...]:
        return self.quotations(id) if id else self.book.quotations

    def speakers(self) -> tuple[str, ...]:
        """The ids of all who are quoted, in the order of the book's quotations."""
        return tuple(id for id in self._quotations if id)

    def events(self, id: str) -> tuple[BookEvent, ...]:
        """The events that an entity or plan takes part in."""
        return self._events.get(id, ())

    def events_by_year(self) -> dict[str | None, list[BookEvent]]:
        """All events under the year that they begin in; the undated under None, last."""
        years: dict[str | None, list[BookEvent]] = {}
        for event in self.book.events:
            years.setdefault(year_of(event.date), []).append(event)
        if undated := years.pop(None, None):
            years[None] = undated
        return years

    def positions(self, id: str) -> tuple[BookPosition, ...]:
        """The positions that an entity or plan holds, or that others hold towards it."""
        return self._positions.get(id, ())

    def ties(self, id: str | None = None) -> list[Tie]:
        """What ties an entity to each other one; with None, each two of the book's entities."""
        return ties_of(id, self._connections.get(id, ())) if id else ties(self.book.connections)

    def differences(self, id: str) -> tuple[Difference, ...]:
        """The matters about an entity or plan on which sources do not agree."""
        return self._differences.get(id, ())

    def named(self, article: str, kind: EntityKind) -> tuple[Entity, ...]:
        """The entities of a kind that an article names."""
        return tuple(e for e in self._named.get(article, ()) if e.kind == kind)

    def main_roles(self, entity: Entity) -> tuple[HeldRole, ...]:
        """The role that articles give an entity most, and the next one that is not the same in more words."""
        first, others = entity.roles[:1], entity.roles[1:]
        return first + tuple(role for role in others if not _says_more(first[0], role))[:1]

    def of_country(self, id: str, kind: EntityKind) -> tuple[Entity, ...]:
        """The people who hold a role in a country, or its institutions."""
        return tuple(e for e in self._country.get(id, ()) if e.kind == kind and e.id != id)

    def source(self, article: str) -> Source:
        """The article with this id."""
        return self.book.sources[article]

    def sentence(self, passage: Passage) -> str:
        """The sentence that a passage starts in, cut at a word where it is long."""
        source = self.source(passage.article)
        start, end = source.sentences[passage.sentence - 1]
        return shortened(source.text[start : min(end, start + _SENTENCE + 1)], _SENTENCE)

    def is_sentence(self, passage: Passage) -> bool:
        """Whether a passage is the whole of its sentence, and short enough to be shown whole."""
        start, end = self.source(passage.article).sentences[passage.sentence - 1]
        return passage.start <= start and passage.end >= end and len(passage.text) <= LONGEST

    def language(self, article: str) -> str | None:
        """The language that an article is in, where it is not the pages' own."""
        language = self.source(article).info.language
        return language if language != "en" else None

    def shown(self, passage: Passage) -> Passage:
        """The passage, or as much of its beginning as a page shows at once."""
        text = shortened(passage.text, LONGEST, "")
        return msgspec.structs.replace(passage, end=passage.start + len(text), text=text)

    def reported(self, plan: PlanCoverage) -> tuple[PointCoverage, ...]:
        """The points of a plan that an article reports."""
        return tuple(point for point in plan.points if point.passages)

    def from_article(self, passages: tuple[Passage, ...], article: str) -> tuple[Passage, ...]:
        """Those of the passages that an article holds."""
        return tuple(p for p in passages if p.article == article)

    def lead(self, quotation: BookQuotation) -> Lead | None:
        """The words for how a quotation is said, where they are to be shown."""
        return lead(quotation, self.source(quotation.passage.article))

    def by_article(self, quotations: Iterable[BookQuotation]) -> dict[str, list[BookQuotation]]:
        """The quotations under the article that each is from, each of them once."""
        articles: dict[str, list[BookQuotation]] = {}
        for quotation in each_once(quotations):
            articles.setdefault(quotation.passage.article, []).append(quotation)
        return articles

    def once(self, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
        """The first of the passages of each sentence."""
        return tuple({(p.article, p.sentence): p for p in reversed(passages)}.values())[::-1]

    def tellers(self, passages: tuple[Passage, ...]) -> tuple[str, ...]:
        """The ids of the articles that hold the passages, each once."""
        return tuple(dict.fromkeys(p.article for p in passages))

    def doubts_by_kind(self) -> dict[str, list[object]]:
        """What a person should look at, under its kind."""
        kinds: dict[str, list[object]] = {}
        for doubt in self.book.doubts:
            kinds.setdefault(doubt.kind, []).append(doubt)
        return kinds


def shortened(text: str, most: int, more: str = "…") -> str:
    """The text, or its beginning up to the last word that ends within `most` characters."""
    if len(text) <= most:
        return text
    cut = text[:most]
    return (cut.rsplit(None, 1)[0] if len(cut.split(None, 1)) > 1 else cut) + more


def _speaker(quotation: BookQuotation) -> str:
    return (quotation.speaker and quotation.speaker.entity) or ""


def _says_more(one: HeldRole, other: HeldRole) -> bool:
    """Whether one of two roles has all the words of the other."""
    words, others = (set(role.text.casefold().split()) for role in (one, other))
    return words <= others or others <= words


def _countries_of(entity: Entity) -> tuple[str, ...]:
    of = (entity.country, *(role.country for role in entity.roles))
    return tuple(dict.fromkeys(country for country in of if country))


def _grouped(pairs: Iterable[tuple[str | None, T]]) -> dict[str, tuple[T, ...]]:
    """The things under each key, each thing once under a key, in their order."""
    groups: dict[str, dict[int, T]] = {}
    for key, thing in pairs:
        if key is not None:
            groups.setdefault(key, {})[id(thing)] = thing
    return {key: tuple(things.values()) for key, things in groups.items()}
