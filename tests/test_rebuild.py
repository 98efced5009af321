"""Whatever happens to a book, building it again gives what building it from nothing gives, byte for byte."""

import shutil
from functools import cache
from pathlib import Path
from random import Random

import pytest

from briefing_book.build import build
from briefing_book.extract import pipeline
from tests.gather.conftest import Site, site
from tests.rebuild_steps import STEPS, Bringing, add

__all__ = ["site"]  # the fixture

GIVEN = ("seeds", "editorial", "briefing.yml", "addresses.yml", "editions")
"""What a build starts from; the rest is made."""
MADE = ("facts", "docs", "print", "site", "addresses.yml", "editions", "editorial")


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


def same_as_clean(seed: int, steps: int, site: Site, folder: Path) -> None:
    """Do steps at random, and after each hold the book against one that is built from nothing."""
    random, book, done = Random(seed), folder / "book", []
    bringing = Bringing(site, folder / "inbox")
    choice = (*STEPS, bringing.file, bringing.address, bringing.address, bringing.edited, bringing.edited)
    (book / "seeds").mkdir(parents=True)
    (book / "editorial").mkdir()
    (book / "briefing.yml").write_text("print: {people: 1, countries: 0}\n")
    done.append(add(random, book))
    for number in range(steps):
        build(book, lambda doing: None)
        clean = built_from_nothing(book, folder / f"clean-{number}")
        assert made(book) == made(clean), done
        done.append(random.choice(choice)(random, book))


@pytest.mark.parametrize("seed", range(2))
def test_building_again_gives_what_building_from_nothing_gives(
    seed: int, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setattr(pipeline, "load", cache(pipeline.load))
    same_as_clean(seed, 8, site, tmp_path)
