"""What one article tells of an entity, as far as it helps to tell who is who."""

from collections.abc import Sequence

from briefing_book.assemble.company import Company
from briefing_book.assemble.institutions import CountryWords
from briefing_book.assemble.judgements import Judgements
from briefing_book.assemble.named import Named
from briefing_book.assemble.unions import Known
from briefing_book.names import key, plain


class Evidence:
    """Tells it of any entity of the book's articles."""

    def __init__(self, named: Sequence[Named], countries: CountryWords, judgements: Judgements) -> None:
        self._countries = countries
        self._company = Company(named)
        self._around: dict[str, set[str]] = {}
        for each in named:
            self._around.setdefault(each.article, set()).update(_codes(each))
        self._apart = judgements.apart

    def of(self, named: Named) -> Known:
        """What its article tells of this entity, and what people say that it is not."""
        return Known(
            articles={named.article},
            roles={self._title(role.text, role.country): plain(role.text) for role, _ in named.roles},
            countries=_codes(named),
            addressed=set(named.addressed),
            company=self._company.of(named),
            around=set(self._around[named.article]) if named.kind == "organisations" else set(),
            apart=dict(self._apart.get(named.key, {})),
        )

    def _title(self, text: str, country: str | None) -> str:
        return " ".join(sorted(self._countries.nouns(key(text), country)))


def _codes(named: Named) -> set[str]:
    """The countries that its roles or itself belong to."""
    own = {named.country} if named.country else set()
    return own | {role.country for role, _ in named.roles if role.country}
