"""The program that reads a PDF, in a process of its own: a hostile PDF can take all memory or time.

It takes the PDF's bytes on standard input, and writes JSON: `pages`, each a list of lines with their place,
and the properties; or `problem`, PDFium's error code. It imports nothing of the package, so as to start fast.
"""

import json
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from ctypes import POINTER, c_ushort, cast, create_string_buffer
from typing import Any

from pypdfium2 import PdfDocument, PdfiumError, PdfTextPage, raw

LONGEST_LANGUAGE = 64

HYPHEN = "\ufffe"
"""What PDFium puts in place of a line end where a word goes on in the next line."""
LINE = re.compile(f"[^\r\n{HYPHEN}]+{HYPHEN}?")

Place = tuple[str, float, float, float, float]
"""Text, left, right, the lower edge of the letters and their height, in points."""


def main() -> None:
    """Reads standard input, writes standard output."""
    most_pages, memory = int(sys.argv[1]), int(sys.argv[2])
    limit_memory(memory)
    try:
        with PdfDocument(sys.stdin.buffer.read()) as document:
            found = read(document, most_pages)
    except PdfiumError as problem:
        found = {"problem": problem.err_code or 0}
    json.dump(found, sys.stdout)


def limit_memory(memory: int) -> None:
    """Bytes of address space from which on the process breaks down, where systems know such a limit."""
    try:
        import resource
    except ImportError:
        return
    with suppress(ValueError, OSError):  # some systems know the limit, and refuse to set it
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def read(document: PdfDocument, most_pages: int) -> dict[str, Any]:
    """The count of the pages, and unless they are too many the lines on them, and the properties."""
    count = len(document)
    numbers = range(count if count <= most_pages else 0)
    return {
        "count": count,
        "pages": [list(lines(document[number].get_textpage())) for number in numbers],
        "properties": document.get_metadata_dict(),
        "language": language(document),
    }


def lines(page: PdfTextPage) -> Iterator[Place]:
    """The lines of text on a page, in the order in which the file has them."""
    for found in LINE.finditer(page.get_text_range()):
        shown = found[0].strip()
        if shown:
            first = found.start() + len(found[0]) - len(found[0].lstrip())
            yield place(page, shown, first, first + len(shown.rstrip(HYPHEN)) - 1)


def place(page: PdfTextPage, text: str, first: int, last: int) -> Place:
    """The line with the place of its first and its last letter, given by their index in the text."""
    at, to = (raw.FPDFText_GetCharIndexFromTextIndex(page, index) for index in (first, last))
    left, base, _, top = page.get_charbox(max(at, 0), loose=True)
    right = page.get_charbox(max(to, 0), loose=True)[2]
    return text, left, right, base, top - base


def language(document: PdfDocument) -> str:
    """The language that the PDF says it is in, or ""."""
    size = raw.FPDFCatalog_GetLanguage(document, None, 0)
    if not 2 < size <= 2 * LONGEST_LANGUAGE:
        return ""
    buffer = create_string_buffer(size)
    raw.FPDFCatalog_GetLanguage(document, cast(buffer, POINTER(c_ushort)), size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")


if __name__ == "__main__":
    main()
