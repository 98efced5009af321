"""What printing costs: processor time and peak memory, for the book of this folder and for one of 400 pages.

usage: python -m benchmarks.print [seeds | NUMBER]

`seeds` makes the briefs of the two articles, with the fonts already loaded. A NUMBER makes the book of so
many invented articles (`synthetic.py`); 555 of them fill some 400 pages. Each runs in a process of its own;
reading and assembling are not counted, and what they take of the memory is told.
"""

import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.assemble import book_of
from benchmarks.synthetic import articles
from briefing_book.build import build
from briefing_book.model import Book, Printing, Settings
from briefing_book.publish.print.briefs import print_briefs
from briefing_book.publish.print.choice import choose
from briefing_book.publish.print.contents import BOOK
from briefing_book.publish.print.fonts import Faces
from briefing_book.publish.print.press import Wanted
from briefing_book.render.view import View
from briefing_book.storage.staging import Staging
from tests.conftest import copy_book

ROOT = Path(__file__).resolve().parents[1]
LARGE, ROWS = 555, 760
MOST_SECONDS, MOST_LARGE_SECONDS, MOST_LARGE_MB = 5, 20, 1200
KB_IN_MB = 1024


def main() -> int:
    match sys.argv[1:]:
        case []:
            return compare()
        case ["seeds"]:
            print(json.dumps(of_seeds()))
        case [number]:
            print(json.dumps(of_many(int(number))))
    return 0


def compare() -> int:
    """Prints what either takes; 1 where one of the bounds is broken."""
    small, large = measured("seeds"), measured(str(LARGE))
    kept = small["wall"] < MOST_SECONDS
    kept &= large["seconds"] < MOST_LARGE_SECONDS and large["mb"] < MOST_LARGE_MB
    return 0 if kept else 1


def measured(which: str) -> dict[str, float]:
    """What one costs in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.print", which]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    of_memory = f"{told['mb']:.0f} MB, of which {told['before_mb']:.0f} before printing"
    print(f"{which:>6}: {told['pages']} pages in {told['briefs']} briefs: {told['wall']:.1f} s,", end=" ")
    print(f"{told['seconds']:.1f} s of processor, {of_memory}", flush=True)
    return told


def of_seeds() -> dict[str, float]:
    """All briefs that the settings ask for, of this folder's book."""
    with TemporaryDirectory() as folder:
        copy_book(ROOT, root := Path(folder) / "book")
        view = View(build(root, lambda doing: None).book)
        return cost(view, choose(view, Settings().print), Settings())


def of_many(number: int) -> dict[str, float]:
    """The whole book of so many invented articles."""
    book: Book = book_of(list(articles(number)))
    return cost(View(book), [BOOK], Settings(print=Printing(rows=ROWS)))


def cost(view: View, ids: list[str], settings: Settings) -> dict[str, float]:
    """The seconds and the megabytes that these briefs take, and how many they are."""
    Faces()
    wanted = [Wanted(id) for id in ids]
    with TemporaryDirectory() as folder:
        before, wall, start = peak(), time.perf_counter(), processor()
        made = print_briefs(Path(folder), Staging(Path(folder)), view, settings, ROOT / "templates", wanted)
        taken = {"wall": time.perf_counter() - wall, "seconds": processor() - start}
    pages = sum(brief.pages for brief in made.all)
    return {**taken, "mb": peak(), "before_mb": before, "pages": pages, "briefs": len(made.all)}


def processor() -> float:
    """The processor seconds of this process and of the ended ones that it began."""
    own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def peak() -> float:
    """The largest of this process and of those that it began, in MB."""
    both = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(which).ru_maxrss for which in both) / KB_IN_MB


if __name__ == "__main__":
    sys.exit(main())
