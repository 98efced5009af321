"""What the seeds hold already: by their bytes, by the addresses and by the texts of their articles."""

import hashlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from briefing_book.errors import SeedError
from briefing_book.gather.known import Known, completed
from briefing_book.gather.problems import NotBroughtError
from briefing_book.model import ArticleInfo, Record
from briefing_book.names import plain
from briefing_book.read import read_content, seed_files
from briefing_book.storage.cache import Cache
from briefing_book.storage.code import code_of, installed
from briefing_book.web import is_article, same_address

CACHE = ".build/held.msgpack"


class Content(Record, frozen=True):
    """An article in a file: what is known of it, and the hash of its text, white space aside."""

    info: ArticleInfo
    text: str


class Holding(Record, frozen=True):
    """An article in a seed: `address` is what all addresses of the article have in common, or "".

    `title` is the file's own, whatever a feed said, lest the same file brought otherwise seems edited.
    """

    file: str
    address: str
    title: str
    text: str


class Reader:
    """Reads files' contents, those that were read before not again."""

    def __init__(self, book: Path) -> None:
        made_by = " ".join([code_of("read", "model"), installed()])
        self._cache = Cache(book / CACHE, tuple[Content, ...], made_by)

    def contents(self, data: bytes, name: str) -> tuple[Content, ...]:
        """The articles in the file `name` with these bytes. Raises `NotBroughtError` where it holds none."""
        key = f"{digest(data)} {Path(name).suffix.casefold()}"
        found = self._cache.get(key)
        if found is None:
            found = _read(data, name)
            self._cache.keep(key, found)
        return found

    def save(self) -> None:
        """Keep what was read for the next time, where there is room for it."""
        with suppress(OSError):
            self._cache.save()


class Held:
    """The articles that the seeds hold."""

    def __init__(self) -> None:
        self.files: dict[str, str] = {}
        """The hash of each seed's bytes, by its name."""
        self._nameless: set[str] = set()
        self._by_address: dict[str, list[Holding]] = {}
        self._by_text: dict[str, list[Holding]] = {}

    def put(self, file: str, sha256: str, holdings: Iterable[Holding]) -> None:
        """Count a seed among those that are held."""
        self.files[file] = sha256
        there = list(holdings)
        if len(there) == 1 and not there[0].address:
            self._nameless.add(file)
        for holding in there:
            self._by_text.setdefault(holding.text, []).append(holding)
            if holding.address:
                self._by_address.setdefault(holding.address, []).append(holding)

    def at(self, address: str) -> list[Holding]:
        """The versions of the article with this address, the latest last."""
        return self._by_address.get(address, [])

    def is_nameless(self, file: str) -> bool:
        """Whether a seed holds one article, of which nobody knows the address."""
        return file in self._nameless

    def saying(self, text: str) -> list[Holding]:
        """The articles with this text."""
        return self._by_text.get(text, [])


def held(book: Path, sources: Mapping[str, Known], reader: Reader) -> Held:
    """What the seeds of the book in this folder hold; those that cannot be read hold nothing."""
    found = Held()
    for path in sorted(seed_files(book / "seeds"), key=lambda path: in_order(path.name)):
        try:
            data = path.read_bytes() if path.is_file() else b""
            contents = reader.contents(data, path.name)
        except (OSError, NotBroughtError):
            contents = ()
        source = sources.get(path.name)
        found.put(path.name, digest(data), (holding(path.name, content, source) for content in contents))
    return found


def holding(file: str, content: Content, source: Known | None) -> Holding:
    """An article in the seed `file`, with what is known of how it came."""
    info = completed(content.info, source) if source else content.info
    address = same_address(info.url)
    return Holding(file, address if is_article(address) else "", plain(content.info.title), content.text)


def in_order(file: str) -> tuple[int, str]:
    """A key that sorts the versions of an article as they were brought: x, x-2, x-10."""
    return len(Path(file).stem), file


def digest(data: bytes) -> str:
    """The hash of a file's bytes."""
    return hashlib.sha256(data).hexdigest()


def _read(data: bytes, name: str) -> tuple[Content, ...]:
    try:
        found = read_content(data, name)
    except SeedError as problem:
        raise NotBroughtError(problem.message) from None
    if not found.articles:
        raise NotBroughtError(found.skipped[0].reason if found.skipped else "holds no article")
    return tuple(Content(each.info, digest(" ".join(each.text.split()).encode())) for each in found.articles)
