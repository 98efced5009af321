"""What was brought in, in a few lines for the person who asked for it."""

from briefing_book.gather.added import Added, Item
from briefing_book.words import count

MOST_UNCHANGED = 5


def added(added: Added) -> str:
    """What came, what was there already, and what is to be done next."""
    lines = [
        *(_line("New", item) for item in added.brought),
        *(_line("New version", item) for item in added.updated),
        *_unchanged(added.unchanged),
        *(f"No article: {item.what} {item.note}" for item in added.skipped),
        _sum(added),
    ]
    return "\n".join(map(shown, lines))


def failures(added: Added) -> list[str]:
    """What could not be brought, a line each: what, why, and how to mend it."""
    return [shown(f"{item.what}: {item.note}") for item in added.failed]


def _line(what: str, item: Item) -> str:
    note = f"; {item.note}" if item.note else ""
    return f"{what}: seeds/{item.file}, from {item.what}{note}"


def _unchanged(items: tuple[Item, ...]) -> list[str]:
    lines = [
        f"There already: {item.what}, as seeds/{item.file}" + _note(item) for item in items[:MOST_UNCHANGED]
    ]
    more = len(items) - len(lines)
    return [*lines, f"There already: {more:,} more"] if more else lines


def _note(item: Item) -> str:
    return f"; {item.note}" if item.note else ""


def _sum(added: Added) -> str:
    if added == Added():
        return "Nothing new."
    came = [
        count(len(added.brought), "new article"),
        *([count(len(added.updated), "new version")] if added.updated else []),
        *([f"{len(added.unchanged):,} there already"] if added.unchanged else []),
        *([f"{len(added.failed):,} failed"] if added.failed else []),
    ]
    build = " Build the book to read them." if added.brought or added.updated else ""
    return f"{', '.join(came)}.{build}"


def shown(line: str) -> str:
    """The line with nothing in it that a terminal obeys: names of files and addresses are not ours."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in line)
