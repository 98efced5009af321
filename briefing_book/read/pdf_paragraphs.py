"""The printed lines of a PDF become paragraphs again.

A paragraph ends where the next line stands further down than lines usually do, is indented or set in another
size, or starts with a bullet; and where the next line's first word would still have fitted in. Across columns
and pages it goes on unless a sentence ended in a line with such room.
"""

import re
from collections.abc import Sequence

from briefing_book.read.pdf_lines import (
    OTHER_SIZE,
    Line,
    Usual,
    notes_last,
    usual,
    with_margins,
    without_furniture,
)

FURTHER_DOWN = 1.3
INDENT = 0.8
ROOM = 1.3
"""A word would have fitted where there was so many times its width."""

COMPOUND = ("well", "self", "half", "two", "three", "four", "five", "seven", "eight", "nine")
"""English words that are joined to others by a hyphen, and that few longer words start with."""

HYPHEN = "\ufffe"
"""What PDFium puts where a word goes on in the next line."""

_BULLET = re.compile(r"[•‣◦▪●○■□–—*·-]\s")
_SENTENCE_END = re.compile(r"[.!?…:;。！？][\"'”’»)\]\d]*$")
_WORD = re.compile(r"\w+(?:-\w+)*")
_BROKEN = re.compile(rf"(\w+){HYPHEN}\s*(\w*)")
_LAST_HYPHEN = re.compile(r"(?<=\w)[-\u00ad]$")
_WIDE = 0x2E80
"""From this letter on scripts put no spaces between words."""


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[str]:
    """The paragraphs of the pages' text, in order; small print comes last."""
    body = without_furniture(pages)
    most = usual(body)
    text, notes = notes_last([with_margins(page, most) for page in body], most)
    return _mended([_joined(group) for lines in (text, notes) for group in _grouped(lines, most)])


def _grouped(lines: Sequence[Line], most: Usual) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not _starts(line, groups[-1], most):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _starts(line: Line, group: Sequence[Line], most: Usual) -> bool:
    """Whether `line` starts a paragraph after the lines of `group`."""
    last = group[-1]
    if last.text.endswith(HYPHEN):
        return False
    if _BULLET.match(line.text) or abs(line.size - last.size) > OTHER_SIZE * most.size:
        return True
    step = last.base - line.base
    if step < -most.size / 2 or step > 4 * most.step * most.size:
        return _ends_sentence(last) and _had_room(last, line, most)
    if step > FURTHER_DOWN * most.step * max(most.size, line.size):
        return True
    indented = line.left > last.left + INDENT * most.size and not _BULLET.match(group[0].text)
    return indented or _had_room(last, line, most)


def _ends_sentence(line: Line) -> bool:
    return _SENTENCE_END.search(line.text) is not None


def _had_room(last: Line, line: Line, most: Usual) -> bool:
    """Whether the line before ended early though the next one's first word would have fitted in.

    Headlines are broken for looks, and what goes on in small letters is no paragraph.
    """
    if line.text[:1].islower() or line.size > (1 + OTHER_SIZE) * most.size:
        return False
    word = len(line.text.split(maxsplit=1)[0]) + 1
    return last.margin - last.right > ROOM * word * (line.right - line.left) / len(line.text)


def _joined(group: Sequence[Line]) -> str:
    text = group[0].text
    for line in group[1:]:
        text = _LAST_HYPHEN.sub(HYPHEN, text)
        is_wide = ord(text[-1]) >= _WIDE and ord(line.text[0]) >= _WIDE
        text += line.text if is_wide or text.endswith(HYPHEN) else f" {line.text}"
    return text


def _mended(texts: list[str]) -> list[str]:
    """The texts with words that were broken at a line's end whole again."""
    words = {word.casefold() for text in texts for word in _WORD.findall(_BROKEN.sub(" ", text))}

    def whole(broken: re.Match[str]) -> str:
        first, second = broken[1], broken[2]
        one, two = f"{first}{second}".casefold(), f"{first}-{second}".casefold()
        both_words = {first.casefold(), second.casefold()} <= words or first.casefold() in COMPOUND
        keeps = two in words or (one not in words and (both_words or not second[:1].islower()))
        return f"{first}-{second}" if keeps else f"{first}{second}"

    return [_BROKEN.sub(whole, text).replace(HYPHEN, "-") for text in texts]
