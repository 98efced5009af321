"""What is known of seeds that came from the web and their bytes do not say, in `seeds/.added.yml`."""

from collections.abc import Mapping
from pathlib import Path

import msgspec
import yaml
from msgspec.structs import replace

from briefing_book.gather.addresses import same_site
from briefing_book.model import ArticleInfo, Record
from briefing_book.read.dateline import day_of_address
from briefing_book.read.header import FIRST_WORDS
from briefing_book.storage.files import write_file
from briefing_book.yaml_files import DUMPER, read_yaml

FILE = ".added.yml"
HEADER = "# From where `add` brought the seeds in this folder, by file. Written by `add`; you may edit it.\n"

BROUGHT_FROM = "the address it was brought from"
FEED = "the feed that listed it"


class Known(Record, frozen=True, kw_only=True):
    """Where the seed `file` came from. `asked` is the address that was asked for, where that is another one.

    `etag` and `modified` are by what the server tells whether it has changed since, `sha256` of what bytes
    they speak. `title` and `published` are what a feed said, where the article states none.
    """

    file: str = ""
    address: str
    asked: str | None = None
    etag: str | None = None
    modified: str | None = None
    sha256: str | None = None
    title: str | None = None
    published: str | None = None


def known(book: Path) -> dict[str, Known]:
    """What is known of the seeds of the book in this folder, by file name.

    Raises `BookError` with file and line where a person broke the file.
    """
    file = book / "seeds" / FILE
    rows = read_yaml(file, tuple[Known, ...]) if file.exists() else ()
    return {row.file: row for row in rows}


def save_known(book: Path, seeds: dict[str, Known]) -> None:
    """Write what is known of the seeds."""
    save_rows(book / "seeds" / FILE, HEADER, seeds)


def save_rows(file: Path, header: str, rows: Mapping[str, Record]) -> None:
    """Write records as a list, sorted by their keys, so that two people's files can be merged."""
    data = [msgspec.to_builtins(rows[key]) for key in sorted(rows)]
    text = yaml.dump(data, Dumper=DUMPER, sort_keys=False, allow_unicode=True, width=1 << 30)
    if rows or file.exists():
        write_file(file, header + text)


def completed(info: ArticleInfo, source: Known) -> ArticleInfo:
    """What is known of an article, with what is known of how its seed came where it states nothing itself.

    The address it was brought from also stands against one that it states on another site: no page can make
    itself another publisher's article.
    """
    found: dict[str, tuple[str, str]] = {}
    if info.url is None or not same_site(info.url, source.address):
        found["url"] = source.address, BROUGHT_FROM
    if source.title and not states_title(info):
        found["title"] = source.title, FEED
    if info.published is None:
        if source.published:
            found["published"] = source.published, FEED
        elif day := day_of_address(source.address):
            found["published"] = day, BROUGHT_FROM
    origins = {**info.origins, **{thing: origin for thing, (_, origin) in found.items()}}
    return replace(info, **{thing: value for thing, (value, _) in found.items()}, origins=origins)


def states_title(info: ArticleInfo) -> bool:
    """Whether the file of an article says its title, so that it was not made of the first words."""
    return info.origins.get("title") != FIRST_WORDS
