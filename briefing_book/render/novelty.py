"""What the last edition brought, as pages ask it: of a fact, or of an article, entity or point by its id."""

from briefing_book.editions import BookFact, History
from briefing_book.model import BookQuotation, Difference
from briefing_book.render.view import View


class Novelty:
    """Whether things of a book are new. Facts that start in one article are looked up together."""

    def __init__(self, history: History, view: View) -> None:
        self._history = history
        new: dict[str, list[BookFact]] = {}
        for fact in history.new_facts:
            new.setdefault(_first_article(fact), []).append(fact)
        self._ids = view.answers.table("new", history.is_new)
        self._facts = view.answers.table("new facts", lambda article: new.get(article, []))

    def __call__(self, thing: BookFact | str) -> bool:
        """Whether the last edition brought it."""
        if isinstance(thing, str):
            return self._ids(thing)
        self._facts(_first_article(thing))
        return self._history.is_new(thing)


def _first_article(fact: BookFact) -> str:
    match fact:
        case BookQuotation():
            return fact.passage.article
        case Difference():
            return fact.rows[0].passage.article
        case _:
            return fact.passages[0].article
