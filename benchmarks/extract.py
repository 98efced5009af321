"""What finding facts costs beside bare spaCy: processor time, articles a second, peak memory, in one run.

usage: python -m benchmarks.extract

Reads the articles of all four sets in ../shared/quality beside the repository, or where QUALITY names
another folder. Both sides load the model; the facts are written.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from briefing_book.model import Article, Settings
from briefing_book.read import read_seed, seed_files

ROOT = Path(__file__).resolve().parents[1]
MODEL = Settings().pipelines["en"]
MB = 1024


def main() -> int:
    if len(sys.argv) > 1:
        SIDES[sys.argv[1]](articles())
        return 0
    number = len(articles())
    bare = measure("bare", number)
    facts = measure("facts", number)
    print(f"facts cost {facts / bare:.2f} times the processor time of bare nlp.pipe")
    return 0


def measure(side: str, number: int) -> float:
    """Runs one side as a process of its own, prints what it took, and gives its processor time in seconds."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.extract", side],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    rate = f"{spent:6.1f} s of processor  {wall:6.1f} s  {number / wall:5.1f} articles/s"
    print(f"{side:5s}  {rate}  {done.stdout.strip()}")
    return spent


def articles() -> list[Article]:
    dev = Path(os.environ.get("QUALITY", ROOT.parent / "shared" / "quality")) / "dev"
    sets = sorted(path.parent for path in dev.glob("*/articles"))
    return [a for gold in sets for p in seed_files(gold / "articles") for a in read_seed(p, gold).articles]


def bare(read: list[Article]) -> None:
    import spacy

    for _ in spacy.load(MODEL).pipe(article.text for article in read):
        pass
    print_peak()


def facts(read: list[Article]) -> None:
    from briefing_book.extract.many import extract_all
    from briefing_book.facts import write_facts

    with tempfile.TemporaryDirectory() as folder:
        for article, found in zip(read, extract_all(read, MODEL, ()), strict=True):
            write_facts(Path(folder), found, article.text)
    print_peak()


def print_peak() -> None:
    """The peak memory of this process and of the largest of its workers, added up."""
    own, workers = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"{own.ru_maxrss // MB} MB, and {workers.ru_maxrss // MB} MB the largest worker")


SIDES = {"bare": bare, "facts": facts}

if __name__ == "__main__":
    sys.exit(main())
