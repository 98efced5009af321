"""The lists of a brief: happenings, positions, quotations, connections.

Each is cut to what most sources say; what is left out is counted.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from briefing_book.model import BookEvent, BookPosition, BookQuotation
from briefing_book.names import plain
from briefing_book.publish.print.notes import Data, Notes
from briefing_book.render.dates import UNDATED, in_words, year_of
from briefing_book.render.environment import count, upfirst
from briefing_book.render.happenings import noun
from briefing_book.render.ties import Tie

T = TypeVar("T")

MOST_TOLD = 5
"""So many passages of a position are printed in full."""
MOST_TIED = 4
"""So many passages of a connection are cited at most."""
NO_SPEAKER = "No one speaker"
FRAGMENTS = "A few words each"


def most(rows: Sequence[T], rank: Callable[[T], int], room: int) -> tuple[list[T], int]:
    """The rows of highest rank, in their order, and how many are left out."""
    best = sorted(range(len(rows)), key=lambda n: -rank(rows[n]))[:room]
    return [rows[n] for n in sorted(best)], len(rows) - len(best)


def timeline(notes: Notes, events: Sequence[BookEvent], of: str | None = None) -> Data | None:
    """The events by year, the planned and the undated last; `of` needs no mention."""
    shown, left = most(events, lambda e: notes.view.independent(e.passages), notes.rows)
    groups: dict[str, list[BookEvent]] = {}
    for each in shown:
        year = year_of(each.date)
        groups.setdefault("Announced" if each.planned and year else year or upfirst(UNDATED), []).append(each)
    for last in ("Announced", upfirst(UNDATED)):
        if last in groups:
            groups[last] = groups.pop(last)
    told = [{"title": year, "events": [event(notes, e, of) for e in found]} for year, found in groups.items()]
    return section("timeline", "Timeline", told, "groups", left, "event")


def event(notes: Notes, event: BookEvent, of: str | None = None) -> Data:
    """A happening: when, what kind, where, the sentence that tells it, and who is involved."""
    when = in_words(event.date)
    places = notes.view.unlike(event.places)[:3]
    vague = event.when and plain(event.when.text).lower() not in when.lower()
    return {
        "when": upfirst(f"announced for {when}" if event.planned and event.date else when),
        "vague": notes.said(event.when) if vague and event.when else None,
        "what": ("planned " if event.planned else "") + noun(event.kind),
        "places": [notes.said(place) for place in places],
        "told": notes.statement(event.passages),
        "who": [notes.name(party) for party in event.participants if not of or party.entity != of],
    }


def positions(notes: Notes, held: Sequence[BookPosition]) -> Data | None:
    """Who is reported to stand for or against what."""
    shown, left = most(held, lambda p: notes.view.independent(p.passages), notes.rows)
    return section("positions", "Positions", [position(notes, p) for p in shown], "held", left, "position")


def position(notes: Notes, position: BookPosition, room: int = MOST_TOLD) -> Data:
    """A stance, its first passages in full and the others cited."""
    full = notes.view.unlike(notes.view.once(position.passages))[:room]
    others = [p for p in position.passages if p not in full]
    told = [notes.statement((p, *others) if p is full[-1] else (p,)) for p in full]
    return {
        "holder": notes.name(position.holder),
        "stance": position.stance,
        "target": notes.name(position.target),
        "told": told,
        "agreed": notes.agreed(position.passages),
    }


def quotations(
    notes: Notes, said: Sequence[BookQuotation], title: str = "Quotations", by_speaker: bool = True
) -> Data | None:
    """Quotations by speaker: those of nobody known, and those of a few words, last."""
    shown, left = most(said, notes.view.givers, notes.rows)
    groups: dict[str, list[BookQuotation]] = {}
    for each in shown:
        groups.setdefault(_whose(each, by_speaker), []).append(each)
    order = sorted(groups, key=lambda name: (name == FRAGMENTS, name == NO_SPEAKER, name.casefold()))
    told = []
    for name in order:
        found = groups[name]
        speaker = found[0].speaker if name not in (FRAGMENTS, NO_SPEAKER) else None
        with_name = name == FRAGMENTS and by_speaker
        quoted = [quotation(notes, each, with_name) for each in _once(notes, found)]
        by = (
            notes.name(speaker)
            if speaker and speaker.entity and by_speaker
            else {"text": upfirst(name), "to": None}
        )
        told.append({"speaker": by, "quotations": quoted})
    return section("quotations", title, told, "groups", left, "quotation")


def _once(notes: Notes, found: Iterable[BookQuotation]) -> list[BookQuotation]:
    """The quotations, none within another, those of one article together."""
    return [each for several in notes.view.by_article(found).values() for each in several]


def _whose(quotation: BookQuotation, by_speaker: bool) -> str:
    if quotation.fragment:
        return FRAGMENTS
    if not by_speaker:
        return ""
    return (quotation.speaker and plain(quotation.speaker.name)) or NO_SPEAKER


def quotation(notes: Notes, quotation: BookQuotation, with_name: bool = False) -> Data:
    """What is said, with the words for how, whose it is, and where else it is given."""
    lead = notes.view.lead(quotation)
    same, others = notes.view.in_other_words(quotation)
    told = notes.statement((quotation.passage, *same))
    return {
        "told": told | {"agreed": notes.agreed((quotation.passage, *quotation.also))},
        "direct": quotation.direct,
        "lead": notes.said(lead.passage) | {"after": lead.after, "gap": lead.gap} if lead else None,
        "speaker": notes.name(quotation.speaker) if with_name and quotation.speaker else None,
        "otherwise": notes.note(others) if others else None,
    }


def connections(
    notes: Notes, ties: Sequence[Tie], pictures: list[Data], of: str | None = None
) -> Data | None:
    """Who is tied to whom: pictures, a table, and in short those who are only named together."""
    telling, left = most(
        [tie for tie in ties if tie.telling], lambda t: notes.view.independent(t.passages), notes.rows
    )
    named, unshown = most(
        [tie for tie in ties if not tie.telling], lambda t: len(t.passages), notes.rows // 2
    )
    made = {
        "pictures": pictures,
        "of": of is not None,
        "ties": [_tie(notes, tie) for tie in telling],
        "together": _together(notes, named),
    }
    if not any((pictures, telling, named)):
        return None
    more = left_out(left + unshown, "connection")
    return {"kind": "connections", "title": "Connections", "more": more, **made}


def _tie(notes: Notes, tie: Tie) -> Data:
    relations = [
        {"says": each.says, "note": notes.places(each.passages, MOST_TIED)} for each in tie.relations
    ]
    sources = notes.view.independent(tie.passages)
    return {
        "one": notes.named(tie.one),
        "other": notes.named(tie.other),
        "relations": relations,
        "sources": sources,
    }


def _together(notes: Notes, ties: Iterable[Tie]) -> list[Data]:
    """Each who is named with others, and these."""
    groups: dict[str, list[Tie]] = {}
    for tie in ties:
        groups.setdefault(tie.one, []).append(tie)
    return [
        {
            "one": notes.named(one),
            "others": [
                {"name": notes.named(tie.other), "note": notes.places(tie.passages, MOST_TIED)}
                for tie in several
            ],
        }
        for one, several in groups.items()
    ]


def section(kind: str, title: str, rows: Sequence[object], key: str, left: int, noun: str) -> Data | None:
    """A section with these rows under `key`, and in words how many are left out; None without any."""
    if not rows:
        return None
    return {"kind": kind, "title": title, key: list(rows), "more": left_out(left, noun)}


def left_out(left: int, noun: str) -> str | None:
    """How many rows are left out, in words; None where none is."""
    return f"And {count(left, 'more ' + noun)}." if left else None
