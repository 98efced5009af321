"""The hashes by which a facts file shows that a person has edited it since a build wrote it, part by part."""

import hashlib
import re

_PART = re.compile(r"\n(?=[^\s#-])")
"""The line's end before a key of the file itself."""
_OURS = frozenset({"schema", "fingerprint", "written", "edited"})
"""The parts that are the build's own."""
_DIGITS = 8


def seal(text: str) -> str:
    """The text of a facts file with the hashes of its parts, before the article's."""
    parts = {name: part for name, part in _parts(text).items() if name != "written"}
    hashes = ", ".join(f"{name}: {hash}" for name, hash in _hashes(parts).items())
    before = [parts.pop(name) for name in ("schema", "fingerprint") if name in parts]
    return "".join([*before, f"written: {{{hashes}}}\n", *parts.values()])


def edited_parts(text: str, written: dict[str, str]) -> tuple[str, ...]:
    """The names of the parts of a facts file that are not as a build wrote them, nothing where none is known.

    `written` are the hashes that stand in it.
    """
    if not written:
        return ()
    now = _hashes(_parts(text.replace("\r\n", "\n").removeprefix("\ufeff")))
    return tuple(name for name in {**written, **now} if written.get(name) != now.get(name))


def _parts(text: str) -> dict[str, str]:
    """The text of each key and what belongs to it, in order."""
    pieces = (f"{piece}\n" for piece in _PART.split(text.removesuffix("\n")) if piece)
    return {piece.partition(":")[0].strip(): piece for piece in pieces}


def _hashes(parts: dict[str, str]) -> dict[str, str]:
    """Hashes that are YAML's texts, never its numbers: they start with a letter."""
    theirs = {name: part for name, part in parts.items() if name not in _OURS}
    return {name: "h" + hashlib.sha256(part.encode()).hexdigest()[:_DIGITS] for name, part in theirs.items()}
