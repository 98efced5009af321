"""Step two: an article in, its facts out. One module a kind of fact; the only place that knows spaCy."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from briefing_book.extract import (
    countries,
    dates,
    events,
    organisations,
    people,
    plans,
    positions,
    provisions,
    quantities,
    quotations,
)
from briefing_book.extract.cast import Cast
from briefing_book.extract.pipeline import parse, plain_sentences, sentence_offsets
from briefing_book.extract.typography import as_read, as_written
from briefing_book.model import Article, Facts, Plan


def extract(article: Article, nlp: Language, known_plans: tuple[Plan, ...]) -> Facts:
    """All facts of an article. Each kind is found from the text and from the kinds found before it.

    An article in another language than the pipeline's gets its sentences and no invented facts.
    """
    if article.info.language not in (None, nlp.lang):
        return unread(article)
    doc = parse(nlp, as_read(article.text))
    return as_written(_LANGUAGES[nlp.lang or ""](doc, article, known_plans), article.text)


def unread(article: Article) -> Facts:
    """An article that nobody can read: its sentences, and no facts."""
    return Facts(article=article.info, sentences=sentence_offsets(plain_sentences(article.text)))


def _in_english(doc: Doc, article: Article, known_plans: tuple[Plan, ...]) -> Facts:
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
        quantities=quantities.find(doc, found_dates),
        positions=positions.find(doc, cast),
        provisions=provisions.find(doc, cast, known_plans, found_quotations),
    )


def _in_french(doc: Doc, article: Article, known_plans: tuple[Plan, ...]) -> Facts:
    # Its words and patterns take as long to prepare as all the others: only where there is work for them.
    from briefing_book.extract import fr

    return fr.find(doc, article, known_plans)


_LANGUAGES: dict[str, Callable[[Doc, Article, tuple[Plan, ...]], Facts]] = {
    "en": _in_english,
    "fr": _in_french,
}
