"""The facts folder: two files an article, its text and what was found in it.

`<article>.txt` is the text that offsets count, byte for byte; `<article>.yml` the facts.
"""

from pathlib import Path

import msgspec
import yaml

from briefing_book.errors import BookError
from briefing_book.files import write_file
from briefing_book.model import Facts
from briefing_book.yaml_files import read_yaml

_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_HEAD = ("schema", "fingerprint", "article")


def write_facts(folder: Path, facts: Facts, text: str) -> None:
    """Writes the pair of files of one article into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    write_file(folder / f"{facts.article.id}.txt", text)
    write_file(folder / f"{facts.article.id}.yml", dump_facts(facts))


def dump_facts(facts: Facts) -> str:
    """Facts as YAML: one line a span, so that a reviewer sees in a diff what changed."""
    data = msgspec.to_builtins(facts)
    head = {key: data.pop(key) for key in _HEAD}
    return _dump(head, flow=False) + _dump(data, flow=None)


def _dump(data: dict[str, object], flow: bool | None) -> str:
    dumped: str = yaml.dump(
        data, Dumper=_Dumper, default_flow_style=flow, sort_keys=False, allow_unicode=True, width=1 << 30
    )
    return dumped


def read_facts(folder: Path, article: str) -> Facts:
    """The facts of one article. Raises `BookError` where the file is broken, a person may have edited it."""
    file = folder / f"{article}.yml"
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


def remove_facts(folder: Path, article: str) -> None:
    """Takes away the pair of files of an article that is gone."""
    for ending in (".yml", ".txt"):
        (folder / f"{article}{ending}").unlink(missing_ok=True)
