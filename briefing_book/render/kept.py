"""What is remembered of rendered pages from one build to the next: of what each was made, not its text.

While the program, the templates, what a page is given and all answers that it got are the same, so is its
text. A memory that cannot be read, or is of another program or other templates, is none.
"""

from collections import defaultdict
from hashlib import sha256
from itertools import count
from pathlib import Path

import msgspec
from jinja2.bccache import Bucket, BytecodeCache

from briefing_book.render.answers import Answers
from briefing_book.render.citations import Cited
from briefing_book.storage.code import code_of, installed

_SIZE = 16

Answered = tuple[str, str, bytes]
"""A question, and the digest of the answer that pages got."""


class Made(msgspec.Struct, frozen=True, array_like=True):
    """A page that was rendered.

    `given` is the digest of what it was given, `answers` are the numbers of those that it got. `hash` is the
    SHA-256 of its text, `title` what it is called, and `cited` what it cites.
    """

    given: bytes
    answers: tuple[int, ...]
    hash: str
    title: str
    cited: Cited


class _Memory(msgspec.Struct, frozen=True, array_like=True):
    by: bytes
    answered: list[Answered]
    pages: dict[str, Made]
    templates: dict[str, bytes]


class Compiled(BytecodeCache):
    """The code that templates became, by Jinja's keys: to make it takes as long as to make forty pages."""

    def __init__(self, templates: dict[str, bytes]) -> None:
        self.templates = dict(templates)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives Jinja what is known of a template."""
        if bucket.key in self.templates:
            bucket.bytecode_from_string(self.templates[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Takes from Jinja what it made of a template."""
        self.templates[bucket.key] = bucket.bytecode_to_string()


class Kept:
    """The pages of the build before, and those of this one."""

    def __init__(self, before: bytes | None, templates: Path) -> None:
        self._by = _program(templates)
        memory = _read(before, self._by)
        self._before = memory.pages
        self._answered = memory.answered
        self.compiled = Compiled(memory.templates)
        self._numbers: dict[Answered, int] = defaultdict(count().__next__)
        self._again: dict[Answers, _Again] = {}
        self._pages: dict[str, Made] = {}

    def take_over(self, path: str, given: bytes, answers: Answers) -> Made | None:
        """The page at a path, for this build too, if it would be made of the same: its digest is `given`."""
        made = self._before.get(path)
        if not made or made.given != given:
            return None
        if answers not in self._again:
            self._again[answers] = _Again(self._answered, answers, self._numbers)
        numbers = tuple(map(self._again[answers].__getitem__, made.answers))
        if None in numbers:
            return None
        self._pages[path] = msgspec.structs.replace(made, answers=numbers)
        return made

    def add(self, path: str, given: bytes, answers: Answers, hash: str, title: str, cited: Cited) -> Made:
        """Remember a page that was just made with these answers."""
        answered = ((*question, answers.digest(question)) for question in answers.asked())
        made = Made(given, tuple(map(self._numbers.__getitem__, answered)), hash, title, cited)
        self._pages[path] = made
        return made

    def memory(self) -> bytes:
        """What is to be remembered of this build."""
        memory = _Memory(self._by, list(self._numbers), self._pages, self.compiled.templates)
        data = msgspec.msgpack.encode(memory)
        return _hash(data) + data


class _Again(dict[int, int | None]):
    """By the numbers of the answers of the build before, their new ones; None for an answer that changed."""

    def __init__(self, answered: list[Answered], answers: Answers, numbers: dict[Answered, int]) -> None:
        super().__init__()
        self._answered = answered
        self._answers = answers
        self._numbers = numbers

    def __missing__(self, number: int) -> int | None:
        table, key, before = answered = self._answered[number]
        same = self._answers.digest((table, key)) == before
        self[number] = self._numbers[answered] if same else None
        return self[number]


def _hash(data: bytes) -> bytes:
    return sha256(data).digest()[:_SIZE]


def _read(data: bytes | None, by: bytes) -> _Memory:
    """The memory; an empty one where it is not whole, or was made by another program."""
    try:
        if data and data[:_SIZE] == _hash(data[_SIZE:]):
            memory = msgspec.msgpack.decode(data[_SIZE:], type=_Memory)
            if memory.by == by:
                return memory
    except msgspec.DecodeError:
        pass
    return _Memory(by, [], {}, {})


def _program(templates: Path) -> bytes:
    """A digest of the code and the packages that make pages, and of their templates."""
    digest = sha256(f"{code_of('.')} {installed()}".encode())
    for path in sorted(templates.glob("*.j2")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.digest()
