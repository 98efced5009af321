"""An article's page: its facts in their places in the text, each leading to its page, and the way back."""

import re
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html
from lxml.html import HtmlElement
from msgspec.structs import replace

from briefing_book.model import ArticleInfo, Book, Form, Mark, Passage, Source
from briefing_book.publish.check import check_site
from briefing_book.render import render
from tests.render.small_book import TEMPLATES, TEXTS, build_site, passage, sentences, small_book

DIARY = "Ann Lee woke early. Xanthous clouds hung over the harbour that morning.\n\n" + " ".join(
    f"Norland sent envoy number {n} to the zoological garden." for n in range(40)
)


def with_dates(book: Book) -> Book:
    """The book with the dates in one of its articles marked."""
    day = passage("report", "3 May 2024")
    report = book.sources["report"]
    marks = (*report.marks, Mark(day.start, day.end, "dates", "2024-05-03"))
    marked = replace(report, marks=tuple(sorted(marks, key=lambda mark: mark.start)))
    return replace(book, sources=book.sources | {"report": marked})


def with_diary(book: Book) -> Book:
    """The book with an article that names a country more often than a page cites it."""
    spans = sentences(DIARY)
    source = Source(ArticleInfo("diary", "seeds/diary.txt", "A diary"), DIARY, spans, ())
    found = [
        Passage(start, start + len("Norland"), "Norland", "diary", n)
        for n, (start, _) in enumerate(spans, 1)
        if DIARY.startswith("Norland", start)
    ]
    norland = book.entities["countries/norland"]
    form = Form("Norland", (*norland.forms[0].passages, *found))
    named = replace(norland, forms=(form,), articles=(*norland.articles, "diary"))
    entities = book.entities | {named.id: named}
    return replace(book, sources=book.sources | {"diary": source}, entities=entities, publish="passages")


def content(site: Path, address: str) -> HtmlElement:
    file = str(site / address / "index.html")
    root = html.parse(file, html.HTMLParser(encoding="utf-8")).getroot()
    return root.find_class("md-content__inner")[0]


def words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(with_dates(small_book()), tmp_path_factory.mktemp("marked"))


@pytest.fixture(scope="module")
def passages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(with_diary(small_book()), tmp_path_factory.mktemp("passages"))


@pytest.fixture(scope="module")
def report(site: Path) -> HtmlElement:
    return content(site, "sources/report")


def test_each_mark_leads_to_its_page_and_says_where(report: HtmlElement) -> None:
    (text,) = report.find_class("article")
    signs = {a.get("aria-label"): a.get("href") for a in text.find_class("sign")}
    assert signs["Quotation of Ann Lee"] == "../../people/ann-lee/#quotations"
    assert signs["Point 1 of Roads for Peace: Ceasefire"] == "../../plans/roads-2024/1-ceasefire/"
    assert signs["Belongs to no known point of Roads for Peace"] == "../../plans/roads-2024/"
    assert signs["Reported speech of Norland"] == "../../countries/norland/#quotations"
    (date,) = text.find_class("dates")
    assert (date.get("href"), date.get("title")) == ("../../timeline/#2024", "3 May 2024")


def test_a_quotation_of_nobody_known_leads_to_all_quotations(site: Path) -> None:
    hostile = next(address for address in (site / "sources").iterdir() if "zwei" in address.name)
    (sign,) = content(site, f"sources/{hostile.name}").xpath(".//a[@aria-label='Quotation, no one speaker']")
    assert sign.get("href") == "../../quotations/"


def test_marks_add_no_character_to_a_sentence_and_no_link_stands_in_a_link(site: Path) -> None:
    for article, text in TEXTS.items():
        page = content(site, f"sources/{article}")
        assert not page.xpath(".//a//a")
        for sentence in page.find_class("article")[0].xpath(".//*[@data-source]"):
            slice = text[int(sentence.get("data-start")) : int(sentence.get("data-end"))]
            assert words(sentence) == " ".join(re.sub("[\x00-\x08]", "", slice).split())


def test_the_legend_explains_the_marks_that_the_text_has_and_no_others(
    site: Path, report: HtmlElement
) -> None:
    (legend,) = report.find_class("legend")
    assert words(legend) == (
        "Shown in the text People Countries Plans Dates Quotations Reported speech Provisions"
    )
    assert not content(site, "sources/weather").find_class("legend")


