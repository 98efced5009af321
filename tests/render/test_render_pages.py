"""What a reader finds on the pages of a small book, once MkDocs has made a site of them, strictly."""

import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import msgspec
import pytest
from lxml import html
from lxml.html import HtmlElement

from briefing_book.model import Book
from briefing_book.publish.check import check_site
from briefing_book.render import render
from tests.render.small_book import HOSTILE, MEND, TEMPLATES, TEXTS, build_site


def page(site: Path, address: str) -> HtmlElement:
    return html.parse(str(site / address / "index.html"), html.HTMLParser(encoding="utf-8")).getroot()


def content(site: Path, address: str) -> HtmlElement:
    return page(site, address).find_class("md-content__inner")[0]


def words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def links(element: HtmlElement) -> dict[str, str]:
    return {words(a): unquote(a.get("href")) for a in element.iter("a") if a.get("href")}


def headings(element: HtmlElement) -> list[str]:
    return [words(h).removesuffix("¶") for h in element.iter("h1", "h2", "h3")]


def test_every_address_has_its_page(site: Path) -> None:
    addresses = [
        *(".", "people", "countries", "organisations", "plans", "timeline", "quotations", "connections"),
        *("differences", "sources", "changes", "review", "about", "data", "people/ann-lee"),
        *(
            "countries/norland",
            "plans/roads-2024",
            "plans/roads-2024/1-ceasefire",
            "plans/roads-2024/2-grain",
        ),
        *("sources/report", f"sources/{HOSTILE}", "people/lee"),
    ]
    assert [a for a in addresses if not (site / a / "index.html").is_file()] == []
    assert not (site / "people/bo-kim").exists()


def test_every_statement_is_its_slice_and_opens_its_sentence_and_every_link_arrives(site: Path) -> None:
    assert check_site(site, TEXTS) == []


def test_the_words_of_an_article_stand_only_where_they_are_marked_as_its_words(site: Path) -> None:
    """On the pages about entities and plans, outside the titles of articles."""
    for address in ("people/ann-lee", "countries/norland", "timeline", "plans/roads-2024/1-ceasefire"):
        shown = content(site, address)
        for statement in shown.xpath("//*[@data-source]"):
            statement.drop_tree()
        assert not [w for w in ("met Bo Kim on", "rejects", "calls for", "Premier") if w in words(shown)]


@pytest.mark.parametrize("article", TEXTS)
def test_an_articles_page_holds_its_whole_text_and_nothing_else(site: Path, article: str) -> None:
    (text,) = content(site, f"sources/{article}").find_class("article")
    squeezed = re.sub(r"[\s\x00-\x1f]", "", TEXTS[article])
    assert re.sub(r"\s", "", text.text_content()) == squeezed
    anchors = [s.get("id") for s in text.xpath(".//*[@data-source]")]
    assert anchors == [f"s{n}" for n in range(1, len(anchors) + 1)]


def test_an_articles_paragraphs_are_kept_and_its_names_lead_to_their_pages(site: Path) -> None:
    (text,) = content(site, "sources/report").find_class("article")
    assert len(text.findall("p")) == 3
    found = links(text)
    assert found["Ann Lee"] == "../../people/ann-lee/"
    assert found["Bo Kim"] == "../../people/#bo-kim"
    assert found["plan"] == "../../plans/roads-2024/"


def test_an_undated_article_says_so_wherever_its_date_would_stand(site: Path) -> None:
    assert words(content(site, f"sources/{HOSTILE}").find_class("lead")[0]).startswith("Undated")
    shown = [words(content(site, address)) for address in ("sources", "people/ann-lee", ".")]
    assert all("undated" in text and "None" not in text for text in shown)


def test_an_article_in_another_language_says_which(site: Path) -> None:
    (text,) = content(site, f"sources/{HOSTILE}").find_class("article")
    (quoted,) = content(site, "quotations").xpath(".//*[@data-source][.='{{ 7*7 }} `x`']")
    assert text.get("lang") == quoted.get("lang") == "de"


def test_a_point_that_no_article_reports_says_so(site: Path) -> None:
    assert "No article reports this." in words(content(site, "plans/roads-2024/2-grain"))
    assert "No article reports this." not in words(content(site, "plans/roads-2024/1-ceasefire"))


