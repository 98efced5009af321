"""What people did to the facts files of a book: seen by a build, kept, and done again to what it finds."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from briefing_book.edits import FOLDER, Edits, Kept, Seen, files_of_edits, keep, load_edits, mark, seen
from briefing_book.facts import FACTS, read_facts, read_text
from briefing_book.model import Article, Facts
from briefing_book.storage.cache import Cache
from briefing_book.storage.staging import Staging

_STAYS = "edited by hand, and its seed is gone; it stays: delete it, or bring the seed back"


class HandEdits:
    """The edits of a book in the folder `root`.

    `seen` are the facts files that were edited since the last build, and `texts` the files of the edits
    before, both by their articles' ids. Raises `BookError` where one of the latter is broken.
    """

    def __init__(self, root: Path, staging: Staging, articles: Iterable[str], cache: Cache[Facts]) -> None:
        self._folder, self._staging = root / FACTS, staging
        self.texts = files_of_edits(root)
        self._before = {id: load_edits(root, id) for id in self.texts}
        self.seen: dict[str, Seen] = {}
        for id in articles:
            if what := seen(self._folder / f"{id}.yml", partial(read_facts, self._folder, id, cache)):
                self.seen[id] = what
        self.problems: list[str] = []

    def unedited(self, articles: Iterable[Article]) -> list[Article]:
        """Those of the articles whose facts nobody has edited since."""
        return [article for article in articles if article.info.id not in self.seen]

    def marked(self, article: str, fingerprint: str) -> str:
        """The fingerprint of facts that have the article's edits."""
        return mark(fingerprint, self.texts.get(article, ""))

    def counted(self, article: Article) -> Article | None:
        """The article with the text that its edited facts count, where that is not its present one."""
        id = article.info.id
        if id not in self.seen or not (self._folder / f"{id}.txt").is_file():
            return None
        text = read_text(self._folder, id)
        return Article(article.info, text) if text != article.text else None

    def keep(self, article: Article, found: Facts, then: tuple[Facts, str] | None) -> Kept:
        """What is found in an article, with what people did to it; what they have done since is staged."""
        id = article.info.id
        kept = keep(found, article.text, self._before.get(id, Edits()), self.seen.get(id), then)
        path = f"{FOLDER}/{id}.yml"
        if kept.edits:
            self._staging.write(path, kept.edits)
        elif kept.edits is not None:
            self._staging.remove(path)
        if kept.edits is not None:
            self.texts[id] = kept.edits
        self.problems += [kept.problem] if kept.problem else []
        return kept

    def lets_go(self, article: str) -> bool:
        """Whether the facts of an article that is gone can go too: nobody has edited them since."""
        if article in self.seen:
            self.problems.append(f"{FACTS}/{article}.yml: {_STAYS}")
        return article not in self.seen
