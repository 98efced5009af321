"""The book as the templates see it: lookups from an entity, a plan or an article to what concerns it."""

from collections.abc import Iterable

from briefing_book.model import (
    BookEvent,
    BookPosition,
    BookQuotation,
    Difference,
    Entity,
    EntityKind,
    HeldRole,
    Joined,
    Party,
    Passage,
    PlanCoverage,
    PointCoverage,
)
from briefing_book.render.dates import year_of
from briefing_book.render.environment import count
from briefing_book.render.lookups import Given, InCountry, Lookups, PointName, counted
from briefing_book.render.matrix import Matrix, Share, articles_about, share
from briefing_book.render.speech import Lead, each_once, lead, same_words
from briefing_book.render.ties import Tie

_MAIN = 6


class View(Lookups):
    """A book and what its pages look up in it."""

    def name(self, id: str | None) -> str | None:
        """The name of the entity or plan with this id, None where the book has none."""
        return self._names(id) if id else None

    def entry_file(self, id: str) -> str | None:
        """The file of the index, or of its part, in which an entity stands that has no page; else None."""
        return self._entries(id)

    def country(self, code: str) -> str | None:
        """The id of the country with this ISO code, None where the book has none."""
        return self._codes(code)

    def main(self, kind: EntityKind) -> tuple[Entity, ...]:
        """The entities of a kind that are named most: in most articles, then most often."""
        with_page = [e for e in self.entities(kind) if e.page]
        with_page.sort(key=lambda e: (-len(e.articles), -sum(len(form.passages) for form in e.forms)))
        return tuple(with_page[:_MAIN])

    def around(self, entity: Entity) -> tuple[str | None, str | None]:
        """The ids of those before and after an entity in its index, of those that have a page."""
        return self._beside(entity.id)

    def entities(self, kind: EntityKind) -> tuple[Entity, ...]:
        """All entities of a kind, in the book's order."""
        return tuple(e for e in self.book.entities.values() if e.kind == kind)

    def quotations(self, id: str | None) -> tuple[BookQuotation, ...]:
        """What an entity or plan is quoted with; with None, what has no speaker that the book knows."""
        return self._quotations(id or "")

    def quoted(self, id: str | None = None) -> int:
        """How many quotations an entity, a plan or, with None, the book has, fragments among them."""
        return (self._said(id) if id else counted(self.book.quotations))[0]

    def is_quoted(self, id: str) -> bool:
        """Whether an entity or a plan is quoted, or its words are reported."""
        return self._is_quoted(id)

    def reported_speech(self, id: str | None = None) -> int:
        """How many passages report what an entity, a plan or, with None, anybody said."""
        return (self._said(id) if id else counted(self.book.quotations))[1]

    def speakers(self) -> tuple[str, ...]:
        """The ids of all who are quoted, in the order of the book's quotations."""
        return self._speakers

    def events(self, id: str) -> tuple[BookEvent, ...]:
        """The events that an entity or plan takes part in."""
        return self._events(id)

    def happened(self, id: str) -> int:
        """How many events an entity or plan takes part in."""
        return self._happened(id)

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
        return self._positions(id)

    def ties(self, id: str | None = None) -> list[Tie]:
        """What ties an entity to each other one; with None, each two of the book's entities."""
        return self._ties(id or "")

    def differences(self, id: str) -> tuple[Difference, ...]:
        """The matters about an entity or plan on which sources do not agree."""
        return self._differences(id)

    def independent(self, passages: Iterable[Passage]) -> int:
        """How many sources the passages are from; copies and rewrites of one text are one."""
        return self.agreement.independent(p.article for p in passages)

    def givers(self, quotation: BookQuotation) -> int:
        """How many sources give a quotation."""
        return self.independent((quotation.passage, *quotation.also)) if quotation.also else 1

    def given(self, article: str) -> list[Given]:
        """The quotations that an article gives, in its order."""
        return sorted(self._given(article), key=lambda given: given.passage.start)

    def named(self, article: str, kind: EntityKind) -> tuple[str, ...]:
        """The ids of the entities of a kind that an article names."""
        return self._named(f"{article} {kind}")

    def main_roles(self, entity: Entity) -> tuple[HeldRole, ...]:
        """The role that articles give an entity most, and the next one that is not the same in more words."""
        first, others = entity.roles[:1], entity.roles[1:]
        return first + tuple(role for role in others if not _says_more(first[0], role))[:1]

    def joined(self, entity: Entity) -> dict[str, list[Joined]]:
        """The names that were made one, each with the articles and reasons, where there are reasons."""
        names: dict[str, list[Joined]] = {}
        for joined in entity.joined:
            if joined.why:
                names.setdefault(joined.name, []).append(joined)
        return names

    def of_country(self, id: str, kind: EntityKind) -> tuple[InCountry, ...]:
        """The people who hold a role in a country, with their roles there; or its institutions."""
        return self._of_country(f"{id} {kind}")

    def reported(self, plan: PlanCoverage) -> tuple[PointCoverage, ...]:
        """The points of a plan that an article reports."""
        return tuple(point for point in plan.points if point.passages)

    def extent(self, plan: PlanCoverage) -> str:
        """How much of a plan how many sources report, in words."""
        points, reported = count(len(plan.points), "point"), len(self.reported(plan))
        if not reported:
            return f"no article reports any of its {points}"
        articles, sources = len(plan.articles), self.agreement.independent(plan.articles)
        words = f"{reported} of {points} reported by {count(articles, 'article')}"
        return words + (f" ({count(sources, 'independent source')})" if sources != articles else "")

    def matrix(self, plan: PlanCoverage) -> Matrix:
        """The points of a plan against the sources."""
        return self._matrices(plan.id)

    def share(self, plan: PlanCoverage, covered: PointCoverage) -> Share:
        """How many of the sources about a plan report a point of it."""
        return share(plan, covered, self.agreement)

    def point(self, id: str) -> PointName:
        """What the point with this id is called."""
        return self._points(id)

    def silent(self, plan: PlanCoverage, covered: PointCoverage) -> tuple[str, ...]:
        """The articles about a plan that do not report a point of it."""
        reporting = set(self.tellers(covered.passages))
        return tuple(article for article in articles_about(plan) if article not in reporting)

    def stances(self, plan: str) -> dict[Party, list[tuple[Passage, BookPosition]]]:
        """Each holder of a position on a plan with its passages in time order, each with its position."""
        holders: dict[Party, list[tuple[Passage, BookPosition]]] = {}
        for position in self.positions(plan):
            if position.target.entity == plan:
                holders.setdefault(position.holder, []).extend((p, position) for p in position.passages)
        for told in holders.values():
            told.sort(key=lambda each: self.order(each[0]))
        return holders

    def lead(self, quotation: BookQuotation) -> Lead | None:
        """The words for how a quotation is said, where they are to be shown."""
        return lead(quotation, self.source(quotation.passage.article))

    def by_article(self, quotations: Iterable[BookQuotation]) -> dict[str, list[BookQuotation]]:
        """The quotations under the article that each is from, each of them once."""
        articles: dict[str, list[BookQuotation]] = {}
        for quotation in each_once(quotations):
            articles.setdefault(quotation.passage.article, []).append(quotation)
        return articles

    def apart(self, quotations: Iterable[BookQuotation]) -> tuple[list[BookQuotation], list[BookQuotation]]:
        """The quotations that stand for themselves, and the fragments."""
        fragments: tuple[list[BookQuotation], list[BookQuotation]] = [], []
        for quotation in quotations:
            fragments[quotation.fragment].append(quotation)
        return fragments

    def in_other_words(self, quotation: BookQuotation) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
        """Where else a quotation is given: in the same words, and in others."""
        same = tuple(p for p in quotation.also if same_words(p.text, quotation.passage.text))
        seen = {(p.article, p.sentence) for p in same}
        return same, tuple(p for p in quotation.also if (p.article, p.sentence) not in seen)

    def doubts_by_kind(self) -> dict[str, list[object]]:
        """What a person should look at, under its kind."""
        kinds: dict[str, list[object]] = {}
        for doubt in self.book.doubts:
            kinds.setdefault(doubt.kind, []).append(doubt)
        return kinds


def _says_more(one: HeldRole, other: HeldRole) -> bool:
    """Whether one of two roles has all the words of the other."""
    words, others = (set(role.text.casefold().split()) for role in (one, other))
    return words <= others or others <= words