def test_the_panel_lists_the_facts_with_their_sentences(report: HtmlElement) -> None:
    parts = {words(part.find("summary")): part for part in report.find_class("facts")[0].iter("details")}
    assert list(parts) == [
        *("About this article", "People 2", "Countries 1", "Quotations 4", "Events 1", "Positions 1"),
        *("Provisions 3", "Cited on"),
    ]
    assert "Ann Lee s1 Bo Kim s1" in words(parts["People 2"])
    assert "Language unknown" in words(parts["About this article"])
    for part in parts.values():
        anchors = set(part.xpath(".//a[starts-with(@href, '#')]/@href"))
        assert not [anchor for anchor in anchors if not report.xpath(f".//*[@id='{anchor[1:]}']")]


def test_each_cited_sentence_leads_back_to_the_pages_that_cite_it(site: Path, report: HtmlElement) -> None:
    (line,) = report.xpath(".//li[.//*[@id='cited-s1']]")
    pages = {words(a): unquote(a.get("href")) for a in line.iter("a")}
    assert pages["Ann Lee"] == "../../people/ann-lee/" and pages["Timeline"] == "../../timeline/"
    for address in pages.values():
        if not address.startswith("#"):
            cites = content(site, f"sources/report/{address}").xpath(".//a/@href")
            assert [cite for cite in cites if cite.endswith("sources/report/#s1")]
    assert report.xpath(".//*[@id='s1']/following-sibling::a[1]/@href") == ["#cited-s1"]


def test_search_knows_the_text_and_not_what_stands_around_it(site: Path) -> None:
    index = (site / "search/search_index.json").read_text()
    assert "Shown in the text" not in index and "Cited on" not in index
    assert "Premier Ann Lee of Norland met Bo Kim on 3 May 2024." in index


def test_of_a_book_of_passages_no_uncited_sentence_reaches_the_site(passages: Path) -> None:
    page = content(passages, "sources/diary")
    shown = {int(id[1:]) for id in page.xpath(".//*[@data-source]/@id")}
    spans = dict(enumerate(sentences(DIARY), 1))
    assert shown and len(shown) < len(spans)
    files = {
        path: path.read_bytes().decode(errors="replace") for path in passages.rglob("*") if path.is_file()
    }
    for number, (start, end) in spans.items():
        telling = re.search(r"number \d+ |Xanthous|woke", DIARY[start:end])
        holding = [path for path, text in files.items() if telling and telling.group() in text]
        assert bool(holding) == (number in shown), (number, holding)


def test_of_a_book_of_passages_each_article_shows_its_cited_sentences_and_where_some_are_left_out(
    passages: Path,
) -> None:
    texts = TEXTS | {"diary": DIARY}
    assert check_site(passages, texts, publish="passages") == []
    text = content(passages, "sources/diary").find_class("article")[0]
    assert words(text).startswith("[…] Norland sent envoy number 0")
    assert words(text).endswith("[…]") and words(text).count("[…]") == len(text.find_class("left-out"))
    assert "A diary" in words(content(passages, "sources"))


def test_of_a_book_of_passages_the_data_holds_only_what_pages_cite() -> None:
    pages = render(with_diary(small_book()), TEMPLATES)
    cited = {int(n) for page in pages.values() for n in re.findall(r"sources/diary\.md#s(\d+)", page)}
    rows = re.findall(r"^.*,diary,(\d+),", pages["data/mentions.csv"], re.MULTILINE)
    assert rows and {int(row) for row in rows} <= cited


def test_the_check_tells_a_sentence_that_is_shown_though_no_page_cites_it(
    passages: Path, tmp_path: Path
) -> None:
    site = shutil.copytree(passages, tmp_path / "site")
    file = site / "sources/diary/index.html"
    words = '<p><span id="s1" data-source="diary" data-start="0" data-end="20">Ann Lee woke early.</span></p>'
    file.write_text(file.read_text().replace('<div class="article">', f'<div class="article">{words}'))
    texts = TEXTS | {"diary": DIARY}
    assert check_site(site, texts) == []
    assert check_site(site, texts, publish="passages") == [
        "sources/diary/index.html: #s1 is shown, and no page cites it"
    ]
