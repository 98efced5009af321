"""What an answer leaves a person to write: a date, an address, a name, a point's number, or some articles."""

from collections.abc import Callable

from briefing_book.model import Book
from briefing_book.read.dates import edtf
from briefing_book.read.stated import web_address
from briefing_book.review.questions import Answer, Entry

Value = object


class Fill:
    """Asks for what is missing in the entries of an answer, in terms of a book."""

    def __init__(self, book: Book, ask: Callable[[str], str], say: Callable[[str], None]) -> None:
        self._book, self._ask, self._say = book, ask, say

    def entries(self, answer: Answer) -> list[Entry] | None:
        """The entries with all that is to be written; None where somebody leaves it open."""
        find = {
            "published": self._date,
            "url": self._address,
            "to": self._name,
            "point": self._point,
            "articles": self._articles,
        }.get(answer.fill or "")
        if find is None:
            return list(answer.entries)
        found = []
        for entry in answer.entries:
            value = find(entry)
            if value is None:
                return None
            if value != []:
                found.append({**entry, str(answer.fill): value})
        return found or None

    def _date(self, entry: Entry) -> Value | None:
        while line := self._ask("Its date, such as 2023-02-25, 2023-02 or 2023 (empty: back): "):
            if date := edtf(line):
                return date
            self._say("That is no day, month or year in the calendar.")
        return None

    def _address(self, entry: Entry) -> Value | None:
        while line := self._ask("Its address, such as https://example.org/2023/peace (empty: back): "):
            if web_address(line):
                return line
            self._say("That is no address on the web: it starts with https:// or http://.")
        return None

    def _name(self, entry: Entry) -> Value | None:
        return self._ask("The full name (empty: back): ") or None

    def _point(self, entry: Entry) -> Value | None:
        points = next(plan.plan.points for plan in self._book.plans if plan.plan.id == entry["plan"])
        for point in points:
            self._say(f"  {point.number:>3}  {point.title}")
        while line := self._ask("The number of the point (empty: back): "):
            number = next((point.number for point in points if str(point.number) == line), None)
            if number is not None:
                return number
            self._say("The plan has no such point.")
        return None

    def _articles(self, entry: Entry) -> Value | None:
        """Those of the entry's articles that are meant; an empty list for none of them."""
        articles: list[str] = entry["articles"]
        for number, article in enumerate(articles, 1):
            self._say(f"  {number:>3}  {self._book.sources[article].info.title}")
        prompt = (
            f"In which of these is it “{entry['to']}”? Numbers with spaces between (0: none, empty: back): "
        )
        while line := self._ask(prompt):
            numbers = line.replace(",", " ").split()
            if numbers == ["0"]:
                return []
            if all(each.isdecimal() and 1 <= int(each) <= len(articles) for each in numbers):
                wanted = {int(each) for each in numbers}
                return [article for number, article in enumerate(articles, 1) if number in wanted]
            self._say(f"Numbers from 1 to {len(articles)}.")
        return None
