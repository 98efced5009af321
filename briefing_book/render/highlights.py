"""The quotations and provisions in an article's text: from where to where, and to which page each leads.

They may overlap and nest. White space and what HTML cannot show at their ends belong to none.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from briefing_book.model import BookQuotation, Passage, PlanCoverage, PointCoverage
from briefing_book.render.view import View

_NOBODY = "?"

Kind = Literal["quotation", "reported", "provision"]


class Highlight(NamedTuple):
    """A span of an article's text and what it is, in a `sign` and in words.

    It leads to `place` on the page of the entity, plan or point `to`; where that is None, to all quotations.
    """

    start: int
    end: int
    kind: Kind
    sign: str
    label: str
    to: str | None
    place: str = ""


Provided = tuple[PlanCoverage, PointCoverage | None, Passage]
"""A passage that reports what a plan says, with its point where it belongs to one."""


def highlights(
    view: View, text: str, quoted: Iterable[tuple[BookQuotation, Passage]], provided: Iterable[Provided]
) -> list[Highlight]:
    """The highlights of an article with these quotations and provisions, in order, each once."""
    found = [_quotation(view, quotation, passage) for quotation, passage in quoted]
    found += [_provision(view, *each) for each in provided]
    return sorted({each for highlight in found for each in _tight(highlight, text)}, key=_order)


def _quotation(view: View, quotation: BookQuotation, passage: Passage) -> Highlight:
    kind: Kind = "quotation" if quotation.direct or quotation.fragment else "reported"
    what = "Quotation" if kind == "quotation" else "Reported speech"
    speaker = quotation.speaker
    label = f"{what} of {speaker.name}" if speaker else f"{what}, no one speaker"
    to = speaker.entity if speaker and view.name(speaker.entity) else None
    entity = view.book.entities.get(to or "")
    place = "quotations" if entity and entity.page and view.quotations(to) else ""
    sign = _initials(speaker.name) if speaker else _NOBODY
    return Highlight(passage.start, passage.end, kind, sign, label, to, place)


def _provision(view: View, plan: PlanCoverage, covered: PointCoverage | None, passage: Passage) -> Highlight:
    if not covered:
        label, sign, to = f"Belongs to no known point of {plan.plan.title}", "§", plan.id
    else:
        number = covered.point.number
        label, sign, to = (
            f"Point {number} of {plan.plan.title}: {covered.point.title}",
            f"§{number}",
            covered.id,
        )
    return Highlight(passage.start, passage.end, "provision", sign, label, to)


def _initials(name: str) -> str:
    """The first letters of a name's first and last words, of those with capitals if there are any."""
    words = [word for word in name.split() if word[0].isalnum()]
    words = [word for word in words if word[0].isupper()] or words[:1]
    return "".join(word[0].upper() for word in dict.fromkeys((*words[:1], *words[-1:]))) or _NOBODY


def _tight(highlight: Highlight, text: str) -> Iterator[Highlight]:
    """The highlight without white space at its ends, unless nothing is left."""
    words = text[highlight.start : highlight.end]
    start = highlight.start + len(words) - len(words.lstrip())
    if bare := words.strip():
        yield highlight._replace(start=start, end=start + len(bare))


def _order(highlight: Highlight) -> tuple[int, int, str, str]:
    return highlight.start, highlight.end, highlight.kind, highlight.label
