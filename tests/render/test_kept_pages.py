"""Pages that are kept from the build before are those that a build from nothing makes, to the letter."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from random import Random

import msgspec
import pytest
from msgspec.structs import replace

from benchmarks.synthetic import PLAN, articles
from briefing_book.addresses import Addresses, addresses_of
from briefing_book.assemble import assemble
from briefing_book.editions import History, next_edition, things_of
from briefing_book.model import (
    Book,
    Brief,
    Corrections,
    Drop,
    Edition,
    Facts,
    Merge,
    Reject,
    Rename,
    Settings,
)
from briefing_book.render import paging, render
from tests.render.small_book import TEMPLATES, small_book

MOST, FEWEST, STEPS = 6, 2, 4
MADE = datetime(2030, 1, 1, tzinfo=UTC)
ACROSS = ("index", "changes", "connections", "review", "about", "differences", "timeline", "quotations")
INDEXES = ("people", "countries", "organisations", "plans", "sources", "data")
WHOLE = {*(f"{name}.md" for name in ACROSS), *(f"{name}/index.md" for name in INDEXES)}
"""The pages on the whole book, which may ask for all of it."""


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists are cut, and stand in parts, in a small book too."""
    monkeypatch.setattr(paging, "PART", 12_000)
    monkeypatch.setattr("briefing_book.render.lists.PART", 12_000)
    monkeypatch.setattr("briefing_book.render.lists.WHOLE", 12_000)
    monkeypatch.setattr(paging.cut, "__defaults__", (4_000,))


@cache
def found() -> tuple[tuple[Facts, str], ...]:
    return tuple(articles(MOST))


@dataclass
class Desktop:
    """A book in a person's hands, who changes it at random."""

    random: Random
    settings: Settings
    inside: list[int] = field(default_factory=lambda: list(range(FEWEST + 1)))
    corrections: Corrections = field(default_factory=Corrections)
    ledger: Addresses = field(default_factory=Addresses)
    editions: tuple[Edition, ...] = ()
    briefs: dict[str, tuple[Brief, ...]] = field(default_factory=dict)

    def book(self) -> Book:
        read = [found()[number] for number in sorted(self.inside)]
        book = assemble(self.settings, read, (PLAN,), self.corrections, self.ledger, ())
        self.ledger = addresses_of(book, self.ledger)
        return book

    def history(self, book: Book) -> History:
        things = things_of(book, {})
        made = next_edition(things, self.editions, lambda: MADE)
        self.editions += (made,) if made else ()
        return History(book, things, self.editions)

    def change(self, book: Book) -> None:
        changes: list[Callable[[Book], None]] = [
            *(self.add, self.add, self.take, self.merge, self.rename, self.drop, self.reject),
            *(self.undo, self.retitle, self.print),
        ]
        self.random.choice(changes)(book)

    def add(self, book: Book) -> None:
        if outside := sorted(set(range(MOST)) - set(self.inside)):
            self.inside.append(self.random.choice(outside))

    def take(self, book: Book) -> None:
        if len(self.inside) > FEWEST:
            self.inside.remove(self.random.choice(self.inside))

    def merge(self, book: Book) -> None:
        one, other = self.random.sample([e.name for e in book.entities.values() if e.kind == "people"], 2)
        self.correct(merge=(Merge(names=(one, other), into=one),))

    def rename(self, book: Book) -> None:
        name = self.random.choice([entity.name for entity in book.entities.values()])
        self.correct(rename=(Rename(name=name, to=f"{name} Renamed"),))

    def drop(self, book: Book) -> None:
        self.correct(drop=(Drop(name=self.random.choice([e.name for e in book.entities.values()])),))

    def reject(self, book: Book) -> None:
        event = self.random.choice(book.events).passages[0]
        self.correct(reject=(Reject(article=event.article, kind="events", text=event.text),))

    def undo(self, book: Book) -> None:
        self.corrections = Corrections()

    def retitle(self, book: Book) -> None:
        self.settings = replace(self.settings, title=f"{self.settings.title}!")

    def print(self, book: Book) -> None:
        id = self.random.choice([entity.id for entity in book.entities.values() if entity.page])
        brief = Brief(id, f"{id}.pdf", "A brief", 3, 4000, "digest")
        self.briefs = {} if self.briefs else {id: (brief,)}

    def correct(self, **more: tuple[object, ...]) -> None:
        own = {name: (*getattr(self.corrections, name), *each) for name, each in more.items()}
        self.corrections = replace(self.corrections, **own)


@pytest.mark.parametrize(("seed", "publish"), [(0, "articles"), (1, "passages")])
def test_after_any_changes_kept_pages_are_those_of_a_build_from_nothing(seed: int, publish: str) -> None:
    desktop = Desktop(Random(seed), msgspec.convert({"publish": publish}, Settings))
    memory, texts = None, dict[str, str]()
    for _ in range(STEPS):
        book = desktop.book()
        history = desktop.history(book)
        kept = render(book, TEMPLATES, history, desktop.briefs, memory)
        clean = render(book, TEMPLATES, history, desktop.briefs)
        texts = {path: kept[path] if path in kept.made else texts[path] for path in kept}
        assert texts == dict(clean) and kept.hashes == clean.hashes
        memory = kept.memory
        desktop.change(book)


@pytest.fixture(scope="module")
def memory() -> bytes:
    return render(small_book(), TEMPLATES).memory


def test_of_an_unchanged_book_no_page_is_made_again(memory: bytes) -> None:
    again = render(small_book(), TEMPLATES, before=memory)
    assert [path for path in again.made if path.endswith(".md")] == []
    assert again["index.md"] == render(small_book(), TEMPLATES)["index.md"]


def test_a_new_name_is_shown_wherever_the_old_one_was_and_nothing_else_is_made(memory: bytes) -> None:
    book = small_book()
    lee = book.entities["people/ann-lee"]
    renamed = replace(book, entities=book.entities | {lee.id: replace(lee, name="Ann Lee-Park")})
    made, before = render(renamed, TEMPLATES, before=memory), render(book, TEMPLATES)
    clean = render(renamed, TEMPLATES)
    assert {path for path in clean if clean[path] != before[path]} <= made.made
    assert "countries/norland.md" in made.made and "plans/roads-2024/2-grain.md" not in made.made


@pytest.mark.parametrize("harm", [bytes.upper, lambda data: data[:-9], lambda data: data[9:]])
def test_a_memory_that_is_not_whole_is_none(memory: bytes, harm: Callable[[bytes], bytes]) -> None:
    made = render(small_book(), TEMPLATES, before=harm(memory))
    assert made.made == set(made)


def test_other_templates_make_all_pages_again(memory: bytes, tmp_path: Path) -> None:
    for path in TEMPLATES.glob("*.j2"):
        (tmp_path / path.name).write_text(path.read_text())
    (tmp_path / "about.md.j2").write_text("# Another\n")
    made = render(small_book(), tmp_path, before=memory)
    assert made.made == set(made) and made["about.md"] == "# Another\n"


def test_only_pages_on_the_whole_book_ask_for_all_of_it() -> None:
    """A page that does is made again with every new article."""
    memory = render(Desktop(Random(0), Settings()).book(), TEMPLATES).memory
    _, answered, pages, _ = msgspec.msgpack.decode(memory[16:])
    all_of_it = [(table, key) for table, key, _ in answered].index(("book", ""))
    assert {path for path, (_, answers, *_) in pages.items() if all_of_it in answers} <= WHOLE
    assert any(path.startswith("quotations/") for path in pages)
