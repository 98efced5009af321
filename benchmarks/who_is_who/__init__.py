"""How well the book tells who is who: pairwise and B³ precision, recall and F1.

Within an article, the items are the mentions that people marked, and their groups are the people of its
facts. Across articles, the items are pairs of an article and somebody named in it, and their groups are the
book's entities: an item is with the entity that most of its mentions are given to. What was not found at
all is a group of its own; "of those found" leaves it out, to judge the merging apart from the finding.

Two kinds of articles: those of the *.yml beside this, written for the purpose, where [[words|id]] marks each
mention;
and, where they are there, the articles of the set `people`, with names cut (cut_names.py).
"""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from benchmarks.who_is_who.cut_names import Cut, NamedArticles
from benchmarks.who_is_who.judging import Figures, Judged, across, figures_of, within
from benchmarks.who_is_who.marked import Annotated, Mention, Written, as_article, unmarked, written
from briefing_book.extract.many import extract_all
from briefing_book.model import Article, Facts, Settings

FOLDER = Path(__file__).parent
WRITTEN = {"written": FOLDER, "held out": FOLDER / "held_out"}
FLOORS = {"people within, B³ F1": 0.95, "people across, B³ F1": 0.90}


class Reader:
    """Finds the facts of articles; keeps them in a folder, where one is given, for the next time."""

    def __init__(self, keep: Path | None = None) -> None:
        self.keep = keep

    def read(self, articles: Sequence[Article]) -> list[Facts]:
        """The facts of these articles, in their order."""
        file = self._file(articles)
        if file and file.is_file():
            return msgspec.json.decode(file.read_bytes(), type=list[Facts])
        facts = list(extract_all(articles, Settings().pipelines, ()))
        if file:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(msgspec.json.encode(facts))
        return facts

    def _file(self, articles: Sequence[Article]) -> Path | None:
        digest = hashlib.sha256(msgspec.json.encode(articles)).hexdigest()[:16]
        return self.keep / f"{digest}.json" if self.keep else None


def rows(reader: Reader, quality: Path, only: str | None = None) -> Iterator[tuple[str, list[Judged]]]:
    """Each row's name and items; `only` names the articles to judge: written, held out, or cut."""
    for name, folder in WRITTEN.items():
        if only in (None, name):
            yield from _written_rows(reader, name, written(folder))
    if only in (None, "cut") and (quality / "dev" / "people").is_dir():
        yield from _cut_rows(reader, quality / "dev" / "people")


def _written_rows(reader: Reader, name: str, items: list[Written]) -> Iterator[tuple[str, list[Judged]]]:
    people = [unmarked(item, organisations=False) for item in items]
    others = [unmarked(item, organisations=True) for item in items]
    facts = reader.read([item.article for item in people])
    yield f"{name}: people within", within(people, facts, "people")
    yield f"{name}: people across", across(people, facts, "people")
    yield f"{name}: organisations across", across(others, facts, "organisations")


def _cut_rows(reader: Reader, folder: Path) -> Iterator[tuple[str, list[Judged]]]:
    named = NamedArticles.load(folder)
    whole, parts = ([_annotated(cut) for cut in cuts] for cuts in (named.within(), named.across()))
    yield "cut: people within", within(whole, reader.read([item.article for item in whole]), "people")
    yield "cut: people across", across(parts, reader.read([item.article for item in parts]), "people")


def _annotated(cut: Cut) -> Annotated:
    id, text, mentions = cut
    return Annotated(as_article(id, text), tuple(Mention(*mention) for mention in mentions))


def measure(quality: Path) -> Figures:
    """All figures, by row and name. Where `quality` is not there, those of the written articles alone."""
    figures: Figures = {}
    for name, judged in rows(Reader(), quality):
        figures |= figures_of(f"who is who, {name}", judged)
    return figures


def below(figures: Figures) -> list[str]:
    """One line for each figure that is under its floor."""
    return [
        f"{name} is {value:.3f}, and its floor {floor:.2f}"
        for name, value in figures.items()
        for ending, floor in FLOORS.items()
        if name.endswith(ending) and value < floor
    ]
