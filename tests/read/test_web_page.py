"""A web page gives the article's own words, and what it says of the article with where it says so."""

import json

import pytest

from briefing_book.model import Article
from briefing_book.read import read_content

FIRST = (
    "Ministers from four countries signed an accord on the river in Basel on Friday, ending six years of "
    "talks about water levels and shipping."
)
SAID = "“This is a beginning,” said the Swiss environment minister, Lena Frei. “The work starts tomorrow.”"
LAST = "Shippers had asked for more, and the four parliaments have yet to vote on the text that was signed."
STORY = f"<p>{FIRST}</p><p>{SAID.replace('work', '<b>work</b>')}</p><p>{LAST}</p>"
AROUND = (
    '<div class="cookie-consent"><p>We use cookies to make this site better for you. Accept them?</p></div>'
    "<header><nav><ul><li><a href='/'>Front page</a></li><li><a href='/w'>World</a></li></ul></nav></header>"
    "{}<aside class='related'><h3>Read more</h3><ul><li><a href='/x'>Low water again</a></li></ul></aside>"
    "<section class='comments'><p>John: I do not like this at all, what a waste of money.</p></section>"
    "<footer><p>Copyright 2024 The Morning Ledger. All rights reserved.</p></footer>"
)


def page(head: str = "", body: str = STORY, lang: str = "en") -> str:
    around = AROUND.format(f"<main><article>{body}</article></main>")
    return f"<!DOCTYPE html><html lang='{lang}'><head>{head}</head><body>{around}</body></html>"


def read(source: str | bytes, name: str = "story.html") -> Article:
    found = read_content(source if isinstance(source, bytes) else source.encode(), name)
    assert not found.skipped
    [article] = found.articles
    return article


def known(article: Article) -> dict[str, tuple[str, str]]:
    """What is known of the article, with its origin."""
    info = article.info
    return {thing: (getattr(info, thing), place) for thing, place in info.origins.items()}


@pytest.mark.parametrize(
    "body",
    [
        STORY,
        f"<h2>The river</h2><div class='content'>{STORY}</div>",
        f"<div><div><section>{STORY}</section></div><div class='ad'>Advertisement</div></div>",
        f"<table><tr><td><a href='/'>Home</a> | <a href='/s'>Sport</a><td>{STORY}<p>© The Ledger</table>",
        f"{FIRST}<br><br>{SAID}<br><br>{LAST}",
    ],
)
def test_only_the_articles_own_words_are_its_text_in_paragraphs(body: str) -> None:
    paragraphs = read(page(body=body)).text.split("\n\n")
    assert [p for p in paragraphs if p != "The river"] == [FIRST, SAID, LAST]


def test_headings_lists_quotes_and_rows_of_tables_are_paragraphs() -> None:
    table = "<table><tr><th>Port</th><th>Depth</th></tr><tr><td>Basel</td><td>2.7 m</td></tr></table>"
    body = (
        f"<p>{FIRST}</p><h2>What was agreed</h2><ul><li>A common gauge.</li><li>A fund for ports.</li></ul>"
        f"<blockquote><p>No port will be closed.</p></blockquote>{table}<p>{LAST}</p>"
    )
    assert read(page(body=body)).text.split("\n\n") == [
        *(FIRST, "What was agreed", "A common gauge.", "A fund for ports.", "No port will be closed."),
        *("Port | Depth", "Basel | 2.7 m", LAST),
    ]


def test_json_ld_comes_first_and_its_parts_may_stand_apart() -> None:
    graph = [
        {"@type": "WebSite", "@id": "#site", "name": "Not this"},
        {
            "@type": ["NewsArticle"],
            "headline": "Four ministers &amp; one river",
            "datePublished": "2024-05-03T23:30:00-07:00",
            "dateModified": "2024-05-04",
            "author": [{"@type": "Person", "name": "Ada Keller"}, {"name": "Jo Roe"}],
            "publisher": {"@id": "#org"},
            "mainEntityOfPage": {"@id": "https://ledger.example/river"},
            "inLanguage": "en-GB",
        },
        {"@type": "Organization", "@id": "#org", "name": "The Morning Ledger"},
    ]
    head = f"<script type='application/ld+json'>{json.dumps({'@graph': graph})}</script>"
    assert known(read(page(head + "<meta property='og:title' content='Other'>", lang=""))) == {
        "title": ("Four ministers & one river", "the JSON-LD"),
        "published": ("2024-05-03", "the JSON-LD"),
        "updated": ("2024-05-04", "the JSON-LD"),
        "publisher": ("The Morning Ledger", "the JSON-LD"),
        "author": ("Ada Keller, Jo Roe", "the JSON-LD"),
        "url": ("https://ledger.example/river", "the JSON-LD"),
        "language": ("en", "the JSON-LD"),
    }


def test_meta_tags_and_links_state_what_json_ld_does_not() -> None:
    head = (
        "<title>Ignored</title><meta property='og:title' content='Four ministers, one river | The Ledger'>"
        "<meta property='og:site_name' content='The Ledger'><meta name='author' content='By Ada Keller'>"
        "<meta property='article:published_time' content='2024-05-03T23:30:00+02:00'>"
        "<meta property='article:modified_time' content='2024-05-04T01:00:00Z'>"
        "<link rel='canonical' href='https://ledger.example/river'>"
        "<script type='application/ld+json'>{broken</script>"
    )
    assert known(read(page(head))) == {
        "title": ("Four ministers, one river", "og:title"),
        "published": ("2024-05-03", "article:published_time"),
        "updated": ("2024-05-04", "article:modified_time"),
        "publisher": ("The Ledger", "og:site_name"),
        "author": ("Ada Keller", "author"),
        "url": ("https://ledger.example/river", "its canonical link"),
        "language": ("en", "its html tag"),
    }


