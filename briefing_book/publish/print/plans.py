"""A plan: its points, what each source says of them, and what none does."""

from briefing_book.model import PlanCoverage, PointCoverage
from briefing_book.names import plain
from briefing_book.publish.print.notes import Data, Notes
from briefing_book.render.dates import in_words
from briefing_book.render.environment import count, upfirst, web_address

MOST_PASSAGES = 12
"""So many provisions of a point are printed in full."""
MOST_UNPLACED = 20


def plan(notes: Notes, coverage: PlanCoverage, title: str | None = None) -> Data:
    """The section about a plan."""
    view, written = notes.view, coverage.plan
    author = view.country(written.author)
    unplaced = view.first(coverage.unplaced, MOST_UNPLACED)
    return {
        "kind": "plan",
        "title": title or written.title,
        "name": notes.named(coverage.id),
        "author": notes.named(author) if author else None,
        "when": in_words(written.date),
        "publisher": written.publisher,
        "url": web_address(written.url),
        "extent": upfirst(notes.view.extent(coverage)),
        "points": [_point(notes, coverage, each) for each in coverage.points],
        "matrix": _matrix(notes, coverage),
        "unplaced": [notes.statement((passage,)) for passage in unplaced],
        "unplaced_left": len(coverage.unplaced) - len(unplaced),
    }


def _point(notes: Notes, coverage: PlanCoverage, covered: PointCoverage) -> Data:
    view, share = notes.view, notes.view.share(coverage, covered)
    silent = view.silent(coverage, covered)
    provisions = covered.provisions or tuple((p,) for p in covered.passages)
    reported = f"{share.reporting} of {count(share.about, 'source')} about the plan"
    return {
        "id": covered.id,
        "number": covered.point.number,
        "title": covered.point.title,
        "summary": plain(covered.point.summary),
        "share": reported if share.reporting else None,
        "provisions": [notes.statement(passages) for passages in provisions[:MOST_PASSAGES]],
        "left": len(provisions[MOST_PASSAGES:]),
        "silent": count(len(silent), "article") if silent and covered.passages else None,
    }


def _matrix(notes: Notes, coverage: PlanCoverage) -> Data | None:
    matrix = notes.view.matrix(coverage)
    if not matrix.lines:
        return None
    lines = [
        {
            "source": notes.source(line.article),
            "cells": [cell.provisions for cell in line.cells],
            "reported": line.reported,
        }
        for line in matrix.lines
    ]
    shares = [notes.view.share(coverage, each).reporting for each in coverage.points]
    left = f"{upfirst(count(matrix.left, 'more article'))} about the plan." if matrix.left else None
    numbers = [each.point.number for each in coverage.points]
    return {"numbers": numbers, "lines": lines, "shares": shares, "more": left}
