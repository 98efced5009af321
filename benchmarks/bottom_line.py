"""How well the bottom line is chosen, beside taking the first sentence of each article.

usage: python -m benchmarks.bottom_line [tuning | unseen] [--show]

`bottom_line.yml` has invented articles on several topics, and marks of the sentences that tell what a reader
must know ("matters"). The facts are found as in any book. Both ways fill the same number of lines. A line's
sources are the articles that tell a matter that it tells. The seeds have no marks: of these only the share of
their facts that is told is measured.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from spacy.language import Language

from briefing_book.addresses import Addresses
from briefing_book.assemble import assemble
from briefing_book.assemble.matters import facts_of
from briefing_book.editorial import load_plans
from briefing_book.extract import extract, pipeline
from briefing_book.model import Article, ArticleInfo, Book, Corrections, Passage, Plan, Settings
from briefing_book.read import read_seed, seed_files

ROOT = Path(__file__).resolve().parents[1]
_MARKED = re.compile(r"^\(([a-z]+)\) ")
FEWEST_ARTICLES = 3
"""Pages of entities that fewer articles name are not measured."""


class Told(msgspec.Struct, frozen=True):
    """An article: its sentences, some marked with the matters that they tell."""

    published: str
    publisher: str
    text: tuple[str, ...]


class Topic(msgspec.Struct, frozen=True):
    """What happened, by letters, and the articles that report it."""

    topic: str
    matters: dict[str, str]
    articles: tuple[Told, ...]


Place = tuple[str, int]
Matter = tuple[str, str]
"""A topic and the letter of a matter in it."""


@dataclass
class Marks:
    """Which matters the sentences of articles tell, by article and by their starts and ends."""

    places: dict[str, list[tuple[int, int, frozenset[Matter]]]] = field(default_factory=dict)

    def of(self, passage: Passage) -> frozenset[Matter]:
        """The matters that the sentence of a passage tells."""
        known = self.places.get(passage.article, [])
        return next((matters for start, end, matters in known if start <= passage.start < end), frozenset())

    def sources(self, matter: Matter) -> int:
        """How many articles tell a matter."""
        return sum(any(matter in told for *_, told in places) for places in self.places.values())

    def all(self, articles: Iterable[str]) -> set[Matter]:
        """The matters that these articles tell."""
        return {matter for article in articles for *_, told in self.places[article] for matter in told}


@dataclass
class Score:
    """Sums over pages of what their lines tell."""

    matters: int = 0
    known: int = 0
    lines: int = 0
    marked: int = 0
    sources: int = 0
    facts: int = 0
    all_facts: int = 0

    def add(
        self, lines: Sequence[Passage], marks: Marks, matters: set[Matter], page: list[set[Place]]
    ) -> None:
        told = [marks.of(line) & matters for line in lines]
        self.matters += len(frozenset().union(*told))
        self.known += len(matters)
        self.lines += len(lines)
        self.marked += sum(map(bool, told))
        self.sources += sum(max(map(marks.sources, each), default=0) for each in told)
        places = {(line.article, line.sentence) for line in lines}
        self.facts += sum(not fact.isdisjoint(places) for fact in page)
        self.all_facts += len(page)

    def row(self, name: str) -> str:
        """The figures of one way."""
        facts = f"{self.facts / max(1, self.all_facts):6.2f}"
        if not self.known:
            return f"{name:22s} {'':24s} {facts}"
        marked, sources = self.marked / self.lines, self.sources / self.lines
        return f"{name:22s} {self.matters / self.known:8.2f} {marked:7.2f} {sources:7.1f} {facts}"


def main() -> int:
    parts = [part for part in ("tuning", "unseen") if part in sys.argv[1:]] or ["tuning", "unseen"]
    nlp, plans = pipeline.load(Settings().pipelines["en"]), load_plans(ROOT)
    topics = msgspec.yaml.decode(
        (ROOT / "benchmarks" / "bottom_line.yml").read_bytes(), type=dict[str, tuple[Topic, ...]]
    )
    print(f"{'':22s} {'matters':>8s} {'marked':>7s} {'sources':>7s} {'facts':>6s}")
    for part in parts:
        books = [_marked([topic], nlp) for topic in topics[part]]
        print_pages(f"{part}, home pages", [(*each, None) for each in books])
        print_pages(f"{part}, one book", [(*_marked(topics[part], nlp), None)])
        print_pages(f"{part}, other pages", [(*each, id) for each in books for id in _pages(each[0])])
    seeds = [a for path in seed_files(ROOT / "seeds") for a in read_seed(path, ROOT).articles]
    print_pages("the seeds", [(_book(seeds, nlp, plans), Marks(), None)])
    return 0


def _marked(topics: Iterable[Topic], nlp: Language) -> tuple[Book, Marks]:
    """The book of all articles of these topics."""
    marks, articles = Marks(), []
    for topic in topics:
        for number, told in enumerate(topic.articles):
            id, text, places = f"{topic.topic}-{number}", "", []
            for sentence in told.text:
                letters = found[1] if (found := _MARKED.match(sentence)) else ""
                words = _MARKED.sub("", sentence)
                matters = frozenset((topic.topic, letter) for letter in letters)
                places.append((len(text), len(text) + len(words), matters))
                text += f"{words}\n" if len(places) % 2 == 0 else f"{words} "
            marks.places[id] = places
            info = ArticleInfo(id, id, told.text[0], told.published, told.publisher, language="en")
            articles.append(Article(info, text))
    return _book(articles, nlp, ()), marks


def _book(articles: Iterable[Article], nlp: Language, plans: tuple[Plan, ...]) -> Book:
    facts = [(extract(article, nlp, plans), article.text) for article in articles]
    return assemble(Settings(), facts, plans, Corrections(), Addresses(), ())


def _pages(book: Book) -> list[str]:
    """The pages that several articles tell of."""
    return [
        entity.id
        for entity in book.entities.values()
        if entity.page and len(entity.articles) >= FEWEST_ARTICLES
    ]


def print_pages(name: str, pages: Sequence[tuple[Book, Marks, str | None]]) -> None:
    """Compares the two ways on some pages; no id means the home page."""
    ours, first = Score(), Score()
    for book, marks, id in pages:
        chosen = book.bottom_lines[id] if id else book.bottom_line
        named = book.entities[id].articles if id else tuple(book.sources)
        facts = list(_facts(book, id))
        ours.add(chosen, marks, _matters(book, marks, id), facts)
        leads = list(_first_sentences(book, named))[: len(chosen)]
        first.add(leads, marks, _matters(book, marks, id), facts)
        if "--show" in sys.argv:
            print(f"\n{id or 'home page'}")
            for line in chosen:
                letters = "".join(sorted(letter for _, letter in marks.of(line)))
                print(f"  {letters:4s} {line.article} s{line.sentence} {line.text}")
    print(ours.row(name))
    print(first.row("  first sentences"))


def _matters(book: Book, marks: Marks, id: str | None) -> set[Matter]:
    """What a page should tell: of an entity, the matters that are told in a sentence that names it."""
    if id is None:
        return marks.all(marks.places)
    named = (passage for form in book.entities[id].forms for passage in form.passages)
    return {matter for passage in named for matter in marks.of(passage)}


def _facts(book: Book, id: str | None) -> Iterator[set[Place]]:
    """The sentences that report each fact of a page."""
    for fact in facts_of(book.entities.values(), book.quotations, book.events, book.positions, book.plans):
        if id is None or id in fact.about:
            yield {(passage.article, passage.sentence) for passage in fact.passages}


def _first_sentences(book: Book, articles: Iterable[str]) -> Iterator[Passage]:
    """The first sentence of each article, copies too."""
    for article in articles:
        source = book.sources[article]
        start, end = source.sentences[0]
        yield Passage(start=start, end=end, text=source.text[start:end], article=article, sentence=1)


if __name__ == "__main__":
    sys.exit(main())
