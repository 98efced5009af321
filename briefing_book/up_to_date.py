"""The facts of a book's articles: what has not changed is neither read nor parsed again.

What people edited in a facts file is kept, and done again to what is found anew.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from briefing_book.facts import FACTS, articles_in, holds_text, read_facts, stage_facts, unstage_facts
from briefing_book.fingerprint import fingerprint
from briefing_book.hand_edits import HandEdits
from briefing_book.model import Article, Facts, Plan, Record, Settings
from briefing_book.reader import Reader, read_all
from briefing_book.storage.cache import Cache
from briefing_book.storage.code import code_of
from briefing_book.storage.staging import BUILD, Staging

Progress = Callable[[str], None]


class UpToDate(Record, frozen=True):
    """The facts and the text of each article; the ids that were there, are read anew, and are gone.

    `problems` are lines on facts files that people edited and that cannot be used as they are, `lost_edits`
    the ids of articles that are gone and have edits.
    """

    found: tuple[tuple[Facts, str], ...]
    before: tuple[str, ...]
    anew: tuple[str, ...]
    gone: tuple[str, ...]
    problems: tuple[str, ...] = ()
    lost_edits: tuple[str, ...] = ()


def bring_up_to_date(
    root: Path,
    settings: Settings,
    plans: tuple[Plan, ...],
    articles: Sequence[Article],
    staging: Staging,
    progress: Progress,
    reader: Reader | None = None,
) -> UpToDate:
    """The facts of all articles; those found anew are staged, and those whose seeds are gone go.

    `reader` reads new articles if they are few, and is ended. Raises `BookError` where a file of facts or of
    edits is broken.
    """
    update = _Update(root, settings, plans, staging, progress, reader)
    found = dict(update.current(root / FACTS, articles))
    rest = [a for a in articles if a.info.id not in found]
    saved = dict(update.current(staging.found, rest))
    for article in rest:
        if article.info.id in saved:
            update.stage(article, saved[article.info.id])
    found |= saved | dict(update.read([a for a in rest if a.info.id not in saved]))
    if reader:
        reader.end()
    gone = update.let_go(articles)
    update.cache.save()
    return UpToDate(
        found=tuple((found[a.info.id], a.text) for a in articles),
        before=tuple(update.before),
        anew=tuple(a.info.id for a in rest),
        gone=gone,
        problems=tuple(update.hand.problems),
        lost_edits=tuple(id for id in update.hand.texts if id not in found),
    )


class _Update:
    """What all parts of the work share."""

    def __init__(
        self,
        root: Path,
        settings: Settings,
        plans: tuple[Plan, ...],
        staging: Staging,
        progress: Progress,
        reader: Reader | None,
    ) -> None:
        self._settings, self._plans = settings, plans
        self._staging, self._progress, self._reader = staging, progress, reader
        self.cache = Cache(root / BUILD / "facts.msgpack", Facts, code_of("model"))
        self.before = articles_in(root / FACTS)
        self.hand = HandEdits(root, staging, self.before, self.cache)

    def current(self, folder: Path, articles: Iterable[Article]) -> Iterator[tuple[str, Facts]]:
        """The facts that were found in these very texts, in the way in which they would be found now."""
        known = set(articles_in(folder))
        for article in self.hand.unedited(articles):
            id = article.info.id
            if id in known and holds_text(folder, id, article.text):
                facts = read_facts(folder, id, self.cache)
                if facts.fingerprint == self._mark(article):
                    yield id, facts

    def stage(self, article: Article, facts: Facts) -> None:
        """Let these be an article's facts."""
        stage_facts(self._staging, facts, article.text, self.cache)

    def read(self, articles: Sequence[Article]) -> Iterator[tuple[str, Facts]]:
        """What is found in articles now, with what people edited; each staged as soon as it is found."""
        counted = [old for article in articles if (old := self.hand.counted(article))]
        then = {then.info.id: (facts, then.text) for then, facts in self._extracted(counted)}
        for article, facts in self._extracted(articles):
            kept = self.hand.keep(article, facts, then.get(article.info.id))
            found = replace(kept.facts, fingerprint=self._mark(article))
            if not kept.problem:
                self.stage(article, found)
            yield article.info.id, found

    def let_go(self, articles: Iterable[Article]) -> tuple[str, ...]:
        """The ids of articles that are gone; their facts go too, unless somebody has edited them since."""
        gone = sorted(set(self.before) - {article.info.id for article in articles})
        for id in filter(self.hand.lets_go, gone):
            unstage_facts(self._staging, id)
        return tuple(gone)

    def _mark(self, article: Article) -> str:
        return self.hand.marked(article.info.id, fingerprint(article, self._settings, self._plans))

    def _extracted(self, articles: Sequence[Article]) -> Iterator[tuple[Article, Facts]]:
        if not articles:
            return
        self._progress("loading the language model")
        pipelines, plans = self._settings.pipelines, self._plans
        found = read_all(self._reader, articles, pipelines, plans)
        for number, (article, facts) in enumerate(zip(articles, found, strict=True), 1):
            self._progress(f"read article {number} of {len(articles)}")
            yield article, facts