def test_the_matrix_leads_from_each_count_to_the_passages_that_it_counts(site: Path) -> None:
    plan = content(site, "plans/roads-2024")
    (table,) = plan.find_class("matrix")[0].iter("table")
    rows = {row[0].text_content()[:8]: [words(cell) for cell in row[1:]] for row in table.iter("tr")}
    assert rows["Lee meet"] == ["2", "–", "1"]
    assert rows["They met"] == ["1", "–", "1"]
    assert rows["<img src"] == ["–", "–", "0"]
    (cell,) = table.xpath(".//tr[contains(., 'Lee meets')]/td[1]/a/@href")
    assert cell == "1-ceasefire/#from-1"
    (line,) = content(site, "plans/roads-2024/1-ceasefire").xpath(".//li[.//*[@id='from-1']]")
    assert "Lee meets Kim" in words(line) and "../../../sources/report/#s2" in links(line).values()


def test_not_reported_is_told_from_not_about_the_plan_in_words(site: Path) -> None:
    (matrix,) = content(site, "plans/roads-2024").find_class("matrix")
    (beyond,) = matrix.xpath(".//tr[contains(., 'Rain')]")
    assert words(beyond).endswith("not about the plan")
    (silent,) = matrix.xpath(".//tr[contains(., 'onerror')]")
    assert silent.xpath(".//@aria-label") == ["not reported", "not reported"]


def test_the_share_of_a_point_counts_copies_once(site: Path) -> None:
    points = content(site, "plans/roads-2024").find(".//table")
    assert [words(row[1]) for row in points.iter("tr")][1:] == [
        "2 of 3 sources about the plan",
        "No article reports this",
    ]


def test_a_point_gives_each_provision_once_and_names_who_does_not_report_it(site: Path) -> None:
    point = content(site, "plans/roads-2024/1-ceasefire")
    assert [words(q) for q in point.iter("blockquote")] == [
        "calls for a ceasefire [1][2][3] 2 sources",
        "keep the ceasefire [4]",
    ]
    (silent,) = point.xpath(".//h2[contains(., 'not reporting')]/following-sibling::ul[1]")
    assert [words(li) for li in silent] == ["<img src=x onerror=alert(1)> *t*, undated"]


def test_positions_on_a_plan_stand_by_holder_in_time_order(site: Path) -> None:
    (held,) = content(site, "plans/roads-2024").xpath(".//h2[@id='positions']/following-sibling::ul[1]")
    assert [words(li) for li in held] == [
        "Ann Lee 4 May 2024: supports it – Her “bold” plan [1]",
        "Norland Undated: opposes it – # Norland rejects the plan | _so_ it says. [2]",
    ]


def test_a_person_opens_with_one_line_of_who_it_is_and_has_no_empty_section(site: Path) -> None:
    person = content(site, "people/ann-lee")
    assert words(person.find_class("lead")[0]) == (
        "Premier [1]. Named in 4 articles (3 independent sources); quoted 2 times; part of 1 event."
    )
    sections = "Roles,The bottom line,Quotations,Events,Positions,Connections,Differences,When they met"
    assert headings(person) == ["Ann Lee", *sections.split(","), "Names", "Sources"]
    assert headings(content(site, "countries/norland")) == [
        *(
            "Norland",
            "People",
            "Quotations",
            "Events",
            "Positions",
            "Connections",
            "Names",
            "Sources",
        )
    ]


def test_a_citation_shows_its_sentence_unless_the_page_shows_it_anyway(site: Path) -> None:
    person = content(site, "people/ann-lee")
    role, *_ = person.xpath(".//h2[@id='roles']/following-sibling::ul[1]/li")
    event, *_ = person.xpath(".//h2[@id='events']/following-sibling::ul[1]/li")
    assert role.find_class("cite")[0].get("title") == "Premier Ann Lee of Norland met Bo Kim on 3 May 2024."
    assert event.find_class("cite")[0].get("title") is None


def test_one_without_a_page_stands_in_the_index_with_the_passages_that_name_it(site: Path) -> None:
    (row,) = content(site, "people").xpath(".//tr[.//*[@id='bo-kim']]")
    assert "Bo Kim" in words(row)
    assert "../sources/report/#s1" in links(row).values()


def test_a_former_address_leads_to_the_new_one_without_script(site: Path) -> None:
    former = page(site, "people/lee")
    assert former.xpath("//meta[@http-equiv='refresh']/@content") == ["0;url=../ann-lee/"]
    assert links(former)["Ann Lee"] == "../ann-lee/"
    assert former.xpath("//script/@src") == ["../../assets/javascripts/offline.js"]


