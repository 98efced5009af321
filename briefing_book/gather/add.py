"""Brings articles into a book's `seeds/`: files, folders, addresses, lists of addresses, and what feeds list.

What cannot be brought is told, and the others go on. Each article is whole in its place before the next is
asked for: who stops half-way has what came until then.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from briefing_book.editorial import load_settings
from briefing_book.errors import BookError
from briefing_book.gather.added import Added, Item, Kind, added_of
from briefing_book.gather.addresses import askable, is_address
from briefing_book.gather.asking import Web
from briefing_book.gather.download import Limits
from briefing_book.gather.feeds import Entry, entries
from briefing_book.gather.kinds import ending_for
from briefing_book.gather.known import Known
from briefing_book.gather.lists import listed
from briefing_book.gather.local import files_in, may_be_article, read_file
from briefing_book.gather.network import Net
from briefing_book.gather.problems import NotBroughtError
from briefing_book.gather.store import Arrival, Put, Store
from briefing_book.gather.told import shown
from briefing_book.gather.watched import Feed, noticed, save_watched, tried, watched
from briefing_book.model import Record
from briefing_book.read.formats import READABLE
from briefing_book.web import same_address

Progress = Callable[[str], None]
Result = tuple[Kind, Item]


class Options(Record, frozen=True):
    """Feeds by address and files that list addresses; `private`: hosts that are not public may be asked."""

    feeds: tuple[str, ...] = ()
    lists: tuple[Path, ...] = ()
    private: bool = False
    limits: Limits = Limits()


def add(
    book: Path, what: Sequence[str], options: Options, progress: Progress, net: Net | None = None
) -> Added:
    """Bring `what`, files, folders and addresses, into the seeds of the book in the folder `book`.

    Raises `BookError` where the book has no seeds folder, or a file in it that a person broke.
    """
    if not (book / "seeds").is_dir():
        raise BookError("has no seeds folder; start the book with the command `init`", book)
    web = Web(replace(net or Net(), private=options.private), options.limits, load_settings(book).site_url)
    adding = _Adding(book, web, progress)
    try:
        return added_of(adding.all(what, options))
    finally:
        adding.save()


class _Adding:
    """One run of the command."""

    def __init__(self, book: Path, web: Web, progress: Progress) -> None:
        self._book, self._web, self._progress = book, web, progress
        progress("reading the seeds")
        self._store = Store(book)
        self._asked: set[str] = set()

    def save(self) -> None:
        """Keep what was read for the next time."""
        self._store.save()

    def all(self, what: Sequence[str], options: Options) -> Iterator[Result]:
        """Everything in its order."""
        for words in what:
            yield from _named(words, self._address(words, words) if is_address(words) else self._place(words))
        for file in options.lists:
            yield from _named(str(file), self._list(file))
        for address in options.feeds:
            yield from _named(address, self._feed(address))

    def _place(self, words: str) -> Iterator[Result]:
        """A file, or all files in a folder."""
        path = Path(words)
        if path.is_dir():
            yield from self._folder(path)
        else:
            yield self._file(path)

    def _file(self, path: Path) -> Result:
        self._progress(f"reading {shown(str(path))}")
        try:
            if path.exists() and not may_be_article(path):
                raise NotBroughtError(f"is of no kind that is read; save it as {READABLE}")
            return _result(str(path), self._store.put(Arrival(read_file(path), path.name)))
        except NotBroughtError as problem:
            return "failed", Item(str(path), note=str(problem))

    def _folder(self, folder: Path) -> Iterator[Result]:
        try:
            for path in files_in(folder, self._book):
                if path.is_symlink():
                    yield "skipped", Item(str(path), note="is a link; name the file itself")
                elif not may_be_article(path):
                    yield "skipped", Item(str(path), note="is of no kind that is read")
                else:
                    yield self._file(path)
        except NotBroughtError as problem:
            yield "failed", Item(str(folder), note=str(problem))

    def _list(self, file: Path) -> Iterator[Result]:
        try:
            lines = listed(file)
        except NotBroughtError as problem:
            yield "failed", Item(str(file), note=str(problem))
            return
        for number, words in lines:
            yield from self._address(words, f"{file}:{number}: {words}")

    def _feed(self, words: str) -> Iterator[Result]:
        feeds = watched(self._book)
        try:
            address = askable(words)
            feed = self._read_feed(address, feeds.get(address, Feed(address)))
        except NotBroughtError as problem:
            yield "failed", Item(words, note=str(problem))
            return
        for entry in feed.waiting:
            save_watched(self._book, {**feeds, address: feed})
            results = list(self._address(entry.address, entry.address, entry))
            feed = tried(feed, entry, brought=all(kind != "failed" for kind, _ in results))
            yield from results
        save_watched(self._book, {**feeds, address: feed})

    def _read_feed(self, address: str, before: Feed) -> Feed:
        """The feed with what it lists now."""
        self._progress(f"asking {address}")
        answer = self._web.get(address, before.validators, by_name=True)
        if answer.data is None:
            return before
        return noticed(before, entries(answer.data, answer.final), answer.validators, self._store.holds)

    def _address(self, words: str, what: str, entry: Entry | None = None) -> Iterator[Result]:
        """What came of an address; nothing where it was asked for before."""
        try:
            address = askable(words)
            if same_address(address) not in self._asked:
                self._asked.add(same_address(address))
                self._progress(f"asking {address}")
                yield _result(what, self._download(address, entry))
        except NotBroughtError as problem:
            yield "failed", Item(what, note=str(problem))

    def _download(self, address: str, entry: Entry | None) -> Put:
        before = self._store.before(address)
        answer = self._web.get(address, before[1] if before else None)
        if answer.data is None:
            return Put("unchanged", before[0] if before else "")
        source = Known(
            address=answer.final,
            asked=address,
            etag=answer.validators.etag,
            modified=answer.validators.modified,
            title=entry.title if entry else None,
            published=entry.published if entry else None,
        )
        ending = ending_for(answer.data, answer.content_type, answer.final)
        return self._store.put(Arrival(answer.data, f"article{ending}", source))


def _named(what: str, results: Iterator[Result]) -> Iterator[Result]:
    """What came of something that was named; where the computer itself fails at it, that too."""
    try:
        yield from results
    except OSError as problem:
        mend = "give leave to read it and to write into seeds/, or make room there"
        yield "failed", Item(what, note=f"cannot be brought ({problem.strerror}); {mend}")


def _result(what: str, put: Put) -> Result:
    notes = {"updated": f"a new version of seeds/{put.like}", "brought": f"a copy of seeds/{put.like}"}
    note = notes.get(put.outcome, "") if put.like else "its address is known now" if put.located else ""
    return put.outcome, Item(what, put.file, note)
