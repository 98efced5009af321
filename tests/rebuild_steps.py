"""What may happen to a book between two builds, each step at random."""

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

import yaml

from briefing_book.build import build, print_pages
from briefing_book.errors import BookError
from briefing_book.gather.add import Options
from briefing_book.gather.add import add as bring
from briefing_book.gather.network import Net
from tests.gather.conftest import Site, page

STORIES = (
    "Anna Lind, the mayor of Oslo, met Boris Kranz in Vienna on 3 March 2023. “We agreed on every point,” "
    "Lind said. Kranz rejected the new tax on grain.",
    "Norway and Austria signed a treaty on 4 March 2023, Oslo's mayor Anna Lind said. The United Nations "
    "welcomed it. “Nobody will go hungry,” said Mayor Lind.",
    "Boris Kranz resigned on 9 March 2023. “I have done what I could,” he told reporters. Annah Lind "
    "thanked him. Austria expects an election in May 2023.",
    "The mayor of Bergen, Carl Holm, visited Hungary on 5 March 2023. Holm said that the treaty was a "
    "mistake. Hungary's Prime Minister Viktor Orban met him on Monday.",
    "Kranz met Carl Holm. “We agreed on nearly every point,” Anna Lind said in Oslo. 300 soldiers left "
    "Hungary, according to the UN.",
)
CORRECTIONS: tuple[tuple[str, dict[str, object]], ...] = (
    ("merge", {"names": ["Annah Lind", "Anna Lind"], "into": "Anna Lind", "why": "a slip"}),
    ("rename", {"name": "Carl Holm", "to": "Carl Gustav Holm"}),
    ("drop", {"name": "Boris Kranz"}),
    ("alias", {"name": "Anna Lind", "aliases": ["The Mayor"]}),
    ("articles", {"article": "story-0", "published": "2023-03-03", "publisher": "The Paper"}),
    ("reject", {"article": "story-0", "kind": "quotations", "text": "We agreed on every point,"}),
)

HAND_EDITS = (
    (r"((?:name|person): )Boris Kranz\b", r"\1Boris J. Kranz"),
    (r"(?m)^quotations:\n(?:[- ].*\n)+", "quotations: []\n"),
    ("value: '2023-03-03'", "value: '2023-03-04'"),
    ("publisher: null", "publisher: The Hand"),
    (r"direct: true\n", "direct: false\n"),
)
"""Words in facts files, as patterns, and what a person writes instead."""

Step = Callable[[Random, Path], str]


def write_corrections(book: Path, known: dict[str, list[object]]) -> None:
    (book / "editorial/corrections.yml").write_text(yaml.safe_dump(known, allow_unicode=True))


def read_corrections(book: Path) -> dict[str, list[object]]:
    file = book / "editorial/corrections.yml"
    return (yaml.safe_load(file.read_text()) if file.exists() else None) or {}


def seeds(book: Path) -> list[Path]:
    return sorted(path for path in (book / "seeds").iterdir() if not path.name.startswith("."))


def add(random: Random, book: Path) -> str:
    number = random.randrange(len(STORIES))
    (book / f"seeds/story-{number}.txt").write_text(STORIES[number] + "\n")
    return f"add story-{number}"


def edit(random: Random, book: Path) -> str:
    seed = random.choice(seeds(book))
    seed.write_text(seed.read_text() + f"\n“Number {random.randrange(99)} is mine,” Anna Lind said.\n")
    return f"edit {seed.name}"


def remove(random: Random, book: Path) -> str:
    if len(seeds(book)) == 1:
        return "nothing to remove"
    seed = random.choice(seeds(book))
    seed.unlink()
    return f"remove {seed.name}"


def move(random: Random, book: Path) -> str:
    seed = random.choice(seeds(book))
    seed.rename(seed.with_name(f"moved-{random.randrange(99)}-{seed.name}"))
    return f"move {seed.name}"


def correct(random: Random, book: Path) -> str:
    kind, correction = random.choice(CORRECTIONS)
    known = read_corrections(book)
    if correction not in known.setdefault(kind, []):
        known[kind].append(correction)
    write_corrections(book, known)
    return f"correct: {kind}"


