"""Typst makes a PDF of a brief: tagged, for PDF/UA-1, the same bytes every time.

It runs in processes of its own, for it takes more memory than all the rest and gives it back only at its end.
"""

import pickle
import re
import subprocess
import sys
import threading
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

_AT_ONCE = 2
"""How many briefs are set side by side: that of a whole large book takes as long as all others."""

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
        self._own = threading.local()
        self._processes: set[subprocess.Popen[bytes]] = set()
        self._threads = ThreadPoolExecutor(_AT_ONCE)

    def __enter__(self) -> "Typesetter":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        for process in tuple(self._processes):
            process.kill()
        self._threads.shutdown()
        for process in tuple(self._processes):
            self._end(process)

    def beside(self, work: Callable[P, T], *given: P.args, **named: P.kwargs) -> "Future[T]":
        """Have something done, that calls `pdf`, while other work goes on."""
        return self._threads.submit(work, *given, **named)

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
        """What this thread's process makes of a brief."""
        process = self._process()
        assert process.stdin and process.stdout
        try:
            pickle.dump(tuple(work), process.stdin)
            process.stdin.flush()
            answer: bytes | tuple[str, str] = pickle.load(process.stdout)
            return answer
        except (OSError, EOFError, pickle.UnpicklingError):
            self._end(process)
            raise BookError(
                "the typesetter was stopped; give it more memory, or print less", work.template
            ) from None

    def _process(self) -> "subprocess.Popen[bytes]":
        process: subprocess.Popen[bytes] | None = getattr(self._own, "process", None)
        if process not in self._processes:
            # In a group of its own, it is ended by us alone when somebody types Ctrl-C.
            process = subprocess.Popen(
                _PROGRAM, stdin=subprocess.PIPE, stdout=subprocess.PIPE, process_group=0
            )
            self._processes.add(process)
            self._own.process = process
        return process

    def _end(self, process: "subprocess.Popen[bytes]") -> None:
        self._processes.discard(process)
        with process:
            process.kill()

    def _problem(self, failure: Failure) -> BookError:
        place = _PLACE.search(failure.diagnostic)
        if not place:
            return BookError(failure.message, self._templates)
        return BookError(failure.message, self._templates / Path(place[1]).name, int(place[2]))
