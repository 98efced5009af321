"""Articles invented for editions, and a book that is built again and again from some of them."""

from datetime import UTC, datetime

from briefing_book.addresses import Addresses, addresses_of
from briefing_book.editions import History, next_edition, things_of
from briefing_book.model import Book, Corrections, Edition
from briefing_book.render.corrected import told_corrections
from tests.assemble.built import Told, book_of, person

FIRST = (
    "Rosa Lima met Aldo Ferri in Porto on 3 May 2031. “The ports of the whole coast will open on Friday,” "
    "Lima said. The paper calls for open ports."
)
SECOND = (
    "Rosa Lima met Aldo Ferri and Ines Brandt in Porto on 3 May 2031. “No ship has left the harbour for a "
    "whole week,” Brandt said. The paper wants the mines to go."
)


def first(id: str = "porto", text: str = FIRST) -> Told:
    """Two people meet, one is quoted, one point is reported."""
    return (
        Told(id, text, "2031-05-04")
        .person("Rosa Lima", "Lima")
        .person("Aldo Ferri")
        .quotation("The ports of the whole coast will open on Friday,", person="Rosa Lima")
        .event("met", "meet", "2031-05-03", person("Rosa Lima"), person("Aldo Ferri"))
        .plan("paper")
        .provision("calls for open ports", 1)
    )


def second(id: str = "brandt") -> Told:
    """The same meeting with one more person, another quotation, another point."""
    people = (person("Rosa Lima"), person("Aldo Ferri"), person("Ines Brandt"))
    return (
        Told(id, SECOND, "2031-05-05")
        .person("Rosa Lima")
        .person("Aldo Ferri")
        .person("Ines Brandt", "Brandt")
        .quotation("No ship has left the harbour for a whole week,", person="Ines Brandt")
        .event("met", "meet", "2031-05-03", *people)
        .plan("paper")
        .provision("wants the mines to go", 2)
    )


class Builds:
    """A book built on one day after the other, which keeps its editions and its addresses."""

    def __init__(self) -> None:
        self.editions: list[Edition] = []
        self.book: Book = book_of()
        self._day = 0
        self._addresses = Addresses()

    def build(self, *articles: Told, corrections: Corrections | None = None) -> Edition | None:
        """The edition that a build of these articles makes on the next day."""
        self._day += 1
        self.book = book_of(*articles, corrections=corrections, addresses=self._addresses)
        self._addresses = addresses_of(self.book, self._addresses)
        self._things = things_of(self.book, told_corrections(self.book, corrections or Corrections()))
        made = next_edition(
            self._things, self.editions, lambda: datetime(2031, 5, self._day, 9, 30, tzinfo=UTC)
        )
        self.editions += [made] if made else []
        return made

    @property
    def history(self) -> History:
        return History(self.book, self._things, self.editions)