def undo(random: Random, book: Path) -> str:
    known = read_corrections(book)
    kinds = [kind for kind in known if known[kind]]
    if kinds:
        known[random.choice(kinds)].pop()
        write_corrections(book, known)
    return "undo"


def set_up(random: Random, book: Path) -> str:
    settings = {
        "title": random.choice(["One", "Another <b>"]),
        "publish": random.choice(["articles", "passages"]),
        "marking": random.choice([None, "For internal use"]),
        "print": {"people": 1, "countries": random.choice([0, 1])},
    }
    (book / "briefing.yml").write_text(yaml.safe_dump(settings))
    return f"settings: {settings}"


def write_page(random: Random, book: Path) -> str:
    page = book / "docs/mine.md"
    page.write_text(f"# Mine\n\nNumber {random.randrange(9)}, and [the people](people/index.md).\n")
    return "a page of one's own"


def merge_or_part(random: Random, book: Path) -> str:
    known, merge = read_corrections(book), CORRECTIONS[0][1]
    merges = known.setdefault("merge", [])
    (merges.remove if merge in merges else merges.append)(merge)
    write_corrections(book, known)
    return "merge" if merges else "part again"


def edit_facts(random: Random, book: Path) -> str:
    """By hand, in the file that the build before wrote."""
    files = sorted((book / "facts").glob("*.yml"))
    if not files:
        return "no facts to edit"
    file = random.choice(files)
    words, instead = random.choice(HAND_EDITS)
    file.write_text(re.sub(words, instead, file.read_text()))
    return f"edit {file.name} by hand: {words}"


def print_too(random: Random, book: Path) -> str:
    """Briefs that the settings do not ask for, of a book that may have changed since it was built."""
    done = random.choice((add, edit, correct))(random, book)
    pages = random.choice([["anna lind"], ["norway"], []])
    try:
        print_pages(book, pages, True, lambda doing: None)
    except BookError as problem:
        return f"{done}, print {pages}: {problem}"
    return f"{done}, print {pages}"


def stop_a_build(random: Random, book: Path) -> str:
    """Somebody stops a build half-way, and the book may change again before the next one."""
    done = [random.choice((add, edit, correct))(random, book)]
    left = random.randrange(1, 8)

    def stop(doing: str) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            done.append(f"stop {doing}")
            raise KeyboardInterrupt

    with suppress(KeyboardInterrupt):
        build(book, stop)
    return ", ".join([*done, random.choice((edit, remove, undo, nothing))(random, book)])


def nothing(random: Random, book: Path) -> str:
    return "nothing more"


class Bringing:
    """Articles that `add` brings: files from elsewhere, and pages of a site on this computer."""

    def __init__(self, site: Site, inbox: Path) -> None:
        self._site, self._inbox = site, inbox

    def file(self, random: Random, book: Path) -> str:
        number = random.randrange(len(STORIES))
        self._inbox.mkdir(exist_ok=True)
        file = self._inbox / f"letter-{number}.txt"
        file.write_text(f"---\nurl: https://paper.example/{number}\n---\n{STORIES[number]}\n")
        return self._brought(book, str(file))

    def address(self, random: Random, book: Path) -> str:
        number = random.randrange(len(STORIES))
        self._site.pages.setdefault(f"/{number}", page(f"Report {number}", STORIES[number]))
        return self._brought(book, self._site.url(f"/{number}"))

    def edited(self, random: Random, book: Path) -> str:
        """A page that its publisher has changed since it was brought, or did not change."""
        number = random.randrange(len(STORIES))
        more = f"“Number {random.randrange(3)} will do,” Boris Kranz said on Friday."
        self._site.pages[f"/{number}"] = page(f"Report {number}", STORIES[number], more)
        return self._brought(book, self._site.url(f"/{number}"))

    def _brought(self, book: Path, what: str) -> str:
        done = bring(book, [what], Options(private=True), lambda doing: None, Net(sleep=lambda seconds: None))
        return f"bring {what}: {[item.file for item in (*done.brought, *done.updated)]}"


STEPS: tuple[Step, ...] = (
    add,
    add,
    add,
    edit,
    edit,
    remove,
    move,
    correct,
    correct,
    undo,
    set_up,
    write_page,
    merge_or_part,
    edit_facts,
    edit_facts,
    print_too,
    stop_a_build,
)
