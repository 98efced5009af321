"""Editions of the repository's own book, built again and again as articles come and go."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from briefing_book.cli import main
from briefing_book.model import Edition
from briefing_book.yaml_files import read_yaml
from tests.conftest import ROOT, copy_book

BEIJING = "000_c7e1966979a86c71.txt"
DAY = 24 * 60 * 60
START = 1_677_400_000  # 26 February 2023
SETTINGS = "title: Two articles\nprint: {book: false, plans: 0, people: 1, countries: 0}\n"
MERGE = "merge:\n  - {names: [Li Keqiang, Xi Jinping], into: Xi Jinping, why: a trial}\n"


class Builder:
    """A book that is built on one day after the other."""

    def __init__(self, root: Path, environment: pytest.MonkeyPatch) -> None:
        self.root = root
        self._environment = environment
        self._day = 0

    def run(self, *arguments: str) -> int:
        """The exit status of a command on the next day."""
        self._environment.setenv("SOURCE_DATE_EPOCH", str(START + self._day * DAY))
        self._day += 1
        return main([*arguments, "--book", str(self.root)])

    def editions(self) -> list[Edition]:
        files = sorted((self.root / "editions").glob("*.yml"), key=lambda file: int(file.stem))
        return [read_yaml(file, Edition, {"number": file.stem}) for file in files]

    def hashes(self) -> dict[str, str]:
        made = (self.root / name for name in ("docs", "print", "editions"))
        files = sorted(file for folder in made for file in folder.rglob("*") if file.is_file())
        return {str(file): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.fixture(scope="module")
def builder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Builder]:
    """The book after its first edition, of one article."""
    root = tmp_path_factory.mktemp("editions") / "book"
    copy_book(ROOT, root)
    shutil.rmtree(root / "editions", ignore_errors=True)
    (root / "briefing.yml").write_text(SETTINGS)
    (root / "seeds" / BEIJING).rename(root / BEIJING)
    with pytest.MonkeyPatch.context() as environment:
        builder = Builder(root, environment)
        assert builder.run() == 0
        yield builder


def test_the_book_of_an_edition_grows_is_corrected_and_shrinks(
    builder: Builder, capsys: pytest.CaptureFixture[str]
) -> None:
    """One story in one test, for each step stands on the one before."""
    root = builder.root
    (first,) = builder.editions()
    assert first.date.isoformat() == "2023-02-26T08:26:40+00:00"

    before = builder.hashes()
    shutil.rmtree(root / ".build")  # which remembers that nothing changed
    assert builder.run() == 0
    assert builder.hashes() == before

    (root / BEIJING).rename(root / "seeds" / BEIJING)
    assert builder.run() == 0
    second = builder.editions()[1]
    assert list(second.came["articles"]) == [Path(BEIJING).stem]
    assert list(second.came["people"].values()) == ["Li Keqiang", "Vladimir Putin"]
    assert second.new["quotations"] == second.holds["quotations"] - first.holds["quotations"]
    assert second.date.day == 28

    (root / "editorial" / "corrections.yml").write_text(MERGE)
    assert builder.run() == 0
    third = builder.editions()[2]
    assert list(third.came["corrections"].values()) == [
        "“Li Keqiang” and “Xi Jinping” are one, told as Xi Jinping: a trial"
    ]
    assert not third.new
    assert third.went == {"people": ("people/li-keqiang",)}

    capsys.readouterr()
    assert builder.run("--since", "2023-02-28") == 0
    told = capsys.readouterr().out
    assert "New people:\n  Vladimir Putin\n" in told
    assert "are one, told as Xi Jinping: a trial" in told
    assert len(builder.editions()) == 3
    reader = PdfReader(root / "print" / "since-2023-02-28.pdf")
    text = " ".join(" ".join(page.extract_text().split()) for page in reader.pages)
    assert "What changed since 28 February 2023" in text
    assert "Third edition, 1 March 2023" in text
    for section in ("New articles", "New quotations", "Corrections"):
        assert section in text
    assert "“There are no taboo topics for cooperation,”" in text
    assert "sentence 12" in text
    assert reader.metadata
    assert reader.metadata.creation_date == third.date

    assert builder.run("print", "--since", "2024") == 0
    assert capsys.readouterr().out == "Nothing has changed since 2024.\n"
    assert builder.run("print", "--since", "soon") == 2
    assert "2026-11-01" in capsys.readouterr().err

    standing = {path: path.stat().st_mtime_ns for path in (root / "print").iterdir()}
    assert builder.run("--since", "2023-02-28") == 0
    assert "New people:\n  Vladimir Putin\n" in capsys.readouterr().out
    (root / "seeds" / BEIJING).unlink()
    assert builder.run() == 0
    since = root / "print" / "since-2023-02-28.pdf"
    assert since.stat().st_mtime_ns == standing[since], "a build leaves it as it was made"
    assert not list((root / "site").rglob("since-*.pdf"))
    fourth = builder.editions()[3]
    assert fourth.went["articles"] == (Path(BEIJING).stem,)
    assert "Article: In Beijing, the Belarusian ruler" in (root / "docs" / "changes.md").read_text()


def test_a_broken_edition_is_named_and_stops_nothing(
    builder: Builder, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = builder.root / "editions" / "1.yml"
    text = broken.read_text()
    broken.write_text("date: [")
    assert builder.run() == 0
    broken.write_text(text)
    (line,) = [line for line in capsys.readouterr().err.splitlines() if "1.yml" in line]
    assert line.startswith(f"warning: {broken}:")
    assert "first edition" in line
