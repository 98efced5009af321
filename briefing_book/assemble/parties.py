"""Whom a fact is about: the entity or plan that a reference in an article stands for."""

from briefing_book.assemble.entities import WhoIsWho
from briefing_book.country_names import country_name
from briefing_book.model import EntityKind, Party, Plan, Reference, Speaker
from briefing_book.names import plain


class Parties:
    """Turns the references of single articles into parties of the book."""

    def __init__(self, who: WhoIsWho, plans: tuple[Plan, ...]) -> None:
        self._who = who
        self._plans = {plan.id: plan.title for plan in plans}

    def party(self, article: str, reference: Reference | Speaker) -> Party:
        """Who is meant; somebody whom the book does not know keeps the article's own words."""
        if reference.person:
            return self._named(article, "people", reference.person)
        if reference.organisation:
            return self._named(article, "organisations", reference.organisation)
        if reference.country:
            return self._entity(self._who.by_code.get(reference.country), country_name(reference.country))
        if reference.plan in self._plans:
            return Party(self._plans[reference.plan], f"plans/{reference.plan}")
        return Party(plain(reference.text or reference.plan or ""))

    def _named(self, article: str, kind: EntityKind, name: str) -> Party:
        return self._entity(self._who.by_name.get((article, kind, name)), plain(name))

    def _entity(self, id: str | None, name: str) -> Party:
        return Party(self._who.entities[id].name, id) if id else Party(name)
