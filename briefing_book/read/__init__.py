"""Step one: a seed's bytes in, an article out."""

from briefing_book.read.seeds import read_seed, seed_files

__all__ = ["read_seed", "seed_files"]
