"""Facts of invented articles, as many as wanted, always the same ones: what assembling is measured on.

People share family names, are called by them alone, and are spelled in more than one way; some articles are
copies of others with a sentence less. How much there is of each is as in real articles: some 450 words, 5
people, 5 organisations, 3 countries, 7 to 12 quotations, 2 events and 2 dates in each.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from typing import Any

from benchmarks.synthetic_world import Entity, Line, Story, World, Zipf
from briefing_book.country_names import country_name
from briefing_book.model import (
    ArticleInfo,
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
    Span,
    Speaker,
)

SEED = 20230225
VERBS = ("meet", "visit", "attack", "sign", "release", "die", "impose", "elect", "talk", "march")
ARTICLES_A_STORY = 4
COPIES, SHORT_NAMED, OTHERWISE_SPELLED, DOUBTED = 0.06, 0.15, 0.1, 0.02
PLAN = Plan(
    "synthetic",
    "The Synthetic Plan",
    "CH",
    "2022-01-01",
    tuple(Point(n, f"Point {n}", "") for n in range(1, 13)),
)


@dataclass
class Writer:
    """Writes one article, and keeps where its facts stand. `random` decides what people are called."""

    random: Random
    text: str = ""
    sentences: list[tuple[int, int]] = field(default_factory=list)
    facts: dict[str, list[Any]] = field(default_factory=dict)
    named: dict[Entity, tuple[str, list[Any], list[Role]]] = field(default_factory=dict)

    def place(self, words: str) -> dict[str, Any]:
        start = len(self.text)
        self.text += words
        return {"start": start, "end": start + len(words), "text": words}

    def keep(self, kind: str, fact: object) -> None:
        self.facts.setdefault(kind, []).append(fact)

    def name(self, entity: Entity) -> Span:
        """Writes a name: the full one first, with the title, and the short one from then on."""
        if entity in self.named:
            name, mentions, roles = self.named[entity]
            words = entity.shorts[entity.names[1] == name]
        else:
            forms = entity.shorts if self.random.random() < SHORT_NAMED else entity.names
            words = forms[self.random.random() < OTHERWISE_SPELLED]
            name, mentions, roles = self.named[entity] = (words, [], [])
            if entity.title and self.random.random() < 0.3:
                roles.append(Role(**self.place(f"{country_name(entity.country)} {entity.title}")))
                self.text += " "
        mentions.append(Span(**self.place(words)))
        return mentions[-1]

    def reference(self, entity: Entity) -> dict[str, str]:
        """How the facts of this article refer to somebody whom it has named."""
        if entity.kind == "countries":
            return {"country": entity.country}
        return {"person" if entity.kind == "people" else "organisation": self.named[entity][0]}

    def line(self, line: Line) -> None:
        """Writes a sentence with its facts."""
        start = len(self.text)
        spans = []
        for entity in line.who:
            spans.append(self.name(entity))
            self.text += " "
        if line.kind in ("said", "reported"):
            self._quotation(line, spans[0])
        else:
            self.text += line.words
        if line.kind == "happened":
            self.text += " on "
            self.keep("dates", Date(**self.place(line.day), value=line.day))
        self.text += "."
        whole = {"start": start, "end": len(self.text), "text": self.text[start:]}
        self.sentences.append((start, len(self.text)))
        self.text += " "
        self._of_sentence(line, whole)

    def _quotation(self, line: Line, speaker: Span) -> None:
        self.text += "said “" if line.kind == "said" else "said that "
        said = Speaker(speaker.start, speaker.end, speaker.text, **self.reference(line.who[0]))
        light = 0.3 if self.random.random() < DOUBTED else None
        quoted = Quotation(
            **self.place(line.words), direct=line.kind == "said", speaker=said, confidence=light
        )
        self.keep("quotations", quoted)
        self.text += "”" if line.kind == "said" else ""

    def _of_sentence(self, line: Line, whole: dict[str, Any]) -> None:
        who = tuple(Reference(**self.reference(entity)) for entity in line.who)
        if line.kind == "happened":
            kind = VERBS[line.number % len(VERBS)]
            self.keep("events", Event(**whole, kind=kind, date=line.day, participants=who))
            self.text += "It counted "
            value = str(3 * line.number + self.random.randint(0, 1))
            self.keep("quantities", Quantity(**self.place(f"{value} people"), value=value, of="person"))
            self.sentences.append((self.sentences[-1][1] + 1, len(self.text)))
            self.text += " "
        if line.kind == "stood":
            stance = "opposes" if line.number % 5 == 0 else "supports"
            plan = Reference(plan=PLAN.id)
            self.keep("positions", Position(**whole, holder=who[0], stance=stance, target=plan))  # type: ignore[arg-type]  # a dict of mixed values
        if line.kind == "provided":
            self.keep("provisions", Provision(**whole, plan=PLAN.id, point=line.number or None))
            self.keep("plans", PlanMention(**self.place("the plan"), plan=PLAN.id))
            self.text += " "

    def done(self, info: ArticleInfo) -> tuple[Facts, str]:
        """The article's facts and its text."""
        people, organisations, countries = [], [], []
        for entity, (name, mentions, roles) in self.named.items():
            if entity.kind == "people":
                coded = tuple(Role(role.start, role.end, role.text, entity.country) for role in roles)
                people.append(Person(name, tuple(mentions), coded))
            elif entity.kind == "organisations":
                organisations.append(Organisation(name, tuple(mentions), country=entity.country or None))
            else:
                named = tuple(CountryMention(m.start, m.end, m.text, "name") for m in mentions)
                countries.append(Country(entity.country, named))
        facts = Facts(
            article=info,
            sentences=tuple(self.sentences),
            people=tuple(people),
            organisations=tuple(organisations),
            countries=tuple(countries),
            **{kind: tuple(found) for kind, found in self.facts.items()},
        )
        return facts, self.text


def articles(number: int) -> Iterator[tuple[Facts, str]]:
    """This many articles, each as its facts and its text."""
    random = Random(SEED)
    world = World(random, number)
    stories = Zipf([Story(random, world) for _ in range(number // ARTICLES_A_STORY + 1)])
    written: list[tuple[Story, list[Line], int]] = []
    for place in range(number):
        if written and random.random() < COPIES:
            story, lines, style = random.choice(written)
            lines = lines[:-1]
        else:
            (story,) = stories.draw(random)
            lines, style = story.lines(), place
        written.append((story, lines, style))
        yield _article(place, story, lines, style)


def _article(place: int, story: Story, lines: list[Line], style: int) -> tuple[Facts, str]:
    writer = Writer(Random(style))
    for line in lines:
        writer.line(line)
    day = (story.day + timedelta(style % 4)).isoformat()
    id = f"{place:06}"
    return writer.done(ArticleInfo(id, f"seeds/{id}.txt", f"Article {place}", day, f"Paper {place % 40}"))
