"""What a build did, in a few lines for the person who ran it."""

from pathlib import Path

from msgspec.structs import replace

from briefing_book.build import Report
from briefing_book.model import Brief
from briefing_book.publish.print import Briefs
from briefing_book.words import count


def summary(report: Report, site: Path) -> str:
    """What the book holds, what changed since the last build, what to look at, and where the book is."""
    told = (_holds(report), *_changes(report), *_edition(report), *_doubts(report), *_briefs(report.briefs))
    return "\n".join([*told, f"Read it at {site}"])


def without_changes(report: Report) -> Report:
    """What a build of the same would report that follows at once."""
    briefs = replace(report.briefs, made=())
    return replace(report, briefs=briefs, added=(), changed=(), removed=(), edition=None, written=())


def _holds(report: Report) -> str:
    book = report.book
    kinds = [entity.kind for entity in book.entities.values()]
    parts = [
        count(len(book.sources), "article"),
        count(kinds.count("people"), "person", "people"),
        count(kinds.count("countries"), "country", "countries"),
        count(kinds.count("organisations"), "organisation"),
        count(len(book.quotations), "quotation"),
        count(len(book.events), "event"),
        count(len(book.positions), "position"),
    ]
    return "The book holds " + ", ".join(parts) + "."


def _changes(report: Report) -> list[str]:
    changes = (("New", report.added), ("Read again", report.changed), ("Gone", report.removed))
    lines = [f"{what}: {_names(articles)}." for what, articles in changes if articles]
    return lines or ["No article changed."]


def _edition(report: Report) -> list[str]:
    return [report.edition] if report.edition else []


def _names(articles: tuple[str, ...], most: int = 5) -> str:
    named = ", ".join(articles[:most])
    return f"{named} and {len(articles) - most} more" if len(articles) > most else named


def _doubts(report: Report) -> list[str]:
    doubts = len(report.book.doubts)
    return [f"{count(doubts, 'question')} to look at: see the review page."] if doubts else []


def _briefs(briefs: Briefs) -> list[str]:
    if not briefs.all:
        return []
    return [f"{count(len(briefs.all), 'brief')} to print, {len(briefs.made) or 'none'} made anew."]


def printed(briefs: Briefs, folder: Path) -> str:
    """Each brief that was asked for: its file, its pages and its size."""
    lines = [_printed(brief, folder, brief.file in briefs.made) for brief in briefs.asked]
    return "\n".join(lines) or "Nothing was printed."


def _printed(brief: Brief, folder: Path, new: bool) -> str:
    size = f"{count(brief.pages, 'page')}, {brief.size / 1000:.0f} kB"
    return f"{folder / brief.file}: {size}{'' if new else ', as before'}"
