"""What building a book again costs, beside building it from nothing: seconds and peak memory.

usage: python -m benchmarks.rebuild [NUMBER]

The book has so many invented articles in plain English (`news.py`), 1,000 unless told otherwise, and default
settings. It is built from nothing, then again with nothing changed, with one article more, and with one
correction at a time: a fact rejected, the most named person renamed, and at last a country, which no bound
is for, since most pages name it. Each build is a run of the command. `mkdocs build` of the same pages
is timed for comparison.
"""

import csv
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.news import seeds
from benchmarks.plain_mkdocs import plain_seconds

ROOT = Path(__file__).resolve().parents[1]
NUMBER = 1_000
MOST_UNCHANGED, MOST_CHANGED, MOST_PART, MOST_MB = 1.5, 20.0, 0.08, 1_000
KB_IN_MB = 1024

Sections = dict[str, list[dict[str, str]]]
"""What stands in a book's corrections; JSON is YAML too."""


class Cost(NamedTuple):
    """What one build took: seconds from start to end, seconds of processor, and the largest process's MB."""

    wall: float
    processor: float
    mb: float


def main() -> int:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else NUMBER
    with TemporaryDirectory() as folder:
        return measure(Path(folder) / "book", number)


def measure(book: Path, number: int) -> int:
    """Prints what each build takes; 1 where one of the bounds is broken."""
    *written, (new, text) = seeds(number + 1)
    (book / "seeds").mkdir(parents=True)
    for name, each in written:
        (book / "seeds" / name).write_text(each, encoding="utf-8")
    clean = told("from nothing", built(book))
    plain = plain_seconds(book / "docs")
    print(f"{'plain mkdocs build of its pages':32} {plain:7.1f} s of processor", flush=True)
    same = told("nothing changed", built(book))
    (book / "seeds" / new).write_text(text, encoding="utf-8")
    more = told("one article more", built(book))
    changed = [more, *(corrected(book, what, section) for what, section in corrections(book))]
    country = {"name": "Russia", "to": "Russian Federation"}
    corrected(book, "a country renamed", {"rename": [country]})
    kept = same.wall < MOST_UNCHANGED and max(each.mb for each in (clean, *changed)) < MOST_MB
    most = max(each.wall for each in changed)
    print(f"at most {most / clean.wall:.1%} of the time from nothing for one article or one correction")
    return 0 if kept and most < min(MOST_CHANGED, MOST_PART * clean.wall) else 1


def corrections(book: Path) -> Iterator[tuple[str, Sections]]:
    """What to correct in the book, and the sections for it."""
    first = rows(book, "quotations")[0]
    rejected = {"article": first["article"], "kind": "quotations", "text": first["text"]}
    yield "a quotation rejected", {"reject": [rejected]}
    name = max(rows(book, "people"), key=lambda person: int(person["articles"]))["name"]
    yield "the most named person renamed", {"rename": [{"name": name, "to": f"Grand {name}"}]}


def rows(book: Path, table: str) -> list[dict[str, str]]:
    """A table of the book's data."""
    with (book / f"docs/data/{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def corrected(book: Path, what: str, sections: Sections) -> Cost:
    """What a correction takes, in the place of the one before."""
    file = book / "editorial/corrections.yml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(sections), encoding="utf-8")
    return told(what, built(book))


def built(book: Path) -> Cost:
    """What one run of the command takes."""
    start = time.perf_counter()
    command = [sys.executable, str(ROOT / "build_briefing.py"), "--book", str(book), "--strict"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit("the build failed")
    wall = time.perf_counter() - start
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / KB_IN_MB)


def told(what: str, cost: Cost) -> Cost:
    print(
        f"{what:32} {cost.wall:7.1f} s, {cost.processor:7.1f} s of processor, {cost.mb:5.0f} MB", flush=True
    )
    return cost


if __name__ == "__main__":
    sys.exit(main())
