"""The seeds of a book: which files there are, and the article that each of them holds."""

import stat
from pathlib import Path

from briefing_book.errors import BookError, SeedError
from briefing_book.model import Article, ArticleInfo
from briefing_book.read.decode import decode
from briefing_book.read.header import split_header
from briefing_book.read.language import detect_language
from briefing_book.read.names import article_id, shown_path
from briefing_book.read.title import title_of

ENDINGS = (".MD", ".TXT", ".md", ".txt")
LONGEST_TEXT = 1_000_000
"""Characters: a long novel. What is longer is no article, and more than the model reads at once."""
LARGEST_FILE = 4 * LONGEST_TEXT


def seed_files(folder: Path) -> list[Path]:
    """What lies directly in the seeds folder, sorted by name; hidden files do not count.

    Raises `BookError` where the folder is not there.
    """
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as problem:
        why = f"the folder of the seeds cannot be read ({problem.strerror}); make it and put articles into it"
        raise BookError(why, folder) from None


def read_seed(path: Path, book: Path) -> Article:
    """The article that a file holds; `book` is the book's root folder. Raises `SeedError`."""
    name = shown_path(path, book)
    text = decode(_bytes(path, book, name), name)
    header, text = split_header(text, name)
    _require_article(text, name)
    info = ArticleInfo(
        id=article_id(path),
        file=name,
        title=header.title or title_of(text, markdown=path.suffix.lower() == ".md"),
        published=header.published,
        publisher=header.publisher,
        url=header.url,
        language=header.language or detect_language(text),
    )
    return Article(info, text)


def _require_article(text: str, name: str) -> None:
    if not any(character.isalnum() for character in text):
        raise SeedError("holds no text; put the article into it, or remove it", name)
    if len(text) > LONGEST_TEXT:
        raise SeedError(f"is longer than {LONGEST_TEXT:,} characters; split it into its articles", name)


def _bytes(path: Path, book: Path, name: str) -> bytes:
    """The bytes of a file that may be a seed. What is no plain file is never opened."""
    try:
        target = path.resolve(strict=True)
        status = target.stat()
        _require_plain_file(path, status.st_mode, name)
        _require_inside(target, path, book, name)
        _require_own_id(path, name)
        if status.st_size > LARGEST_FILE:
            size = f"{LARGEST_FILE // 1_000_000} MB"
            raise SeedError(f"is larger than {size}; split it into its articles", name)
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
    if path.suffix not in ENDINGS:
        ending = f"`{path.suffix}` files" if path.suffix else "files without an ending"
        raise SeedError(f"{ending} are not read; save it as plain text with the ending .txt or .md", name)


def _require_inside(target: Path, path: Path, book: Path, name: str) -> None:
    """A link out of the book would publish what its owner never put there."""
    if target.parent != path.parent.resolve() and not target.is_relative_to(book.resolve()):
        raise SeedError("is a link that leads out of the book's folder; put the file itself here", name)


def _require_own_id(path: Path, name: str) -> None:
    """Of two files whose names differ only in the ending, the first in order is the article."""
    for ending in ENDINGS[: ENDINGS.index(path.suffix)]:
        other = path.with_suffix(ending)
        if other.is_file() and not other.samefile(path):
            raise SeedError(
                f"has the same name as {other.name}, but for the ending; rename one of them", name
            )
