"""What several sources report of the book as a whole: facts of any kind, those of most sources first."""

from collections.abc import Iterable

from briefing_book.model import BookEvent, BookPosition, BookQuotation
from briefing_book.publish.print.lists import event, position, quotation
from briefing_book.publish.print.notes import Data, Notes
from briefing_book.render.agreement import Statement


def shared(notes: Notes, statements: Iterable[Statement]) -> Data | None:
    """The section of these statements; None where there are none."""
    items = [_item(notes, each) for each in statements]
    return {"kind": "shared", "title": "What several sources report", "items": items} if items else None


def _item(notes: Notes, statement: Statement) -> Data:
    match statement.fact:
        case BookEvent() as fact:
            return {"kind": "event", "event": event(notes, fact)}
        case BookPosition() as fact:
            return {"kind": "position", "position": position(notes, fact, 1)}
        case BookQuotation() as fact:
            return {"kind": "quotation", "quotation": quotation(notes, fact, True)}
        case None:
            point = notes.view.point(statement.about)
            return {
                "kind": "provision",
                "plan": notes.named(point.plan),
                "number": point.number,
                "told": notes.statement(statement.passages),
            }
