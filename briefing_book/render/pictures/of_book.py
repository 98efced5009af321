"""The pictures of a book, each with links that lead from the page that it stands on."""

from collections.abc import Iterable, Mapping

from briefing_book.assemble import edtf
from briefing_book.model import Book, BookEvent, Entity
from briefing_book.render.agreement import origins
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
        table, first = view.answers.table, origins(view.book)
        covered = _covered(view.book, first)
        self.countries = table("countries of most sources", lambda _: covered)
        by_code = {each.code: maps.Neighbour(each.id, each.name) for each in covered}
        self.country = table("countries on maps", by_code.get)
        telling = [_edge(tie, first) for tie in view.ties() if tie.telling]
        self.edges = table("who is tied to whom", lambda _: telling)
        self.edges_of = table("who is tied to", lambda id: [_edge(tie, first) for tie in view.ties(id)])


def _covered(book: Book, first: Mapping[str, str]) -> tuple[maps.Covered, ...]:
    """The countries that have a page, those of most sources first."""
    found = [
        maps.Covered(each.id, each.code, each.name, len({first[article] for article in each.articles}))
        for each in book.entities.values()
        if each.kind == "countries" and each.page and each.code
    ]
    return tuple(sorted(found, key=lambda each: (-each.sources, each.name)))


def _edge(tie: Tie, first: Mapping[str, str]) -> network.Edge:
    sources = len({first[passage.article] for passage in tie.passages})
    return network.Edge(tie.one, tie.other, tie.relations[0].says, sources, tie.telling)


class Pictures:
    """The pictures that a page may show; each is None where there is nothing to draw."""

    def __init__(self, drawings: Drawings, page: Page) -> None:
        self._drawings, self._view, self._page = drawings, drawings.view, page

    def world(self) -> Picture | None:
        """How many sources name each country."""
        return maps.coverage(self._drawings.countries(""), self._to)

    def locator(self, country: Entity) -> Picture | None:
        """Where a country lies."""
        return maps.locator(country.code or "", country.name, self._drawings.country, self._to)

    def ties(self) -> Picture | None:
        """Who in the book is tied to whom."""
        edges = self._drawings.edges("")
        ids = dict.fromkeys(end for edge in edges for end in (edge.one, edge.other))
        return network.network(self._nodes(ids), edges, self._to)

    def ties_of(self, entity: Entity) -> Picture | None:
        """Whom somebody is tied to: what the page tells, and no more."""
        edges = self._drawings.edges_of(entity.id)
        others = [edge.other for edge in edges]
        if len(others) < network.FEWEST_NODES:
            return None
        middle = network.Node(entity.id, entity.name, entity.kind)
        return network.network(self._nodes(others), edges, self._to, middle)

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
