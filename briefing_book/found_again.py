"""Finding words in a text again, wherever they stand there and however its lines break now."""

import re

Place = tuple[int, int]


def places_of(text: str, words: str, folded: bool = False) -> list[Place]:
    """Where these words stand as words, in order; white space between them is as good as any other.

    `folded`: in small letters or capitals.
    """
    pieces = words.split()
    if not pieces:
        return []
    before = r"(?<!\w)" if _is_letter(pieces[0][0]) else ""
    after = r"(?!\w)" if _is_letter(pieces[-1][-1]) else ""
    pattern = before + r"\s+".join(map(re.escape, pieces)) + after
    return [found.span() for found in re.finditer(pattern, text, re.IGNORECASE if folded else 0)]


def nearest(text: str, words: str, near: int, folded: bool = False) -> Place | None:
    """Where these words stand nearest to a place, the earlier of two as near; None where they do not."""
    if near >= 0 and text.startswith(words, near) and words:
        return near, near + len(words)
    return min(places_of(text, words, folded), key=lambda place: (abs(place[0] - near), place), default=None)


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"
