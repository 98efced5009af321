"""An article that its publisher edited: its page tells what was changed, and the earlier text has a page."""

from pathlib import Path

import pytest
from lxml.html import HtmlElement
from msgspec.structs import replace

from briefing_book.model import Book
from briefing_book.publish.check import check_site
from briefing_book.publish.print.notes import Notes
from briefing_book.render import render
from briefing_book.render.data import data_files
from briefing_book.render.view import View
from tests.assemble.test_versions import FIRST, SECOND, edited
from tests.render.small_book import TEMPLATES, build_site
from tests.render.test_source_page import content, words

EARLIER = "report~1"


@pytest.fixture(scope="module")
def revised() -> Book:
    made = edited()
    source = made.sources["report"]
    hostile = replace(source.versions[0].info, title="<b>Old</b> *title*", publisher="The Gull")
    version = replace(source.versions[0], info=hostile, also=("seeds/report-2.txt",))
    return replace(made, sources={"report": replace(source, versions=(version,))})


@pytest.fixture(scope="module")
def site(revised: Book, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(revised, tmp_path_factory.mktemp("edited"))


@pytest.fixture(scope="module")
def page(site: Path) -> HtmlElement:
    return content(site, "sources/report")


def test_every_word_of_every_version_is_its_slice_and_leads_to_its_sentence(site: Path) -> None:
    assert check_site(site, {"report": SECOND, EARLIER: FIRST}) == []
    wrong = check_site(site, {"report": SECOND, EARLIER: FIRST.replace("Rui", "Ana")})
    assert any(problem.startswith("sources/report/index.html") for problem in wrong)


def test_the_page_shows_what_was_changed_word_by_word_and_says_so_in_words(page: HtmlElement) -> None:
    (was,) = page.xpath(".//li[contains(., 'Was:')]")
    assert [words(each) for each in was.iter("del")] == ["3"]
    assert [words(each) for each in was.iter("ins")] == ["4"]
    assert words(was) == f"Was: {FIRST.partition(' “')[0]} s1 Became: {SECOND.partition(' “')[0]} s1"
    lines = [words(each) for each in page.iter("li")]
    assert "Taken out: Rui Costa rejects the Harbour Paper. s3" in lines
    assert "Put in: Ana Reis welcomed the news in Porto. s3" in lines
    assert "1 sentence changed, 1 taken out, 1 put in:" in words(page)


def test_sentences_that_stayed_are_not_shown_again(page: HtmlElement) -> None:
    assert words(page).count("Forty observers watched.") == 1


def test_the_facts_that_went_and_came_are_listed_with_links_to_their_versions(page: HtmlElement) -> None:
    lines = {words(each): each.xpath(".//a/@href") for each in page.iter("li")}
    assert lines["person Rui Costa s3"] == ["../report~1/#s3"]
    assert lines["position Rui Costa opposes Maria Lopes: rejects s3"] == ["../report~1/#s3"]
    assert lines["date 4 May 2031 s1"] == ["#s1"]


def test_the_versions_are_listed_with_their_dates_titles_and_files(page: HtmlElement) -> None:
    (table,) = page.xpath(".//h2[@id='versions']/following::table[1]")
    rows = [[words(cell) for cell in row.iter("td")] for row in table.iter("tr")][1:]
    assert rows == [
        ["2, the text above", "4 May 2031", "report", "seeds/report.txt"],
        ["1, the whole text", "3 May 2031", "<b>Old</b> *title*", "seeds/report~1.txt, seeds/report-2.txt"],
    ]
    assert "../report~1/" in table.xpath(".//a/@href")
    assert "The title was “<b>Old</b> *title*” and became “report”." in words(page)


def test_the_earlier_text_is_kept_whole_on_a_page_that_search_leaves_out(site: Path) -> None:
    earlier = content(site, "sources/report~1")
    (text,) = earlier.find_class("article")
    assert words(text) == FIRST
    assert "the newest text" in words(earlier)
    assert "sources/report~1/" not in (site / "search/search_index.json").read_text()


def test_the_list_of_sources_says_when_an_article_was_updated_and_counts_it_once(site: Path) -> None:
    listed = words(content(site, "sources"))
    assert "1 article that the book is made of." in listed
    assert "updated 4 May 2031, 2 versions" in listed


def test_an_article_that_was_not_edited_has_no_versions(pages: dict[str, str]) -> None:
    assert "## Versions" not in pages["sources/report.md"]


def test_of_a_book_of_passages_no_earlier_text_is_shown(revised: Book) -> None:
    pages = render(replace(revised, publish="passages"), TEMPLATES)
    assert "sources/report~1.md" not in pages
    assert "so it does not show what was changed" in pages["sources/report.md"]
    assert not [path for path, text in pages.items() if "rejects the Harbour" in text]


def test_the_data_tells_of_the_versions(revised: Book) -> None:
    files = data_files(View(revised))
    head, row = files["data/articles.csv"].splitlines()
    told = dict(zip(head.split(","), row.split(","), strict=True))
    assert (told["updated"], told["versions"]) == ("2031-05-04", "2")
    assert "report~1" in files["data/book.json"]


def test_a_brief_says_which_version_of_an_article_it_cites(revised: Book) -> None:
    source = revised.sources["report"]
    later = replace(source, info=replace(source.info, updated="2031-05-06"))
    ((told,), _) = Notes(View(replace(revised, sources={"report": later}))).sources(["report"])
    assert (told["when"], told["edited"]) == ("4 May 2031", "version 2, updated 6 May 2031")
    ((told,), _) = Notes(View(replace(revised, sources={"report": replace(source, versions=())}))).sources(
        ["report"]
    )
    assert told["edited"] is None
