"""The PDFs of a book in its `print/` folder: only those whose content changed are made again.

A brief that cannot be made leaves the last good one where it is, and stops no other.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from operator import attrgetter
from pathlib import Path
from types import TracebackType

from briefing_book.editions import History
from briefing_book.model import Brief, Record, Settings
from briefing_book.publish.print.manifest import FOLDER, MANIFEST, load_briefs, manifest
from briefing_book.publish.print.press import Outcome, Press, Wanted
from briefing_book.render.pictures.of_book import Drawings
from briefing_book.render.view import View
from briefing_book.storage.staging import Staging

_MOST_MISSING = 40


class Briefs(Record, frozen=True):
    """All PDFs that stand in `print/`, and those of them that were asked for.

    Of these the files made just now, those that could not be made, and what went wrong, a line each.
    """

    all: tuple[Brief, ...]
    asked: tuple[Brief, ...]
    made: tuple[str, ...]
    failed: tuple[str, ...]
    problems: tuple[str, ...]


def print_briefs(
    root: Path,
    staging: Staging,
    view: View,
    settings: Settings,
    templates: Path,
    wanted: Iterable[Wanted],
    history: History | None = None,
    others: bool = True,
) -> Briefs:
    """Make these briefs of the book in the folder `root`; `others` that stand there stay, or go.

    `history` tells of its editions, if it is given.
    """
    with PrintRun(root, staging, Drawings(view), settings, templates, wanted, history, others) as run:
        return run.finish()


class PrintRun(Mapping[str, tuple[Brief, ...]]):
    """Briefs that are being made, as `print_briefs` says, in a `with` statement, while other work goes on.

    By the ids of their pages, the briefs of each, the longer first: whoever asks for them waits for them.
    """

    def __init__(
        self,
        root: Path,
        staging: Staging,
        drawings: Drawings,
        settings: Settings,
        templates: Path,
        wanted: Iterable[Wanted],
        history: History | None = None,
        others: bool = True,
    ) -> None:
        self._staging, self._others = staging, others
        self._press = Press(root, drawings, settings, templates, history)
        self._before = {brief.file: brief for brief in load_briefs(root / FOLDER)}
        self._wanted = tuple(wanted)
        self._outcomes: dict[str, Callable[[], Outcome]] = {}

    def __enter__(self) -> "PrintRun":
        with ExitStack() as stack:
            stack.enter_context(self._press.setter)
            for each in self._wanted:
                self._outcomes[each.file] = self._press.begin(each, self._before.get(each.file))
            self._leave = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._leave.close()

    def __getitem__(self, id: str) -> tuple[Brief, ...]:
        files = [each.file for each in sorted(self._wanted, key=attrgetter("one_page")) if each.id == id]
        if not files:
            raise KeyError(id)
        found = (self._outcomes[file]().brief for file in files)
        return tuple(brief for brief in found if brief)

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(each.id for each in self._wanted))

    def __len__(self) -> int:
        return len(list(self))

    def finish(self) -> Briefs:
        """Wait for all of them, and let them stand in `print/`."""
        outcomes = {file: outcome() for file, outcome in self._outcomes.items()}
        made = {file: outcome.pdf for file, outcome in outcomes.items() if outcome.pdf}
        for file, pdf in made.items():
            self._staging.write(f"{FOLDER}/{file}", pdf)
        asked = {file: outcome.brief for file, outcome in outcomes.items() if outcome.brief}
        standing = self._with_others(asked)
        self._staging.write(f"{FOLDER}/{MANIFEST}", manifest(standing))
        failed = {file: outcome.problem for file, outcome in outcomes.items() if outcome.problem}
        problems = (*self._press.problems, *_told(failed), *_missing(asked.values()))
        return Briefs(standing, tuple(asked.values()), tuple(made), tuple(failed), problems)

    def _with_others(self, asked: dict[str, Brief]) -> tuple[Brief, ...]:
        """The briefs that stand in the end; the others are removed if they are to go."""
        briefs = self._before | asked
        if not self._others:
            self._press.remember()
            for file in briefs.keys() - asked.keys():
                self._staging.remove(f"{FOLDER}/{file}")
            briefs = asked
        return tuple(briefs[file] for file in sorted(briefs))


def _told(failed: Mapping[str, str]) -> Iterator[str]:
    """What went wrong with which files, a line for each problem."""
    for problem in dict.fromkeys(failed.values()):
        files = [file for file, why in failed.items() if why == problem]
        several = f"{files[0]} and {len(files) - 1} more" if len(files) > 1 else files[0]
        yield f"{problem} (in {several}; where there was one, the last good brief is kept)"


def _missing(briefs: Iterable[Brief]) -> Iterator[str]:
    """The characters of these briefs that no face has, in one line."""
    missing = sorted({character for brief in briefs for character in brief.missing})
    if missing:
        listed = " ".join(f"{c} (U+{ord(c):04X})" for c in missing[:_MOST_MISSING])
        more = f" and {len(missing) - _MOST_MISSING} more" if len(missing) > _MOST_MISSING else ""
        yield f"print: no font has {listed}{more}; name a folder with one in briefing.yml: print, fonts"
