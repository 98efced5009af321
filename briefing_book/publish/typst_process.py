"""The typesetting process: briefs come in on its input, PDFs go out on its output, one after the other.

It is run as a program of its own, and imports Typst alone, so that it starts at once.
"""

import pickle
import sys
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import typst


class Work(NamedTuple):
    """A brief to set: the folder of the templates and one of them, the brief as JSON, and how it is printed.

    `time` is in seconds since 1970; `fonts` are folders with fonts, beside which those `of_computer` count.
    """

    templates: str
    template: str
    brief: str
    paper: str
    time: int
    fonts: tuple[str, ...]
    of_computer: bool


class Failure(NamedTuple):
    """What Typst says of why a brief cannot be set."""

    message: str
    diagnostic: str


def main() -> None:
    """Sets each brief of the input, a `Work` as a tuple; answers with its PDF, or with a `Failure` as one."""
    while True:
        try:
            work = Work(*pickle.load(sys.stdin.buffer))
        except EOFError:
            return
        answer = made(work)
        pickle.dump(answer if isinstance(answer, bytes) else tuple(answer), sys.stdout.buffer)
        sys.stdout.buffer.flush()


def made(work: Work) -> bytes | Failure:
    """The PDF of a brief, or why there is none."""
    try:
        pdf = _compiler(work.templates, work.fonts, work.of_computer).compile(
            Path(work.templates) / work.template,
            format="pdf",
            sys_inputs={"brief": work.brief, "paper": work.paper},
            pdf_standards=["ua-1"],
            timestamp=work.time,
        )
    except typst.TypstError as error:
        return Failure("; ".join([error.message, *error.hints]), error.diagnostic)
    if not isinstance(pdf, bytes):
        raise TypeError("a PDF is bytes")
    return pdf


@lru_cache(1)
def _compiler(templates: str, fonts: tuple[str, ...], of_computer: bool) -> typst.Compiler:
    faces = typst.Fonts(
        include_system_fonts=of_computer, include_embedded_fonts=False, font_paths=list(fonts)
    )
    return typst.Compiler(root=templates, font_paths=faces, ignore_system_fonts=True)


if __name__ == "__main__":
    main()
