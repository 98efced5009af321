"""A book's articles, with what is known of them beside the seeds; an unchanged seed is not read again."""

from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from briefing_book.assemble.apply import corrected_info
from briefing_book.assemble.contradictions import Settled
from briefing_book.assemble.unknown import without_unknown
from briefing_book.editions.files import load_editions
from briefing_book.editions.things import version_key
from briefing_book.gather.known import Known, completed, known
from briefing_book.model import Article, Corrections, Record, SkippedSeed
from briefing_book.read import Read, distinct, read_seed, seed_files
from briefing_book.same_article import MARK, named_in, renamed, said_same, versions
from briefing_book.storage.cache import Cache
from briefing_book.storage.code import code_of, installed
from briefing_book.storage.hashes import sign_of
from briefing_book.storage.staging import BUILD


class Articles(Record, frozen=True):
    """What the seeds of a book hold: the versions of its articles, each article's in order, the newest last.

    `settled` are the corrections, each of an article by its id. `also` are the other seeds that hold a
    version's text, by its id. `skipped` are the seeds that cannot be read; `unused`
    says what people wrote into seeds that is of no use.
    """

    versions: tuple[Article, ...]
    settled: Settled
    also: dict[str, tuple[str, ...]]
    skipped: tuple[SkippedSeed, ...]
    unused: tuple[str, ...]


def read_articles(root: Path, settled: Settled) -> Articles:
    """The articles, with what `add` and people know better of them than their seeds say."""
    made_by = f"{code_of('read', 'model')} {installed()}"
    cache, sources = Cache(root / BUILD / "seeds.msgpack", Read, made_by), known(root)
    read = distinct(_read(path, root, cache, sources.get(path.name)) for path in seed_files(root / "seeds"))
    cache.save()
    settled = _by_new_names(root, settled, read.articles)
    corrected = (_corrected(article, settled.corrections) for article in read.articles)
    seen = versions(corrected, said_same(settled.corrections))
    corrections = renamed(settled.corrections, seen.names)
    articles = tuple(_corrected(article, corrections) for article in seen.articles)
    ids = [article.info.id for article in articles]
    settled = without_unknown(replace(settled, corrections=corrections), ids)
    return Articles(articles, settled, seen.also, read.skipped, read.unused)


def _by_new_names(root: Path, settled: Settled, articles: Iterable[Article]) -> Settled:
    """The corrections of renamed seeds, by their new names: an edition knew the same text by the old one."""
    texts = {article.info.id: article.text for article in articles}
    missing = {id for id in named_in(settled.corrections) if id not in texts and MARK not in id}
    if not missing:
        return settled
    given = {key for edition in load_editions(root).editions for key in edition.came.get("versions", ())}
    names = {
        former: next((id for id in sorted(texts) if version_key(former, texts[id]) in given), former)
        for former in sorted(missing)
    }
    return replace(settled, corrections=renamed(settled.corrections, names))


def _corrected(article: Article, corrections: Corrections) -> Article:
    return replace(article, info=corrected_info(article.info, corrections))


def _read(path: Path, root: Path, cache: Cache[Read], source: Known | None) -> Read:
    key = _key(path)
    read = (cache.get(key) if key else None) or read_seed(path, root)
    if key and not read.skipped:
        cache.keep(key, read)
    if source is None:
        return read
    return replace(read, articles=tuple(replace(a, info=completed(a.info, source)) for a in read.articles))


def _key(path: Path) -> str | None:
    """What tells that a file is the same as before, and no other in its place; None where nothing does."""
    if not path.exists():
        return None
    link, file = sign_of(path.lstat()), sign_of(path.stat())
    return f"{path.name!a} {link} {file}" if link and file else None
