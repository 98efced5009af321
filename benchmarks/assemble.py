"""What assembling a book costs: processor time and peak memory, for 1,000 and for 10,000 articles.

usage: python -m benchmarks.assemble [NUMBER | profile NUMBER]

The articles are invented (`synthetic.py`). Each size runs in a process of its own; making the articles is not
counted in the time, and what they take is counted in the memory.
"""

import cProfile
import json
import pstats
import resource
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.synthetic import PLAN, articles
from briefing_book.addresses import Addresses
from briefing_book.assemble import assemble
from briefing_book.model import Book, Corrections, Facts, Settings

ROOT = Path(__file__).resolve().parents[1]
SMALL, LARGE = 1_000, 10_000
MOST_SECONDS, MOST_MB, MOST_TIMES = 5, 500, 15
KB_IN_MB = 1024
PROFILED = 45


def main() -> int:
    match sys.argv[1:]:
        case []:
            return compare()
        case ["profile", number]:
            profile(int(number))
        case [number]:
            print(json.dumps(cost(int(number))))
    return 0


def compare() -> int:
    """Prints what either size takes; 1 where one of the bounds is broken."""
    small, large = measured(SMALL), measured(LARGE)
    times = large["seconds"] / small["seconds"]
    print(f"{LARGE} articles take {times:.1f} times the time of {SMALL} (at most {MOST_TIMES})")
    kept = small["seconds"] < MOST_SECONDS and small["mb"] < MOST_MB and times <= MOST_TIMES
    return 0 if kept else 1


def measured(number: int) -> dict[str, float]:
    """What one size costs in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.assemble", str(number)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    told: dict[str, float] = json.loads(done.stdout)
    of_memory = f"{told['mb']:.0f} MB, of which {told['articles_mb']:.0f} before assembling"
    print(f"{number:6d} articles: {told['seconds']:6.2f} s of processor, {of_memory}")
    return told


def cost(number: int) -> dict[str, float]:
    """The processor seconds and the megabytes, those of the articles too, and how much was assembled."""
    read = list(articles(number))
    before, start = peak(), time.process_time()
    book = book_of(read)
    seconds = time.process_time() - start
    sizes = {name: len(getattr(book, name)) for name in ("entities", "events", "quotations", "connections")}
    return {"seconds": seconds, "mb": peak(), "articles_mb": before, **sizes}


def book_of(read: list[tuple[Facts, str]]) -> Book:
    """The book of these articles."""
    return assemble(Settings(), read, (PLAN,), Corrections(), Addresses(), ())


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KB_IN_MB


def profile(number: int) -> None:
    """Prints which functions take the time."""
    read = list(articles(number))
    profiler = cProfile.Profile(time.process_time)
    profiler.runcall(book_of, read)
    pstats.Stats(profiler).sort_stats("cumulative").print_stats("briefing_book", PROFILED)


if __name__ == "__main__":
    sys.exit(main())
