"""Briefs to print: the book, and what it holds of one plan, person, country or organisation, as PDFs.

`content` puts into JSON what the pages show, `templates/print/` sets it, Typst makes the PDF.
"""

from briefing_book.publish.print.briefs import Briefs, Wanted, print_briefs
from briefing_book.publish.print.choice import asked, chosen

__all__ = ["Briefs", "Wanted", "asked", "chosen", "print_briefs"]
