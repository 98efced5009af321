"""Typst makes a PDF of a brief: tagged, for PDF/UA-1, the same bytes every time."""

import re
from pathlib import Path
from typing import NamedTuple

import typst

from briefing_book.errors import BookError
from briefing_book.model import Paper
from briefing_book.publish.print.fonts import Faces

_PLACE = re.compile(r"┌─ (.+?):(\d+):\d+")
_PAGES = re.compile(rb"/Type/Pages/Count (\d+)")


class Printed(NamedTuple):
    """A PDF and its number of pages."""

    pdf: bytes
    pages: int


class Typesetter:
    """Sets briefs from the templates in a folder."""

    def __init__(self, templates: Path, faces: Faces, paper: Paper, time: int) -> None:
        """`time`: what the PDFs say of when they were made, in seconds since 1970."""
        self._templates = templates
        self._compiler = typst.Compiler(root=templates, font_paths=faces.fonts, ignore_system_fonts=True)
        self._paper = paper
        self._time = time

    def pdf(self, template: str, brief: str) -> Printed:
        """The PDF of a brief, given as JSON. Raises `BookError` with Typst's message and line."""
        try:
            made = self._compiler.compile(
                self._templates / template,
                format="pdf",
                sys_inputs={"brief": brief, "paper": self._paper},
                pdf_standards=["ua-1"],
                timestamp=self._time,
            )
        except typst.TypstError as error:
            raise self._problem(error) from None
        if not isinstance(made, bytes):
            raise TypeError("a PDF is bytes")
        return Printed(made, max(int(found) for found in _PAGES.findall(made)))

    def _problem(self, error: typst.TypstError) -> BookError:
        place = _PLACE.search(error.diagnostic)
        message = "; ".join([error.message, *error.hints])
        if not place:
            return BookError(message, self._templates)
        return BookError(message, self._templates / Path(place[1]).name, int(place[2]))
