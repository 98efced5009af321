"""Builds a book's site in this process, as on a computer with so many processors.

usage: python -m tests.publish.conversions BOOK PROCESSORS

Prints how many pages this very process converted, or what is wrong with the book.
"""

import os
import sys
from pathlib import Path
from unittest.mock import patch

from markdown import Markdown

from briefing_book.errors import BookError
from briefing_book.model import Settings
from briefing_book.publish.site import build_site


def main() -> None:
    book, processors = Path(sys.argv[1]), int(sys.argv[2])
    with (
        patch.object(os, "cpu_count", lambda: processors),
        patch.object(Markdown, "convert", autospec=True, side_effect=Markdown.convert) as convert,
    ):
        try:
            build_site(book, Settings(title="Talks of 2023"))
        except BookError as problem:
            print(problem)
        else:
            print(convert.call_count)


if __name__ == "__main__":
    main()
