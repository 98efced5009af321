"""How good the facts are, measured on articles that people annotated, beside the last committed figures.

usage: python -m benchmarks.quality [--save]

The sets are looked for in ../shared/quality beside the repository, or where QUALITY names another folder:
score.py and dev/<set>/articles. Exits with 1 where a figure has dropped by more than .005, or is below its
floor. Where the sets are not there, only who is who in the written articles is measured.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import who_is_who
from briefing_book.extract.many import extract_all
from briefing_book.facts import write_facts
from briefing_book.model import Settings
from briefing_book.read import read_seed, seed_files

ROOT = Path(__file__).resolve().parents[1]
COMMITTED = Path(__file__).with_suffix(".json")
DROP = 0.005
SETS = ("countries", "quotations", "dates", "people")
EXACT = "spans that are not their text"

Figures = dict[str, float]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--save", action="store_true", help="write the figures to be committed")
    options = parser.parse_args()
    quality = Path(os.environ.get("QUALITY", ROOT.parent / "shared" / "quality"))
    figures = measure(quality) | who_is_who.measure(quality)
    committed = json.loads(COMMITTED.read_text()) if COMMITTED.is_file() else {}
    dropped = compare(figures, committed)
    if options.save:
        COMMITTED.write_text(json.dumps(committed | figures, indent=2, ensure_ascii=False) + "\n")
        return 0
    below = who_is_who.below(figures)
    for line in below:
        print(line)
    return 1 if dropped or below else 0


def measure(quality: Path) -> Figures:
    """All figures of all sets, by set, row and name; none where the sets are not there."""
    if not (quality / "score.py").is_file():
        print(f"The annotated articles are not at {quality}; QUALITY can name another folder.")
        return {}
    figures: Figures = {}
    for name in SETS:
        with tempfile.TemporaryDirectory() as folder:
            build_facts(quality / "dev" / name, Path(folder))
            figures |= score(quality, name, Path(folder))
    return figures


def build_facts(gold: Path, folder: Path) -> None:
    """The facts of a set's articles, into `folder`."""
    articles = [a for path in seed_files(gold / "articles") for a in read_seed(path, gold).articles]
    for article, facts in zip(articles, extract_all(articles, Settings().pipelines, ()), strict=True):
        write_facts(folder, facts, article.text)


def score(quality: Path, name: str, facts: Path) -> Figures:
    """What score.py says of the facts of one set."""
    command = [sys.executable, quality / "score.py", quality / "dev" / name, facts, "--json"]
    rows = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)[name]
    return {
        f"{name}: {row}, {figure}": round(value, 4)
        for row, values in rows.items()
        for figure, value in values.items()
        if isinstance(value, float) or figure == EXACT
    }


def compare(figures: Figures, committed: Figures) -> list[str]:
    """Prints both side by side and gives the names of the figures that have dropped."""
    dropped = []
    for name, value in figures.items():
        before = committed.get(name)
        worse = before is not None and (value > before if EXACT in name else value < before - DROP)
        dropped += [name] if worse else []
        beside = "" if before is None else f"  {before:.3f}  {value - before:+.3f}"
        print(f"{name:66s} {value:.3f}{beside}{'  DROPPED' if worse else ''}")
    return dropped


if __name__ == "__main__":
    sys.exit(main())
