"""Typst makes a PDF of a brief: tagged, for PDF/UA-1, the same bytes every time.

It runs in a process of its own, for it takes more memory than all the rest and gives it back only at its end.
"""

import pickle
import re
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, ParamSpec, TypeVar

from briefing_book.errors import BookError
from briefing_book.model import Paper
from briefing_book.publish import typst_process
from briefing_book.publish.print.fonts import Faces
from briefing_book.publish.typst_process import Failure, Work

_PROGRAM = (sys.executable, "-P", typst_process.__file__)
"""Without `-P`, it would take the modules beside it for Python's own of these names."""

P = ParamSpec("P")
T = TypeVar("T")

_PLACE = re.compile(r"┌─ (.+?):(\d+):\d+")
_PAGES = re.compile(rb"/Type/Pages/Count (\d+)")


class Printed(NamedTuple):
    """A PDF and its number of pages."""

    pdf: bytes
    pages: int


class Typesetter:
    """Sets briefs from the templates in a folder, in a `with` statement, which ends what still goes on."""

    def __init__(self, templates: Path, faces: Faces, paper: Paper) -> None:
        self._templates, self._faces, self._paper = templates, faces, paper
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = ThreadPoolExecutor(1)

    def __enter__(self) -> "Typesetter":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process:
            self._process.kill()
        self._thread.shutdown(cancel_futures=True)
        self._end()

    def beside(self, work: Callable[P, T], *given: P.args, **named: P.kwargs) -> "Future[T]":
        """Have something done, that calls `pdf`, while other work goes on: one thing after the other."""
        return self._thread.submit(work, *given, **named)

    def pdf(self, template: str, brief: str, time: int) -> Printed:
        """The PDF of a brief, given as JSON. Raises `BookError` with Typst's message and line.

        `time` is what it says of when it was made, in seconds since 1970.
        """
        work = Work(str(self._templates), template, brief, self._paper, time, *self._faces.places)
        answer = self._answer(work)
        if isinstance(answer, bytes):
            return Printed(answer, max(int(found) for found in _PAGES.findall(answer)))
        raise self._problem(Failure(*answer))

    def _answer(self, work: Work) -> bytes | tuple[str, str]:
        """What the process makes of a brief."""
        if not self._process:
            # In a group of its own, it is ended by us alone when somebody types Ctrl-C.
            self._process = subprocess.Popen(
                _PROGRAM, stdin=subprocess.PIPE, stdout=subprocess.PIPE, process_group=0
            )
        assert self._process.stdin and self._process.stdout
        try:
            pickle.dump(tuple(work), self._process.stdin)
            self._process.stdin.flush()
            answer: bytes | tuple[str, str] = pickle.load(self._process.stdout)
            return answer
        except (OSError, EOFError, pickle.UnpicklingError):
            self._end()
            raise BookError(
                "the typesetter was stopped; give it more memory, or print less", work.template
            ) from None

    def _end(self) -> None:
        if self._process:
            with self._process as process:
                process.kill()
            self._process = None

    def _problem(self, failure: Failure) -> BookError:
        place = _PLACE.search(failure.diagnostic)
        if not place:
            return BookError(failure.message, self._templates)
        return BookError(failure.message, self._templates / Path(place[1]).name, int(place[2]))
