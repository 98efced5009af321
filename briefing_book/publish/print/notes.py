"""Statements with their notes: which source, of what date, which sentence says so.

The first note of a source names it in full, later ones by its number in the list of sources.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from briefing_book.model import Party, Passage, Printing
from briefing_book.names import plain
from briefing_book.render.dates import in_words
from briefing_book.render.environment import count, web_address
from briefing_book.render.links import page_path
from briefing_book.render.passages import shortened
from briefing_book.render.view import View
from briefing_book.render.whereabouts import Whereabouts

Data = dict[str, Any]
"""What becomes a JSON object."""

ROWS = Printing().rows
MOST_CITED = 12
"""More passages of one statement are counted."""
MOST_BEGUN = 3
"""A note says of so many sentences how they begin."""
_TITLE, _SHORT_TITLE = 90, 48
"""So many characters of a title stand in a note, and in a table."""
_MOST_OF, _BEGINNING = 0.6, 75
"""A note says in so many characters how a sentence begins of which the page shows less than this part."""


class Notes:
    """The notes of one brief, in the order in which its sections are made."""

    def __init__(self, view: View, rows: int = ROWS) -> None:
        """`rows`: so many of each list are printed at most."""
        self.view, self.rows = view, rows
        self.names: dict[str, None] = {}
        self.made, self._before = 0, 0
        self._all: list[Data] = []
        self._numbers: dict[str, int] = {}
        self._site = Whereabouts(view, "index.md") if view.site_url else None
        self._starts: dict[str, list[int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def new_section(self, from_one: bool) -> None:
        """Let notes say again how a sentence begins, and number them anew where `from_one`."""
        self._begun.clear()
        if from_one:
            self._before = self.made

    def number_through(self) -> None:
        """Number the notes of all sections in one row."""
        for note in self._all:
            note["number"] = note["id"]

    def statement(self, passages: Sequence[Passage]) -> Data:
        """The words of the first passage, a note that cites all, and who is named in them."""
        first = passages[0]
        return {
            "said": self.said(first),
            "names": self._named(first),
            "note": self.note(passages, whole=self._shows_most(first)),
            "agreed": self.agreed(passages),
        }

    def shown(self, passage: Passage) -> Data:
        """The words of a passage in a table, who is named in them, and a note of where they stand."""
        return {
            "said": self.said(passage),
            "names": self._named(passage),
            "note": self._note([(passage, None)], 0),
        }

    def said(self, passage: Passage) -> Data:
        """An article's own words."""
        shown = self.view.shown(passage)
        text = plain(shown.text) + (" …" if shown.end < passage.end else "")
        return {"text": text, "lang": self.view.language(passage.article)}

    def places(self, passages: Iterable[Passage], most: int) -> Data:
        """A note that cites a few of these passages by their numbers only."""
        few = self.view.first(self.view.once(tuple(passages)), most)
        return self._note([(passage, None) for passage in few], 0)

    def note(self, passages: Iterable[Passage], whole: bool = False) -> Data:
        """A note that cites these passages; `whole`: the page shows most of the first one's sentence.

        It says how the first sentences begin that are not shown, each once in a section.
        """
        once = self.view.once(tuple(passages))
        shown = self.view.first(once, MOST_CITED)
        begun = range(int(whole), MOST_BEGUN)
        cited = [(each, self._begins(each) if n in begun else None) for n, each in enumerate(shown)]
        return self._note(cited, len(once) - len(shown))

    def agreed(self, passages: Sequence[Passage]) -> str | None:
        """How many sources say something, where several articles do."""
        sources, articles = self.view.independent(passages), len(self.view.tellers(tuple(passages)))
        if sources > 1:
            return count(sources, "source")
        return f"one text in {count(articles, 'article')}" if articles > 1 else None

    def name(self, party: Party) -> Data:
        """Somebody in a fact, and the id by which cross-references and the index know them."""
        return self.named(party.entity, party.name)

    def named(self, id: str | None, name: str | None = None) -> Data:
        """An entity or a plan by its id, shown by its name or as `name`."""
        known = self.view.name(id)
        if id and known:
            self.names.setdefault(id)
        return {"text": plain(name or known or ""), "to": id if known else None}

    def sources(self, articles: Iterable[str]) -> tuple[list[Data], int]:
        """The list of sources: the cited ones by number, then those of `articles` that are not cited.

        Of these no more than of other lists; and how many are left.
        """
        others = [article for article in articles if article not in self._numbers]
        for article in others[: self.rows]:
            self._number(article)
        listed = [self._source(article, number) for article, number in self._numbers.items()]
        return listed, len(others[self.rows :])

    def source(self, article: str) -> Data:
        """An article in a table: its number, short title and date."""
        info = self.view.source(article).info
        return {
            "number": self._number(article),
            "title": shortened(info.publisher or plain(info.title), _SHORT_TITLE),
            "when": in_words(info.published),
            "lang": self.view.language(article),
        }

    def page(self, id: str) -> str | None:
        """The address of the page of an entity, a plan or a point in the published site."""
        return self._site.of(id) if self._site else None

    def file(self, path: str) -> str | None:
        """The address of a page of the published site by its file."""
        return self._site.page(path) if self._site else None

    def _shows_most(self, passage: Passage) -> bool:
        """Whether a passage is so much of its sentence that a note need not say how that begins."""
        return len(passage.text) >= _MOST_OF * len(self.view.whole(passage).text)

    def _begins(self, passage: Passage) -> str | None:
        """How the sentence of a passage begins, where this section has not said it yet."""
        place = passage.article, passage.sentence
        if place in self._begun:
            return None
        self._begun.add(place)
        return shortened(plain(self.view.sentence(passage)), _BEGINNING)

    def _note(self, cited: Iterable[tuple[Passage, str | None]], more: int) -> Data:
        """The next note, with the places of each source together."""
        self.made += 1
        cites: dict[str, Data] = {}
        for passage, begins in cited:
            if passage.article not in cites:
                cites[passage.article] = self._cite(passage.article)
            cite = cites[passage.article]
            href = self._site.sentence(passage) if self._site else None
            cite["places"].append({"sentence": passage.sentence, "begins": begins, "href": href})
        number = self.made - self._before
        made = {"cites": list(cites.values()), "more": more, "id": self.made, "number": number}
        self._all.append(made)
        return made

    def _cite(self, article: str) -> Data:
        new, info = article not in self._numbers, self.view.source(article).info
        return {
            "number": self._number(article),
            "title": self._title(article) if new else None,
            "publisher": info.publisher if new else None,
            "when": in_words(info.published),
            "lang": self.view.language(article),
            "places": [],
        }

    def _number(self, article: str) -> int:
        return self._numbers.setdefault(article, len(self._numbers) + 1)

    def _title(self, article: str) -> str:
        return shortened(plain(self.view.source(article).info.title), _TITLE)

    def _source(self, article: str, number: int) -> Data:
        source = self.view.source(article)
        copied = source.copy_of
        return {
            "number": number,
            "title": plain(source.info.title),
            "short": self._title(article),
            "publisher": source.info.publisher,
            "when": in_words(source.info.published),
            "edited": self._edited(article),
            "lang": self.view.language(article),
            "url": web_address(source.info.url),
            "href": self._site.page(page_path(f"sources/{article}")) if self._site else None,
            "copy_of": self._title(copied) if copied else None,
        }

    def _edited(self, article: str) -> str | None:
        """Which version of an article it is, and since when; None where its publisher has not changed it."""
        source, updated = self.view.source(article), self.view.updated(article)
        day = f"updated {in_words(updated)}" if updated and updated != source.info.published else ""
        version = f"version {len(source.versions) + 1}" if source.versions else ""
        return ", ".join(filter(None, (version, day))) or None

    def _named(self, passage: Passage) -> list[str]:
        """Who is named in a passage, by the marks of its article."""
        marks = self.view.marked(passage.article).marks
        starts = self._starts.setdefault(passage.article, [mark.start for mark in marks])
        found = marks[bisect_left(starts, passage.start) : bisect_right(starts, passage.end - 1)]
        ids = dict.fromkeys(mark.to for mark in found if self.view.name(mark.to))
        self.names |= ids
        return list(ids)
