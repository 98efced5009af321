"""Articles in French. One module a kind of fact; the words by which French tells them are in `data/fr`.

The pipeline's parse is that of Universal Dependencies, so that the rules for English do not hold here.
Quantities are not read yet.
"""

from spacy.tokens import Doc

from briefing_book.extract.fr import (
    countries,
    dates,
    events,
    organisations,
    people,
    plans,
    positions,
    quotations,
)
from briefing_book.extract.fr.cast import Cast
from briefing_book.extract.pipeline import sentence_offsets
from briefing_book.model import Article, Facts, Plan


def find(doc: Doc, article: Article, known_plans: tuple[Plan, ...]) -> Facts:
    """All facts of a French article."""
    found_countries = countries.find(doc)
    found_people = people.find(doc, found_countries)
    found_organisations = organisations.find(doc, found_people, found_countries)
    found_dates = dates.find(doc, article.info.published)
    found_plans = plans.find(doc, known_plans, found_countries)
    cast = Cast(doc, found_people, found_organisations, found_countries, found_plans)
    found_quotations = quotations.find(doc, cast)
    return Facts(
        article=article.info,
        sentences=sentence_offsets(doc),
        people=found_people,
        organisations=found_organisations,
        countries=found_countries,
        plans=found_plans,
        quotations=found_quotations,
        dates=found_dates,
        events=events.find(doc, cast, found_dates, article.info.published),
        positions=positions.find(doc, cast),
        provisions=plans.provisions(doc, cast, known_plans, found_quotations),
    )