def test_events_stand_under_their_year_with_planned_and_undated_ones_marked(site: Path) -> None:
    timeline = content(site, "timeline")
    assert headings(timeline) == ["Timeline", "2024", "Undated"]
    first, second = timeline.iter("li")
    assert words(first).startswith("3 May 2024 meeting in Norville — Premier Ann Lee")
    assert words(second).startswith("Undated planned reject — ")


def test_reported_speech_opens_with_the_articles_word_for_how_it_is_said(site: Path) -> None:
    quoted = [words(q) for q in content(site, "countries/norland").iter("blockquote")]
    assert quoted == ["has not rejected claims that “the roads are shut” [2] reported"]
    cue = content(site, "countries/norland").find_class("cue")[0]
    assert words(cue) == TEXTS["report"][int(cue.get("data-start")) : int(cue.get("data-end"))]


def test_words_within_reported_speech_of_the_same_speaker_are_listed_once(site: Path, book: Book) -> None:
    assert words(content(site, "quotations")).count("the roads are shut") == 1
    assert [q.passage.text for q in book.quotations].count("the roads are shut") == 1


def test_one_row_tells_all_that_ties_two_with_the_most_telling_first(site: Path) -> None:
    (table,) = content(site, "connections").iter("table")
    assert [[words(cell) for cell in row] for row in table.iter("tr")][1:] == [
        ["Ann Lee", "meets [1][2][3]", "Bo Kim", "2"],
        ["Bo Kim", "visits [4] is spoken about by [5] named with [1]", "Norland", "1"],
    ]
    assert "Named together in one sentence: Norland – Ann Lee [1]" in words(content(site, "connections"))


def test_a_relation_is_told_from_where_the_page_stands(site: Path) -> None:
    row = content(site, "countries/norland").xpath(".//tr[td][contains(., 'visited')]")[0]
    assert [words(cell) for cell in row] == [
        "is visited by [4] speaks about [2] named with [1]",
        "Bo Kim",
        "1",
    ]


def test_what_several_articles_say_stands_once_with_all_its_places_and_the_number_of_sources(
    site: Path,
) -> None:
    (quoted,) = content(site, "people/ann-lee").xpath(".//blockquote[contains(., 'We will keep')]")
    told = re.sub(r" ?\[\d+\]", "", words(quoted))
    assert told == "We will keep the ceasefire, – also in, in other words 2 sources"
    assert {"../../sources/gazette/#s2", "../../sources/gazette-copy/#s2"} <= set(links(quoted).values())
    (event,) = content(site, "timeline").xpath(".//li[contains(., 'meeting')]")
    assert words(event).count("met") == 1 and "[1][2][3] 2 sources" in words(event)


def test_home_tells_what_several_sources_report(site: Path) -> None:
    home = content(site, ".")
    (shared,) = home.xpath(".//h2[contains(., 'several sources')]/following-sibling::ul[1]")
    assert ["2 sources" in words(li) for li in shared] == [True, True]
    assert "We will keep the ceasefire" in words(shared[0]) and "calls for a ceasefire" in words(shared[1])


def test_a_bottom_line_names_the_others_that_report_a_part_of_it(site: Path) -> None:
    (line,) = content(site, ".").xpath(".//h2[@id='the-bottom-line']/following-sibling::ul[1]/li")
    assert re.sub(r" ?\[\d+\]", "", words(line)).endswith("met Bo Kim on 3 May 2024. – in part also in")
    assert "sources/gazette/#s1" in links(line).values()


def test_an_article_shows_the_quotations_that_it_gives_in_its_own_words(site: Path) -> None:
    (given,) = content(site, "sources/gazette-copy").xpath(
        ".//details[starts-with(summary, 'Quotations')]//ul"
    )
    assert words(given).startswith("Ann Lee: The ceasefire will be kept, s2")
    assert "../gazette/#s2" in links(given).values()


def test_articles_with_one_text_name_each_other_and_count_as_one_source(site: Path) -> None:
    for article, other in (("gazette", "They met, copied"), ("gazette-copy", "They met")):
        assert f"The same text as {other} (" in words(content(site, f"sources/{article}"))
    assert "The same text" not in words(content(site, "sources/report"))
    sources = content(site, "sources")
    assert "5 articles (4 independent sources)" in words(sources.find_class("lead")[0])
    assert "a copy or rewrite of They met" in words(sources)


