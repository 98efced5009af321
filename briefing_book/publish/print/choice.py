"""Which briefs a book has: by the settings, or by the page that somebody names."""

from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz, process

from briefing_book.errors import BookError
from briefing_book.model import Entity, EntityKind, PlanCoverage, Printing
from briefing_book.names import key
from briefing_book.publish.print.press import Wanted
from briefing_book.publish.print.subject import BOOK
from briefing_book.render.view import View

NEAREST = 3
"""So many names are suggested for one that is not known."""
_ALIKE = 55
"""Below this likeness, of 100, a name is not suggested."""


def chosen(view: View, printing: Printing) -> list[Wanted]:
    """The briefs that the settings ask for, those on one page last."""
    ids = choose(view, printing)
    short = [id for id in ids if printing.one_page and id != BOOK]
    return [*map(Wanted, ids), *(Wanted(id, one_page=True) for id in short)]


def asked(view: View, pages: Iterable[str], one_page: bool) -> list[Wanted]:
    """The briefs of the pages that somebody names. Raises `BookError` where there is none."""
    wanted = [Wanted(find(view, page), one_page) for page in pages]
    if Wanted(BOOK, one_page=True) in wanted:
        raise BookError("the whole book does not go on one page; name a plan, a person or a country")
    return list(dict.fromkeys(wanted))


def choose(view: View, printing: Printing) -> list[str]:
    """The ids of the briefs that the settings ask for, those of most articles first in each kind."""
    return list(_chosen(view, printing))


def _chosen(view: View, printing: Printing) -> Iterator[str]:
    if printing.book:
        yield BOOK
    yield from [plan.id for plan in sorted(view.book.plans, key=_covered)][: printing.plans]
    numbers: dict[EntityKind, int] = {
        "people": printing.people,
        "countries": printing.countries,
        "organisations": printing.organisations,
    }
    for kind, number in numbers.items():
        with_page = [each for each in view.entities(kind) if each.page]
        yield from [each.id for each in sorted(with_page, key=_named)][:number]


def _covered(plan: PlanCoverage) -> int:
    return -len(plan.articles)


def _named(entity: Entity) -> tuple[int, int]:
    return -len(entity.articles), -sum(len(form.passages) for form in entity.forms)


def find(view: View, page: str) -> str:
    """The id of a page's brief, by its address or name. Raises `BookError` with the nearest names."""
    known = _known(view)
    wanted = page.strip().strip("/").removesuffix(".md").removesuffix("/index.html")
    if wanted in known:
        return wanted
    called = {id for id, names in known.items() if key(wanted) in map(key, names)}
    if len(called) == 1:
        return called.pop()
    raise BookError(f"there is no page {page!r} to print{_nearest(wanted, known)}")


def _known(view: View) -> dict[str, list[str]]:
    """The ids that can be printed, each with what its page is called."""
    known: dict[str, list[str]] = {BOOK: [view.book.title]}
    known |= {plan.id: [plan.plan.title, *plan.plan.names] for plan in view.book.plans}
    for entity in view.book.entities.values():
        if entity.page:
            known[entity.id] = [entity.name, *(form.text for form in entity.forms), *entity.aliases]
    return known


def _nearest(wanted: str, known: dict[str, list[str]]) -> str:
    """The ids whose address or name is most like the wanted one, as an ending of the message."""
    words = {f"{id}\n{name}": name for id, names in known.items() for name in (id, *names)}
    ranked = process.extract(wanted.casefold(), words, scorer=fuzz.WRatio, processor=str.casefold, limit=20)
    near = list(dict.fromkeys(found.partition("\n")[0] for _, score, found in ranked if score >= _ALIKE))
    return f"; nearest are {', '.join(near[:NEAREST])}" if near else ""
