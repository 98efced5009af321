"""Facts built by hand: an invented text, and the words in it that are facts."""

import re

from briefing_book.addresses import Addresses
from briefing_book.assemble import assemble
from briefing_book.assemble.contradictions import Mistake
from briefing_book.model import (
    ArticleInfo,
    Book,
    Corrections,
    Country,
    CountryMention,
    Date,
    Event,
    Facts,
    Organisation,
    Person,
    Plan,
    PlanMention,
    Point,
    Position,
    Provision,
    Quantity,
    Quotation,
    Reference,
    Role,
    Settings,
    SkippedSeed,
    Span,
    Speaker,
)

PLAN = Plan(
    id="harbour-2031",
    title="The Harbour Paper",
    author="PT",
    date="2031-03-01",
    points=(Point(1, "Opening the ports", "Ships may sail."), Point(2, "Clearing mines", "Mines go.")),
)


class Told:
    """One article in the making. Places are found by their words; `nth` counts from 0."""

    def __init__(self, id: str, text: str, published: str | None = None) -> None:
        self.text = text
        self.info = ArticleInfo(id, f"seeds/{id}.txt", id, published)
        self._facts: dict[str, list] = {}

    def place(self, words: str, nth: int = 0) -> dict:
        starts = [match.start() for match in re.finditer(re.escape(words), self.text)]
        return {"start": starts[nth], "end": starts[nth] + len(words), "text": words}

    def _add(self, kind: str, fact: object) -> "Told":
        self._facts.setdefault(kind, []).append(fact)
        return self

    def _all(self, forms: tuple[str, ...], record: type = Span, **more: object) -> tuple:
        found = re.finditer("|".join(rf"(?<!\w){re.escape(form)}(?!\w)" for form in forms), self.text)
        return tuple(record(start=m.start(), end=m.end(), text=m[0], **more) for m in found)

    def person(self, name: str, *forms: str, role: str | None = None, of: str | None = None) -> "Told":
        roles = (Role(**self.place(role), country=of),) if role else ()
        return self._add("people", Person(name, self._all((name, *forms)), roles))

    def organisation(self, name: str, of: str | None = None) -> "Told":
        return self._add("organisations", Organisation(name, self._all((name,)), country=of))

    def country(self, code: str, *forms: str, kind: str = "name") -> "Told":
        return self._add("countries", Country(code, self._all(forms, CountryMention, kind=kind)))

    def quotation(self, words: str, fragment: bool = False, **speaker: str) -> "Told":
        said = Speaker(**self.place(next(iter(speaker.values()))), **speaker) if speaker else None
        return self._add(
            "quotations", Quotation(**self.place(words), direct=True, fragment=fragment, speaker=said)
        )

    def event(
        self,
        words: str,
        kind: str,
        date: str | None,
        *who: Reference,
        planned: bool = False,
        where: str | None = None,
        when: str | None = None,
    ) -> "Told":
        start = self.place(words)["start"]
        span = next(span for span in self._sentences() if span[0] <= start < span[1])
        place = {"start": span[0], "end": span[1], "text": self.text[span[0] : span[1]]}
        if when and date:
            self._add("dates", Date(**self.place(when), value=date))
        there = Span(**self.place(where)) if where else None
        event = Event(**place, kind=kind, date=date, planned=planned, participants=who, place=there)
        return self._add("events", event)

    def quantity(self, words: str, value: str, of: str, bound: str = "exactly") -> "Told":
        return self._add("quantities", Quantity(**self.place(words), value=value, of=of, bound=bound))

    def position(self, words: str, holder: Reference, stance: str, target: Reference) -> "Told":
        return self._add(
            "positions", Position(**self.place(words), holder=holder, stance=stance, target=target)
        )

    def plan(self, words: str, id: str = PLAN.id) -> "Told":
        return self._add("plans", PlanMention(**self.place(words), plan=id))

    def provision(self, words: str, point: int | None, id: str = PLAN.id) -> "Told":
        return self._add("provisions", Provision(**self.place(words), plan=id, point=point))

    def _sentences(self) -> tuple[tuple[int, int], ...]:
        return tuple((m.start(), m.end()) for m in re.finditer(r"[^\s.][^.]*\.?", self.text))

    def done(self) -> tuple[Facts, str]:
        facts = {kind: tuple(found) for kind, found in self._facts.items()}
        return Facts(article=self.info, sentences=self._sentences(), **facts), self.text


def book_of(
    *articles: Told,
    corrections: Corrections | None = None,
    addresses: Addresses | None = None,
    plans: tuple[Plan, ...] = (PLAN,),
    skipped: tuple[SkippedSeed, ...] = (),
    mistakes: tuple[Mistake, ...] = (),
) -> Book:
    """The book of these articles."""
    made = [article.done() for article in articles]
    wanted = corrections or Corrections()
    return assemble(Settings(), made, plans, wanted, addresses or Addresses(), skipped, mistakes)


def person(name: str) -> Reference:
    return Reference(person=name)


def country(code: str) -> Reference:
    return Reference(country=code)


def names(book: Book, kind: str) -> list[str]:
    """The names of all entities of a kind."""
    return [entity.name for entity in book.entities.values() if entity.kind == kind]


def doubt_kinds(book: Book) -> list[str]:
    return [doubt.kind for doubt in book.doubts]