def test_what_stands_on_the_page_under_the_headline_counts_last() -> None:
    body = (
        "<header><h1>Four ministers, one river</h1><p class='byline'>By <a rel='author'>Ada Keller</a></p>"
        f"<time datetime='2024-05-03T10:00'>3 May</time></header>{STORY}"
    )
    assert known(read(page("<title>River | Ledger</title>", body))) == {
        "title": ("Four ministers, one river", "the headline on the page"),
        "published": ("2024-05-03", "the date on the page"),
        "author": ("Ada Keller", "the by-line"),
        "language": ("en", "its html tag"),
    }


def test_a_day_in_the_text_beside_it_or_in_a_copyright_is_no_date_of_the_article() -> None:
    body = STORY.replace("Friday", "Friday, 3 May 2024")
    aside = "<ul><li><time datetime='2019-01-01'>1 January 2019</time></li></ul>"
    assert read(page(body=body + aside)).info.published is None


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Four ministers sign | The Morning Ledger", "Four ministers sign"),
        ("Four ministers sign – World – BBC News", "Four ministers sign – World"),
        ("Talks – at last", "Talks – at last"),
        ("Four ministers sign", "Four ministers sign"),
    ],
)
def test_a_pages_title_loses_the_name_of_its_site(title: str, kept: str) -> None:
    assert known(read(page(f"<title>{title}</title>")))["title"] == (kept, "the page's title")


def test_a_saved_page_keeps_the_address_that_its_browser_noted() -> None:
    note = "<!-- saved from url=(0036)https://ledger.example/2024/05/03/a -->\n"
    assert known(read(note + page()))["url"] == (
        "https://ledger.example/2024/05/03/a",
        "the note of the program that saved it",
    )
    assert known(read(note + page()))["published"] == ("2024-05-03", "its address")


@pytest.mark.parametrize(
    ("charset", "encoding", "words"),
    [
        ("windows-1251", "cp1251", "Министры подписали соглашение в Базеле в пятницу, сообщил министр."),
        ("iso-8859-1", "cp1252", "„Das ist ein Anfang“, sagte Ministerin Frei – für die Flüsse."),
        ("shift_jis", "cp932", "閣僚は金曜日にバーゼルで合意に署名した。会談は六年続いた。"),
        ("iso-8859-1", "utf-8", "„Das ist ein Anfang“, sagte Ministerin Frei – für die Flüsse."),
        ("utf-8", "utf-16", "„Das ist ein Anfang“, sagte Ministerin Frei – für die Flüsse."),
    ],
)
def test_a_page_is_decoded_as_it_is_or_says(charset: str, encoding: str, words: str) -> None:
    source = page(f"<meta charset='{charset}'>", f"<p>{words}</p><p>{words} {words}</p>", lang="")
    assert words in read(source.encode(encoding)).text


def test_the_language_of_a_template_gives_way_to_the_letters() -> None:
    words = (
        "Les ministres de quatre pays ont signé vendredi à Bâle un accord sur le fleuve, après six années de "
        "négociations sur le niveau des eaux et la navigation. « C'est un début », a dit la ministre."
    )
    assert known(read(page(body=f"<p>{words}</p><p>{words}</p>")))["language"] == ("fr", "its letters")


@pytest.mark.parametrize(
    ("source", "why"),
    [
        (page(body=""), "no article can be told from the rest"),
        ("<html><body><nav><a href='/'>Home</a></nav></body></html>", "no article can be told"),
        ("<html><body>" + "<div>" * 100_000 + STORY, "no article can be told"),
        (page(body="<i></i>" * 40_000), "more than 20,000 elements"),
    ],
)
def test_a_page_without_an_article_is_one_named_problem(source: str, why: str) -> None:
    read = read_content(source.encode(), "seeds/story.html")
    assert not read.articles
    [skipped] = read.skipped
    assert skipped.file == "seeds/story.html" and why in skipped.reason and "; save" in skipped.reason


def test_markup_in_what_a_page_states_never_gets_out_of_it() -> None:
    head = (
        "<meta property='og:title' content='&lt;b&gt;Four&lt;/b&gt; &#0;&#1;ministers'>"
        "<meta property='og:url' content='javascript:alert(1)'><meta name='date' content='soon'>"
        "<script type='application/ld+json'>" + "[" * 50_000 + "</script>"
    )
    article = read(page(head, STORY + "<p>\x00&#1;A last word\x0b that is fine.</p>"))
    assert article.info.url is None and article.info.published is None
    assert not set(article.text + article.info.title) & {"\x00", "\x01", "\x0b"}


def test_places_where_words_may_be_broken_do_not_part_them() -> None:
    assert (
        FIRST
        in read(page(body=STORY.replace("Ministers", "Minis&shy;ters").replace("river", "ri\u200bver"))).text
    )


def test_the_same_page_gives_the_same_article() -> None:
    assert read(page()) == read(page())
