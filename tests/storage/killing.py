"""A commit that is killed at every file operation: `python -m tests.storage.killing FOLDER [STEPS]`.

With STEPS = 2 folders cannot be exchanged in one step, as on some file systems.
"""

import sys
from functools import partial
from itertools import count
from pathlib import Path

from briefing_book.storage import exchange
from briefing_book.storage.staging import Staging, spare_site
from tests.storage.kills import copied, files_in, killed

OLD = {"docs/a.md": "old", "docs/gone/b.md": "old", "facts/x.yml": "old", "site/a.html": "old"}
NEW = {"docs/a.md": "new", "docs/new/c.md": "new", "facts/x.yml": "old", "site/c.html": "new"}


def main() -> int:
    folder, steps = Path(sys.argv[1]), int([*sys.argv, "1"][2])
    if steps == 2:
        exchange._exchanged = lambda one, other: False
    for path, words in OLD.items():
        (folder / "old" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "old" / path).write_text(words)
    left = [_site(OLD), _site(NEW), *([{}] if steps == 2 else [])]
    for at in count(1):
        book = copied(folder / "old", folder / "killed")
        if not killed(partial(_commit, book), at):
            print(f"killed {at - 1} times")
            return 0
        if wrong := _wrong(book, left):
            print(f"killed at operation {at}: {wrong}", file=sys.stderr)
            return 1
    return 1


def _wrong(book: Path, sites: list[dict[str, bytes]]) -> str | None:
    if files_in(book / "site") not in sites:
        return "the site is no whole one"
    Staging(book)
    if _standing(book) not in (_data(OLD), _data(NEW)):
        return "the book is no whole one"
    _commit(book)
    return None if _standing(book) == _data(NEW) else "the next commit does not finish the work"


def _commit(book: Path) -> None:
    staging = Staging(book)
    for path in sorted(OLD.keys() - NEW.keys() - {"site/a.html"}):
        staging.remove(path)
    for path, words in NEW.items():
        if path.startswith("site/"):
            staging.site.mkdir(parents=True)
            (staging.site / Path(path).name).write_text(words)
        else:
            staging.write(path, words)
    staging.commit()


def _standing(book: Path) -> dict[str, bytes]:
    """All files of the book, but for those of the site that was replaced."""
    spare = spare_site(book).relative_to(book).as_posix()
    return {path: data for path, data in files_in(book).items() if not path.startswith(f"{spare}/")}


def _data(book: dict[str, str]) -> dict[str, bytes]:
    return {path: words.encode() for path, words in book.items()}


def _site(book: dict[str, str]) -> dict[str, bytes]:
    return {
        path.removeprefix("site/"): words.encode() for path, words in book.items() if path.startswith("site/")
    }


if __name__ == "__main__":
    sys.exit(main())
