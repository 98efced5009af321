"""Facts files that people edit: what they did is noticed, kept as a correction of its own, and done again.

A facts file carries the hashes of its parts as a build wrote them (`seal`). A part that is another one now
was edited by a person (`edited_parts`), and how its facts differ from those that the machine finds in the
same text is the edit (`edits`). It is kept in `editorial/edits/<article>.yml`, and whenever the article's
facts are found anew it is done to them again (`apply`). All these functions are pure.
"""

from briefing_book.edits.again import apply
from briefing_book.edits.difference import edits
from briefing_book.edits.keep import Kept, Seen, files_of_edits, keep, load_edits, mark, seen
from briefing_book.edits.records import FOLDER, Edits, dump_edits
from briefing_book.edits.right import require_right
from briefing_book.edits.seal import edited_parts, seal

__all__ = [
    "FOLDER",
    "Edits",
    "Kept",
    "Seen",
    "apply",
    "dump_edits",
    "edited_parts",
    "edits",
    "files_of_edits",
    "keep",
    "load_edits",
    "mark",
    "require_right",
    "seal",
    "seen",
]
