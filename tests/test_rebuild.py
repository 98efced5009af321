"""Whatever happens to a book, building it again gives what building it from nothing gives, byte for byte."""

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
import yaml

from briefing_book.build import build

GIVEN = ("seeds", "editorial", "briefing.yml", "addresses.yml", "editions")
"""What a build starts from; the rest is made."""
MADE = ("facts", "docs", "print", "site", "addresses.yml", "editions", "editorial")

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

Step = Callable[[Random, Path], str]


def write_corrections(book: Path, known: dict[str, list[object]]) -> None:
    (book / "editorial/corrections.yml").write_text(yaml.safe_dump(known, allow_unicode=True))


def read_corrections(book: Path) -> dict[str, list[object]]:
    file = book / "editorial/corrections.yml"
    return (yaml.safe_load(file.read_text()) if file.exists() else None) or {}


def seeds(book: Path) -> list[Path]:
    return sorted((book / "seeds").iterdir())


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
)


def made(book: Path) -> dict[str, bytes]:
    places = [book / name for name in MADE]
    files = [path for place in places for path in (place, *place.rglob("*")) if path.is_file()]
    return {path.relative_to(book).as_posix(): path.read_bytes() for path in files}


def built_from_nothing(book: Path, folder: Path) -> Path:
    folder.mkdir()
    for name in GIVEN:
        if (book / name).is_dir():
            shutil.copytree(book / name, folder / name)
        elif (book / name).exists():
            shutil.copy(book / name, folder / name)
    if (book / "docs/mine.md").exists():
        (folder / "docs").mkdir()
        shutil.copy(book / "docs/mine.md", folder / "docs/mine.md")
    build(folder, lambda doing: None)
    return folder


@pytest.mark.parametrize("seed", range(2))
def test_building_again_gives_what_building_from_nothing_gives(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    random, book, done = Random(seed), tmp_path / "book", []
    (book / "seeds").mkdir(parents=True)
    (book / "editorial").mkdir()
    (book / "briefing.yml").write_text("print: {people: 1, countries: 0}\n")
    done.append(add(random, book))
    for number in range(8):
        build(book, lambda doing: None)
        clean = built_from_nothing(book, tmp_path / f"clean-{number}")
        assert made(book) == made(clean), done
        done.append(random.choice(STEPS)(random, book))
