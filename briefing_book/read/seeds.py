"""The seeds of a book: which files there are, and the articles that each of them holds."""

import stat
from collections.abc import Iterable
from pathlib import Path, PurePath

from briefing_book.errors import BookError, SeedError
from briefing_book.model import Article, SkippedSeed
from briefing_book.read.archive import page_of
from briefing_book.read.content import Read, read_bytes, together
from briefing_book.read.formats import ENDINGS, LARGEST, MB, require_readable
from briefing_book.read.names import shown_path


def seed_files(folder: Path) -> list[Path]:
    """What lies directly in the seeds folder, sorted by name; hidden files do not count.

    Nor do the folders that browsers save beside a page. Raises `BookError` where the folder is not there.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as problem:
        why = f"the folder of the seeds cannot be read ({problem.strerror}); make it and put articles into it"
        raise BookError(why, folder) from None
    pages: set[PurePath | None] = {
        path.with_suffix("") for path in paths if ENDINGS.get(path.suffix.lower()) == "page"
    }
    return [path for path in paths if page_of(path) not in pages or not path.is_dir()]


def read_seed(path: Path, book: Path) -> Read:
    """What a file holds; `book` is the book's root folder."""
    name = shown_path(path, book)
    try:
        data = _bytes(path, book, name)
    except SeedError as problem:
        return together([problem])
    return read_bytes(data, name, path)


def distinct(found: Iterable[Read]) -> Read:
    """All that was found. Of two articles with one id the first stays, and the other is named."""
    articles: dict[str, Article] = {}
    skipped: list[SkippedSeed] = []
    unused: list[str] = []
    for read in found:
        skipped += read.skipped
        unused += read.unused
        for article in read.articles:
            first = articles.setdefault(article.info.id, article)
            if first is not article:
                why = f"has the same name as {first.info.file}, but for the ending; rename one of them"
                skipped.append(SkippedSeed(article.info.file, why))
    return Read(tuple(articles.values()), tuple(skipped), tuple(unused))


def _bytes(path: Path, book: Path, name: str) -> bytes:
    """The bytes of a file that may be a seed. What is no plain file is never opened."""
    try:
        target = path.resolve(strict=True)
        status = target.stat()
        _require_plain_file(path, status.st_mode, name)
        _require_inside(target, path, book, name)
        require_readable(path, name)
        largest = LARGEST[ENDINGS[path.suffix.lower()]]
        if status.st_size > largest:
            raise SeedError(f"is larger than {largest // MB} MB; split it into its articles", name)
        return target.read_bytes()
    except FileNotFoundError:
        raise SeedError("leads to a file that is not there; put the file itself here", name) from None
    except (
        OSError,
        RuntimeError,
    ) as problem:  # RuntimeError: a link that leads to itself, before Python 3.13
        why = getattr(problem, "strerror", None) or "a link that leads to itself"
        raise SeedError(f"cannot be read ({why}); give leave to read it, or put a copy here", name) from None


def _require_plain_file(path: Path, mode: int, name: str) -> None:
    if stat.S_ISDIR(mode):
        raise SeedError("is a folder; put the files in it straight into the seeds folder", name)
    if not stat.S_ISREG(mode):
        raise SeedError("is not a plain file; put an article there, or remove it", name)


def _require_inside(target: Path, path: Path, book: Path, name: str) -> None:
    """A link out of the book would publish what its owner never put there."""
    if target.parent != path.parent.resolve() and not target.is_relative_to(book.resolve()):
        raise SeedError("is a link that leads out of the book's folder; put the file itself here", name)
