"""Puts articles into `seeds/`, never over another: what is there already is recognised and not put twice.

The article of an address is edited when its title or text is another than that of the latest version; the
new version is put beside. A text that is there under another address is put there as well, as a copy.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from msgspec.structs import replace

from briefing_book.gather.addresses import own_address
from briefing_book.gather.download import Validators
from briefing_book.gather.held import Content, Holding, Reader, digest, held, holding, in_order
from briefing_book.gather.known import Known, completed, known, save_known, states_title
from briefing_book.gather.names import free_stem, own_stem, titled_stem
from briefing_book.model import ArticleInfo, Record
from briefing_book.storage.files import write_file
from briefing_book.web import same_address

Outcome = Literal["brought", "updated", "unchanged"]


class Arrival(Record, frozen=True):
    """A file that arrives: its bytes, its name, and where it came from, if from the web."""

    data: bytes
    name: str
    source: Known | None = None


class Put(Record, frozen=True):
    """What was done with an arrival, the seed that holds it, and the one that it is a version or copy of.

    `located`: nobody knew that seed's address before.
    """

    outcome: Outcome
    file: str
    like: str = ""
    located: bool = False


class Store:
    """The seeds of the book in the folder `book`, which must be locked meanwhile."""

    def __init__(self, book: Path) -> None:
        self._book = book
        self._reader = Reader(book)
        there = known(book)
        self._known = {file: there[file] for file in there if (book / "seeds" / file).is_file()}
        self._held = held(book, self._known, self._reader)
        self._taken = {Path(file).stem.casefold() for file in self._held.files}

    def before(self, address: str) -> tuple[str, Validators] | None:
        """The seed that came from an address, and by what to ask whether it has changed since."""
        wanted = same_address(address)
        for file in sorted(self._known, key=in_order, reverse=True):
            source = self._known[file]
            if same_address(source.asked or source.address) == wanted and self._is_whole(file, source):
                return file, Validators(source.etag, source.modified)
        return None

    def holds(self, address: str) -> bool:
        """Whether the article at an address was brought."""
        return self.before(address) is not None or bool(self._held.at(same_address(address)))

    def put(self, arrival: Arrival) -> Put:
        """Put an arrival into the seeds, or tell which seed holds it already.

        Raises `NotBroughtError` where it holds no article.
        """
        contents = self._reader.contents(arrival.data, arrival.name)
        arrival = _placed(arrival, contents[0].info)
        holdings = [holding("", content, arrival.source) for content in contents]
        matches = [self._match(each, latest=arrival.source is not None) for each in holdings]
        there = [match for match in matches if match and match.outcome == "unchanged"]
        if len(there) == len(matches):
            return self._left(there[0], arrival)
        likes = [match for match in matches if match and match.outcome != "unchanged"]
        edited = next((match for match in likes if match.outcome == "updated"), None)
        stem = Path(edited.file).stem if edited else _stem(arrival, contents[0].info)
        file = free_stem(stem, self._taken) + Path(arrival.name).suffix.lower()
        self._write(file, arrival, contents)
        if edited:
            return Put("updated", file, edited.file)
        return Put("brought", file, likes[0].file if likes else "")

    def save(self) -> None:
        """Keep what was read for the next time."""
        self._reader.save()

    def _match(self, arrived: Holding, latest: bool) -> Put | None:
        """The seed that has an article already ("unchanged"), an earlier version, or a copy ("brought").

        With `latest`, an article that is as it was before it was edited is a new version again.
        """
        versions = self._held.at(arrived.address)
        for each in versions[-1:] if latest else versions:
            if (each.title, each.text) == (arrived.title, arrived.text):
                return Put("unchanged", each.file)
        if versions:
            return Put("updated", versions[0].file)
        alike = self._held.saying(arrived.text)
        nameless = [each for each in alike if not each.address or not arrived.address]
        if nameless:
            return Put("unchanged", nameless[0].file)
        return Put("brought", alike[0].file) if alike else None

    def _left(self, there: Put, arrival: Arrival) -> Put:
        """What is there already stays; where nobody knew its address, that is noted."""
        source = arrival.source
        if source and there.file not in self._known and self._held.is_nameless(there.file):
            self._note(there.file, replace(source, etag=None, modified=None))
            return replace(there, located=True)
        return there

    def _write(self, file: str, arrival: Arrival, contents: Sequence[Content]) -> None:
        """Write first where a seed comes from, then the seed: one without its origin is worse than none."""
        sha256 = digest(arrival.data)
        if arrival.source:
            self._note(file, replace(arrival.source, sha256=sha256))
        write_file(self._book / "seeds" / file, arrival.data)
        self._taken.add(Path(file).stem.casefold())
        self._held.put(file, sha256, [holding(file, content, arrival.source) for content in contents])

    def _note(self, file: str, source: Known) -> None:
        self._known[file] = replace(source, file=file)
        save_known(self._book, self._known)

    def _is_whole(self, file: str, source: Known) -> bool:
        """Whether a seed still is what was downloaded."""
        return source.sha256 is not None and source.sha256 == self._held.files.get(file)


def _placed(arrival: Arrival, info: ArticleInfo) -> Arrival:
    """An arrival under the address that its page states, if it may, with what that leaves unsaid."""
    source = arrival.source
    if source is None:
        return arrival
    address = own_address(source.address, info.url)
    asked = source.asked if source.asked != address else None
    title = source.title if not states_title(info) else None
    published = source.published if info.published is None else None
    source = replace(source, address=address, asked=asked, title=title, published=published)
    return replace(arrival, source=source)


def _stem(arrival: Arrival, info: ArticleInfo) -> str:
    if arrival.source is None:
        return own_stem(arrival.name, info.title)
    told = completed(info, arrival.source)
    return titled_stem(told.title, told.published)