def test_an_entity_tells_its_names_where_they_are_seen_and_why_they_are_one(site: Path) -> None:
    person = content(site, "people/ann-lee")
    names, why = person.xpath(".//h2[@id='names']/following-sibling::ul")[:2]
    assert [re.sub(r" \[.*", "", words(li)) for li in names] == [
        "Ann Lee – 2 times in 2 articles",
        "Lee – 1 time in 1 article",
        "Anne Li – 2 times in 2 articles",
    ]
    assert "../../sources/gazette-copy/#s1" in links(names).values()
    assert words(why) == ("Anne Li in They met, They met, copied: *another* spelling; both named with Bo Kim")
    assert "editorial/corrections.yml: Lee <An>." in words(person)


def test_fragments_stand_apart_and_words_of_nobody_say_so(site: Path) -> None:
    quotations = content(site, "quotations")
    assert headings(quotations)[-1] == "Quoted fragments"
    quoted = [words(q) for q in quotations.iter("blockquote")]
    assert [q for q in quoted if "bold" in q] == []
    assert any(q.endswith("no one speaker") for q in quoted)
    assert any(q.endswith("reported — =envoys") for q in quoted)


def test_skipped_seeds_and_doubts_are_shown_as_text(site: Path) -> None:
    assert "seeds/<x>.pdf — *empty*" in words(content(site, "sources"))
    review = words(content(site, "review"))
    assert "No date: *x* <img" in review and "Give *one* <b>." in review


def test_what_is_to_be_pasted_into_a_file_is_shown_letter_by_letter(site: Path) -> None:
    (lines,) = content(site, "review").find_class("lines")
    assert lines.text_content() == MEND


def test_no_address_of_an_article_or_plan_becomes_a_link_unless_it_is_of_the_web(site: Path) -> None:
    assert links(content(site, "sources/report"))["original"] == "https://e.example/?a=1&b"
    for address in (f"sources/{HOSTILE}", "plans/roads-2024"):
        assert not [
            href for href in links(content(site, address)).values() if "javascript" in href.lower()[:20]
        ]


def test_pages_can_be_read_by_everyone(site: Path) -> None:
    """One language, one h1, no heading level left out, each table head with a scope, each link with words."""
    for file in sorted(site.rglob("index.html")):
        root = html.parse(str(file), html.HTMLParser(encoding="utf-8")).getroot()
        assert root.get("lang") == "en"
        levels = [int(h.tag[1]) for h in root.iter("h1", "h2", "h3", "h4")]
        assert levels.count(1) == 1 and levels[0] == 1, file
        assert all(after - before <= 1 for before, after in pairwise(levels)), file
        assert not [th for th in root.iter("th") if th.get("scope") not in ("col", "row")], file
        inner = root.find_class("md-content__inner")
        assert not [a for box in inner for a in box.iter("a") if not (words(a) or a.get("aria-label"))], file


def test_no_count_disagrees_with_its_noun(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        if path.endswith(".md"):
            assert not re.search(
                r"\b1 (articles|people|events|times|passages|countries|quotations)\b", text
            ), path
            assert not re.search(
                r"\b(0|[2-9]) (article|person|event|time|passage|country|quotation)\b", text
            ), path


def test_rendering_twice_gives_the_same_bytes(book: Book, pages: dict[str, str]) -> None:
    again = render(book, TEMPLATES)
    assert list(again.items()) == list(pages.items())


def test_a_book_without_articles_is_a_site_too(empty: Book, tmp_path: Path) -> None:
    site = build_site(empty, tmp_path)
    assert check_site(site, {}) == []
    assert "No articles yet" in words(content(site, "."))


def test_articles_may_be_named_as_mkdocs_names_an_index(book: Book, tmp_path: Path) -> None:
    report = msgspec.structs.replace(book.sources["report"], marks=())
    infos = [msgspec.structs.replace(report.info, id=name) for name in ("index", "README")]
    sources = {info.id: msgspec.structs.replace(report, info=info) for info in infos}
    site = build_site(Book("x", sources, {}, *[()] * 9), tmp_path)
    assert check_site(site, dict.fromkeys(sources, report.text)) == []
    assert headings(content(site, "sources"))[0] == "Sources"
    for name in sources:
        assert headings(content(site, f"sources/{name}"))[0] == "Lee meets Kim"
