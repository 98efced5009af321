"""Builds that are killed at one file operation after another: `python -m tests.killing BOOK CHANGED [EVERY]`.

BOOK is a built book, CHANGED the same with other inputs. At the n-th, 2n-th … operation of its build a twin
of the building process is killed, and what stands then is copied. There the site is the one before or the one
after; so is all of the book, once what is ready is put into place; and the next build finishes the work,
tried once from all that is left the same. The copies stand beside CHANGED.
"""

import functools
import os
import shutil
import sys
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment

from briefing_book import cli
from briefing_book.storage.staging import Staging
from tests.storage.kills import Files, copied, files_in, in_child, twins_killed

MADE = ("facts", "docs", "print", "site", "addresses.yml", "editions", "editorial")


def main() -> int:
    built, changed, every = Path(sys.argv[1]), Path(sys.argv[2]), int([*sys.argv, "1"][3])
    os.environ["SOURCE_DATE_EPOCH"] = "1700000000"
    _prepare()
    wanted = copied(changed, changed.with_name("wanted"))
    _build(wanted)
    trial = _Trial(copied(changed, changed.with_name("building")), built, wanted)
    twins_killed(partial(_build, trial.book), every, trial.look)
    trial.finish()
    for problem in trial.problems:
        print(problem, file=sys.stderr)
    kills, old = trial.stood.total(), trial.stood["old"]
    print(f"killed {kills} times: {old} left the old book, {kills - old} the new one")
    print(f"the next build was tried from all {len(trial.left)} states that were left")
    return 1 if trial.problems else 0


def _prepare() -> None:
    """Have all that a build imports, loads and compiles before children are forked: they then cost little.

    spaCy is imported here, for the typesetter's process imports this module too.
    """
    from briefing_book.extract import pipeline

    pipeline.load = functools.cache(pipeline.load)
    compiles, compiled = Environment.compile, dict[object, Any]()

    def compiled_once(environment: Environment, source: str, *names: Any, **more: Any) -> Any:
        key = source, names, tuple(more.items())
        if key not in compiled:
            compiled[key] = compiles(environment, source, *names, **more)
        return compiled[key]

    Environment.compile = compiled_once  # type: ignore[method-assign, assignment]


class _Trial:
    """What must hold of `book` after each kill: it is as before or as `wanted`, and its site too."""

    def __init__(self, book: Path, built: Path, wanted: Path) -> None:
        self.book = book
        self._books = {"old": _made(files_in(book)), "new": _made(files_in(wanted))}
        self._sites = [files_in(each / "site") for each in (built, wanted)]
        self.stood: Counter[str] = Counter()
        self.left: dict[int, Path] = {}
        self.problems: list[str] = []

    def look(self, at: int) -> None:
        """Look at what a kill at this operation left."""
        copy = copied(self.book, self.book.with_name(f"killed-{at}"))
        _number_anew(self.book, copy)
        if files_in(copy / "site") not in self._sites:
            self.problems.append(f"killed at operation {at}: the site is neither the old one nor the new one")
        Staging(copy)
        files = files_in(copy)
        stands = [name for name, made in self._books.items() if made == _made(files)]
        if not stands:
            self.problems.append(f"killed at operation {at}: the book is neither the old one nor the new one")
        self.stood.update(stands[:1])
        if copy != self.left.setdefault(hash(tuple(files.items())), copy):
            shutil.rmtree(copy)

    def finish(self) -> None:
        """Build what was left."""
        for copy in self.left.values():
            if in_child(partial(_build, copy)) or _made(files_in(copy)) != self._books["new"]:
                self.problems.append(f"{copy.name}: the next build does not finish the work")


def _number_anew(book: Path, copy: Path) -> None:
    """Let a copied journal name the copied site by its own number in the file system."""
    journal = copy / ".build/done/journal.json"
    if journal.exists():
        text = journal.read_text()
        for place in ("site", ".build/done/site"):
            if (book / place).exists():
                number = f'"site":{(book / place).stat().st_ino}'
                text = text.replace(number, f'"site":{(copy / place).stat().st_ino}')
        journal.write_text(text)


def _build(book: Path) -> None:
    """As the command does it."""
    if status := cli.main(["build", "--book", str(book)]):
        raise SystemExit(status)


def _made(files: Files) -> Files:
    return {path: data for path, data in files.items() if path.partition("/")[0] in MADE}


if __name__ == "__main__":
    sys.exit(main())
