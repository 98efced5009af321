"""Typst makes a PDF of a brief: tagged, for PDF/UA-1, the same bytes every time.

It runs in a process of its own, for it takes more memory than all the rest and gives it back only at its end.
"""

import multiprocessing
import re
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from briefing_book.errors import BookError
from briefing_book.model import Paper
from briefing_book.publish.print.fonts import Faces
from briefing_book.publish.typst_process import Failure, Work, made

_PLACE = re.compile(r"┌─ (.+?):(\d+):\d+")
_PAGES = re.compile(rb"/Type/Pages/Count (\d+)")


class Printed(NamedTuple):
    """A PDF and its number of pages."""

    pdf: bytes
    pages: int


class Typesetter:
    """Sets briefs from the templates in a folder, in a `with` statement, which ends its process."""

    def __init__(self, templates: Path, faces: Faces, paper: Paper) -> None:
        self._templates, self._faces, self._paper = templates, faces, paper
        self._process: ProcessPoolExecutor | None = None

    def __enter__(self) -> "Typesetter":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process:
            self._process.shutdown(cancel_futures=True)
            self._process = None

    def pdf(self, template: str, brief: str, time: int) -> Printed:
        """The PDF of a brief, given as JSON. Raises `BookError` with Typst's message and line.

        `time` is what it says of when it was made, in seconds since 1970.
        """
        work = Work(str(self._templates), template, brief, self._paper, time, *self._faces.places)
        if not self._process:
            self._process = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
        try:
            pdf = self._process.submit(made, work).result()
        except BrokenProcessPool:
            self._process = None
            raise BookError(
                "the typesetter was stopped; give it more memory, or print less", template
            ) from None
        if isinstance(pdf, Failure):
            raise self._problem(pdf)
        return Printed(pdf, max(int(found) for found in _PAGES.findall(pdf)))

    def _problem(self, failure: Failure) -> BookError:
        place = _PLACE.search(failure.diagnostic)
        if not place:
            return BookError(failure.message, self._templates)
        return BookError(failure.message, self._templates / Path(place[1]).name, int(place[2]))
