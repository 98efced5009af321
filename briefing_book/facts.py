"""The facts folder: two files an article, its text and what was found in it.

`<article>.txt` is the text that offsets count, byte for byte; `<article>.yml` the facts.
"""

from pathlib import Path

import msgspec
import yaml

from briefing_book.edits import seal
from briefing_book.errors import BookError
from briefing_book.model import Facts
from briefing_book.storage.cache import Cache, hash_of
from briefing_book.storage.files import write_file
from briefing_book.storage.staging import Staging
from briefing_book.yaml_files import DUMPER, read_yaml

FACTS = "facts"
_ENDINGS = (".yml", ".txt")
_HEAD = ("schema", "fingerprint", "article")
_EDITED = ("written", "edited")


def stage_facts(staging: Staging, facts: Facts, text: str, cache: Cache[Facts] | None = None) -> None:
    """Let the book's facts of one article be these; `cache` then has them as if they had been parsed."""
    dumped = dump_facts(facts).encode()
    staging.write(f"{FACTS}/{facts.article.id}.txt", text)
    staging.write(f"{FACTS}/{facts.article.id}.yml", dumped)
    if cache:
        cache.keep(hash_of(dumped), facts)


def write_facts(folder: Path, facts: Facts, text: str) -> None:
    """Write the pair of files of one article into a folder that is no book's."""
    write_file(folder / f"{facts.article.id}.txt", text)
    write_file(folder / f"{facts.article.id}.yml", dump_facts(facts))


def unstage_facts(staging: Staging, article: str) -> None:
    """Let the book have no facts of an article: it is gone."""
    for ending in _ENDINGS:
        staging.remove(f"{FACTS}/{article}{ending}")


def dump_facts(facts: Facts) -> str:
    """Facts as YAML: one line a span, so that a reviewer sees in a diff what changed."""
    # What another process sent does not have the very defaults that are left out, but the like of them.
    same = msgspec.convert(msgspec.to_builtins(facts), Facts)
    data = msgspec.to_builtins(same)
    edited = {key: value for key in _EDITED if (value := data.pop(key))}
    head = {key: data.pop(key) for key in _HEAD}
    hand = _dump(edited, flow=None) if edited else ""
    return seal(_dump(head, flow=False) + hand + _dump(data, flow=None))


def _dump(data: dict[str, object], flow: bool | None) -> str:
    dumped: str = yaml.dump(
        data, Dumper=DUMPER, default_flow_style=flow, sort_keys=False, allow_unicode=True, width=1 << 30
    )
    return dumped


def read_facts(folder: Path, article: str, cache: Cache[Facts] | None = None) -> Facts:
    """The facts of one article; `cache` has those that were parsed before.

    Raises `BookError` where the file is broken, a person may have edited it.
    """
    file = folder / f"{article}.yml"
    key = hash_of(file.read_bytes())
    facts = cache.get(key) if cache else None
    if facts is None:
        facts = _parsed(file)
    if cache:
        cache.keep(key, facts)
    return facts


def _parsed(file: Path) -> Facts:
    try:
        return read_yaml(file, Facts)
    except BookError as problem:
        mend = f"{problem.message}; or delete the file, and the article is read again"
        raise BookError(mend, file, problem.line) from None


def read_text(folder: Path, article: str) -> str:
    """The text that the offsets of an article's facts count."""
    return (folder / f"{article}.txt").read_bytes().decode()


def holds_text(folder: Path, article: str, text: str) -> bool:
    """Whether the text file of an article is there and is this text."""
    file = folder / f"{article}.txt"
    return file.is_file() and file.read_bytes() == text.encode()


def articles_in(folder: Path) -> list[str]:
    """The ids of the articles that have facts, sorted."""
    return sorted(path.stem for path in folder.glob("*.yml"))
