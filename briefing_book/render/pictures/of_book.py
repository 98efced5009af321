"""The pictures of a book, each with links that lead from the page that it stands on."""

from collections.abc import Iterable
from functools import cached_property

from briefing_book.assemble import edtf
from briefing_book.model import BookEvent, Entity
from briefing_book.render.dates import in_words
from briefing_book.render.happenings import noun
from briefing_book.render.links import Page, page_path
from briefing_book.render.pictures import maps, network, over_time
from briefing_book.render.pictures.svg import Picture
from briefing_book.render.ties import Tie
from briefing_book.render.view import View


class Drawings:
    """What the pictures of all pages are drawn from."""

    def __init__(self, view: View) -> None:
        self.view = view

    @cached_property
    def countries(self) -> tuple[maps.Covered, ...]:
        """The countries that have a page, those of most sources first."""
        found = [
            maps.Covered(each.id, each.code, each.name, self.view.agreement.independent(each.articles))
            for each in self.view.entities("countries")
            if each.page and each.code
        ]
        return tuple(sorted(found, key=lambda each: (-each.sources, each.name)))

    @cached_property
    def ties(self) -> list[Tie]:
        """All ties of the book, the most telling first."""
        return self.view.ties()

    @cached_property
    def by_pair(self) -> dict[frozenset[str], Tie]:
        """The ties by the two whom they tie."""
        return {frozenset((tie.one, tie.other)): tie for tie in self.ties}


class Pictures:
    """The pictures that a page may show; each is None where there is nothing to draw."""

    def __init__(self, drawings: Drawings, page: Page) -> None:
        self._drawings, self._view, self._page = drawings, drawings.view, page

    def world(self) -> Picture | None:
        """How many sources name each country."""
        return maps.coverage(self._drawings.countries, self._to)

    def locator(self, country: Entity) -> Picture | None:
        """Where a country lies."""
        return maps.locator(country.code or "", country.name, self._drawings.countries, self._to)

    def ties(self) -> Picture | None:
        """Who in the book is tied to whom."""
        telling = [tie for tie in self._drawings.ties if tie.telling]
        ids = dict.fromkeys(end for tie in telling for end in (tie.one, tie.other))
        return network.network(self._nodes(ids), [self._edge(tie) for tie in telling], self._to)

    def ties_of(self, entity: Entity) -> Picture | None:
        """Whom somebody is tied to, and who of these to whom."""
        own = self._view.ties(entity.id)
        others = [tie.other for tie in own][: network.MOST_NODES]
        if len(others) < network.FEWEST_NODES:
            return None
        pairs = (frozenset((one, other)) for n, one in enumerate(others) for other in others[n + 1 :])
        among = [tie for pair in pairs if (tie := self._drawings.by_pair.get(pair)) and tie.telling]
        edges = [self._edge(tie) for tie in (*own, *among)]
        middle = network.Node(entity.id, entity.name, entity.kind)
        return network.network(self._nodes(tie.other for tie in own), edges, self._to, middle)

    def happenings(self) -> Picture | None:
        """What happened when."""
        dots = [dot for event in self._view.book.events if (dot := self._dot(event))]
        return over_time.happenings(dots, len(self._view.book.events) - len(dots))

    def articles(self) -> Picture | None:
        """When the articles appeared."""
        published = [source.info.published for source in self._view.book.sources.values()]
        days = [known[0] for date in published if date and (known := edtf.bounds(date))]
        return over_time.articles(days, len(published) - len(days))

    def _to(self, id: str) -> str:
        return str(self._page.href(id))

    def _nodes(self, ids: Iterable[str]) -> list[network.Node]:
        return [network.Node(id, self._view.name(id) or id, id.partition("/")[0]) for id in ids]

    def _edge(self, tie: Tie) -> network.Edge:
        sources = self._view.agreement.independent(passage.article for passage in tie.passages)
        return network.Edge(tie.one, tie.other, tie.relations[0].says, sources, tie.telling)

    def _dot(self, event: BookEvent) -> over_time.Dot | None:
        known = edtf.bounds(event.date) if event.date else None
        if not known or not event.date:
            return None
        who = ", ".join(party.name for party in event.participants)
        says = f"{noun(event.kind)} ({who})" if who else noun(event.kind)
        told = event.passages[0]
        href = f"{self._page.built(page_path(f'sources/{told.article}'))}#s{told.sentence}"
        vague = not edtf.is_exact(event.date)
        return over_time.Dot(known[0], in_words(event.date), says, href, event.planned, vague)
