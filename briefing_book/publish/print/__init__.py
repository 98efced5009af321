"""Briefs to print: the book, and what it holds of one plan, person, country or organisation, as PDFs.

`content` puts into JSON what the pages show, `templates/print/` sets it, Typst makes the PDF.
"""

from briefing_book.publish.print.briefs import Briefs, PrintRun, print_briefs
from briefing_book.publish.print.choice import asked, chosen
from briefing_book.publish.print.press import Wanted

__all__ = ["Briefs", "PrintRun", "Wanted", "asked", "chosen", "print_briefs"]
