"""Step one: a seed's bytes in, its articles out."""

from briefing_book.read.content import Read, read_content
from briefing_book.read.formats import ENDINGS, READABLE
from briefing_book.read.seeds import distinct, read_seed, seed_files

__all__ = ["ENDINGS", "READABLE", "Read", "distinct", "read_content", "read_seed", "seed_files"]
