"""What building a book again costs, beside building it from nothing: seconds and peak memory.

usage: python -m benchmarks.rebuild [NUMBER]

The book has so many invented articles in plain English (`news.py`), 1,000 unless told otherwise, and default
settings. It is built from nothing, then again with nothing changed, with one article more, and with one
correction at a time, in the place of the one before: a fact rejected, a person renamed whom few articles name
(the middle one of all people), and the one whom most name. At last the most named country is renamed; no
bound of time is for that, since most pages name it. Each build is a run of the command. `mkdocs build` of the
same pages is timed for comparison.
"""

import csv
import json
import os
import subprocess
import sys
import time
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
    print(f"{'plain mkdocs build of its pages':44} {plain:7.1f} s of processor", flush=True)
    same = told("nothing changed", built(book))
    (book / "seeds" / new).write_text(text, encoding="utf-8")
    more = told("one article more", built(book))
    people, countries = named(book, "people/"), named(book, "countries/")
    changed = [
        more,
        corrected(book, "a quotation rejected", {"reject": [a_quotation(book)]}),
        renamed(book, "a person renamed", people[len(people) // 2]),
        renamed(book, "the most named person renamed", people[-1]),
    ]
    country = renamed(book, "the most named country renamed", countries[-1])
    kept = same.wall < MOST_UNCHANGED and max(each.mb for each in (clean, *changed, country)) < MOST_MB
    most = max(each.wall for each in changed)
    print(f"at most {most / clean.wall:.1%} of the time from nothing for one article or one correction")
    return 0 if kept and most < min(MOST_CHANGED, MOST_PART * clean.wall) else 1


def named(book: Path, kind: str) -> list[tuple[int, str]]:
    """The people or countries of the book, the most named last, each after the number of its articles."""
    articles: dict[str, set[str]] = {}
    for row in rows(book, "mentions"):
        if row["entity"].startswith(kind):
            articles.setdefault(row["name"], set()).add(row["article"])
    return sorted((len(found), name) for name, found in articles.items())


def a_quotation(book: Path) -> dict[str, str]:
    """The first quotation of the book, as corrections name it."""
    first = rows(book, "quotations")[0]
    return {"article": first["article"], "kind": "quotations", "text": first["text"]}


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


def renamed(book: Path, what: str, named: tuple[int, str]) -> Cost:
    """What another name takes, for whom so many articles name."""
    number, name = named
    return corrected(book, f"{what} (in {number})", {"rename": [{"name": name, "to": f"Grand {name}"}]})


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
        f"{what:44} {cost.wall:7.1f} s, {cost.processor:7.1f} s of processor, {cost.mb:5.0f} MB", flush=True
    )
    return cost


if __name__ == "__main__":
    sys.exit(main())
