"""The quotations and provisions in an article's text: from where to where, and to which page each leads.

They may overlap and nest. White space and what HTML cannot show at their ends belong to none.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from briefing_book.model import Passage
from briefing_book.render.lookups import Given
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


Provided = tuple[str, str | None, Passage]
"""The id of a plan, that of a point of it where there is one, and a passage that reports what it says."""


def highlights(
    view: View, text: str, quoted: Iterable[Given], provided: Iterable[Provided]
) -> list[Highlight]:
    """The highlights of an article with these quotations and provisions, in order, each once."""
    found = [_quotation(view, given) for given in quoted]
    found += [_provision(view, *each) for each in provided]
    return sorted({each for highlight in found for each in _tight(highlight, text)}, key=_order)


def _quotation(view: View, given: Given) -> Highlight:
    kind: Kind = "quotation" if given.direct or given.fragment else "reported"
    what = "Quotation" if kind == "quotation" else "Reported speech"
    speaker, passage = given.speaker, given.passage
    label = f"{what} of {speaker.name}" if speaker else f"{what}, no one speaker"
    to = speaker.entity if speaker and view.name(speaker.entity) else None
    place = "quotations" if to and _is_quoted(view, to) else ""
    sign = _initials(speaker.name) if speaker else _NOBODY
    return Highlight(passage.start, passage.end, kind, sign, label, to, place)


def _is_quoted(view: View, id: str) -> bool:
    """Whether an entity has a page with quotations on it."""
    return not id.startswith("plans/") and not view.entry_file(id) and view.is_quoted(id)


def _provision(view: View, plan: str, covered: str | None, passage: Passage) -> Highlight:
    if not covered:
        label, sign, to = f"Belongs to no known point of {view.name(plan)}", "§", plan
    else:
        point = view.point(covered)
        label = f"Point {point.number} of {view.name(plan)}: {point.title}"
        sign, to = f"§{point.number}", covered
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
