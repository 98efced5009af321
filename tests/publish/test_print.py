"""The printed briefs, read back with libraries that did not make them."""

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from shutil import copytree

import pikepdf
import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from briefing_book.build import build
from briefing_book.errors import BookError
from briefing_book.model import (
    Book,
    BookEvent,
    BookPosition,
    BookQuotation,
    BottomLine,
    Difference,
    DifferenceRow,
    Paper,
    Party,
    Passage,
    Printing,
    Settings,
)
from briefing_book.publish.print.briefs import Briefs, print_briefs
from briefing_book.publish.print.choice import choose, find
from briefing_book.publish.print.fonts import Faces
from briefing_book.publish.print.press import Wanted
from briefing_book.publish.print.printable import BOX, Printable
from briefing_book.render.view import View
from briefing_book.storage.staging import Staging
from tests.conftest import copy_book
from tests.render.small_book import TEMPLATES, small_book

SETTINGS = Settings(title="Talks of 2024", marking="For internal use")
SITE = "https://example.org/briefing/"
HOSTILE = r"#let x = $y$ @ref <b>bold</b> \u{202e} *so* [[it]] // says"


def printed(
    root: Path,
    book: Book,
    *wanted: Wanted,
    settings: Settings = SETTINGS,
    templates: Path = TEMPLATES,
    others: bool = True,
) -> Briefs:
    staging = Staging(root)
    done = print_briefs(root, staging, View(book), settings, templates, wanted, others=others)
    staging.commit()
    return done


def text_of(pdf: Path) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(pdf).pages)


def pages_of(pdf: Path) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(pdf).pages]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The briefs of the small book."""
    root = tmp_path_factory.mktemp("book")
    book = replace(small_book(), site_url=SITE)
    wanted = [Wanted("book"), Wanted("people/ann-lee"), Wanted("people/ann-lee", one_page=True)]
    done = printed(root, book, *wanted)
    assert len(done.made) == 3
    return root / "print"


@pytest.fixture(scope="module")
def book_pdf(folder: Path) -> Path:
    return folder / "book.pdf"


def test_every_page_bears_the_marking_and_its_number(book_pdf: Path) -> None:
    pages = pages_of(book_pdf)
    for number, text in enumerate(pages[1:], 2):
        assert f"Page {number} of {len(pages)}" in text
        assert "FOR INTERNAL USE" in text
    assert "FOR INTERNAL USE" in pages[0] and "Page 1" not in pages[0]


def test_the_contents_tell_the_page_on_which_each_section_stands(book_pdf: Path) -> None:
    reader = PdfReader(book_pdf)
    pages = pages_of(book_pdf)
    outlined = [item for item in reader.outline if not isinstance(item, list)]
    assert len(outlined) > 6
    for item in outlined:
        number = reader.get_destination_page_number(item) + 1
        title = str(item["/Title"])
        assert title in pages[number - 1]
        if title != "Contents":
            assert re.search(rf"{re.escape(title)} [. ]*{number}\b", pages[1]), title


def test_every_note_names_a_source_of_the_list_its_date_and_its_sentence(book_pdf: Path) -> None:
    """Promise 1: what the book says leads to its passage, on paper too."""
    book = small_book()
    pages = pages_of(book_pdf)
    listed = " ".join(pages[next(n for n, text in enumerate(pages) if "Sources S1" in text) :])
    numbers = {
        number: source.info.id
        for source in book.sources.values()
        for number in re.findall(rf"S(\d+) {re.escape(source.info.title)}", listed)
    }
    notes = re.findall(r"\bS(\d+)[:,][^;]*?sentences?.(\d+)", " ".join(pages))
    assert len(notes) > 10
    for number, sentence in notes:
        assert int(sentence) <= len(book.sources[numbers[number]].sentences)


def test_each_mark_has_a_note_and_each_note_a_mark(book_pdf: Path) -> None:
    kinds = tags(book_pdf)
    assert kinds.count("/Note") > 10
    assert kinds.count("/Lbl") == 2 * kinds.count("/Note")


def test_every_row_of_a_table_has_a_note_and_no_two_notes_have_one_number(book_pdf: Path) -> None:
    """Notes count on through the book, those below its tables too."""
    text = text_of(book_pdf)
    numbers = [int(number) for number in re.findall(r"(\d+)\s*S\d+[:,]", text)]
    assert len(numbers) > 10
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    assert "Source Says In these words S1. Daily <b>" in text
    assert re.search(r"met Bo Kim on 3 May 2024\.(\d+) \1 S1, 4 May 2024, sentence 1", text)


def test_notes_lead_to_the_list_of_sources_and_to_the_published_sentence(book_pdf: Path) -> None:
    reader = PdfReader(book_pdf)
    addresses = {link["/A"]["/URI"] for link in links(reader) if link.get("/A", {}).get("/URI")}
    assert f"{SITE}sources/report/#s1" in addresses
    assert all(address.startswith(("https://", "http://")) for address in addresses)
    assert sum("/Dest" in link or "/D" in link.get("/A", {}) for link in links(reader)) > 30


def test_a_brief_of_very_many_notes_says_the_same_with_fewer_links(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing_book.publish.print.contents.MOST_LINKED", 0)
    printed(tmp_path, replace(small_book(), site_url=SITE), Wanted("people/ann-lee"))
    short, long = tmp_path / "print/people/ann-lee.pdf", folder / "people/ann-lee.pdf"
    assert pages_of(short) == pages_of(long)
    left = links(PdfReader(short))
    assert 10 < len(left) < len(links(PdfReader(long)))
    assert f"{SITE}sources/report/#s1" in {each["/A"]["/URI"] for each in left if "/A" in each}


def test_the_sections_of_a_book_of_very_many_notes_have_pages_of_their_own(
    tmp_path: Path, book_pdf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing_book.publish.print.contents.MOST_THROUGH", 0)
    printed(tmp_path, small_book(), Wanted("book"))
    reader = PdfReader(tmp_path / "print/book.pdf")
    sections = [item for item in reader.outline if not isinstance(item, list)]
    pages = [reader.get_destination_page_number(item) for item in sections]
    assert len(set(pages)) == len(pages) > 6
    assert len(PdfReader(book_pdf).pages) < len(reader.pages)


def links(reader: PdfReader) -> list[dict[str, dict[str, str]]]:
    found = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    return [note for note in found if note["/Subtype"] == "/Link"]


def tags(pdf: Path) -> list[str]:
    """The kinds of the elements in the tag tree."""
    with pikepdf.open(pdf) as opened:
        return [str(element.S) for element in elements(opened.Root.StructTreeRoot)]


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def test_cross_references_tell_the_page_of_the_entry(book_pdf: Path) -> None:
    pages = pages_of(book_pdf)
    entries = {n for n, text in enumerate(pages, 1) if "Who is who" in text and "Ann Lee Premier" in text}
    told = {int(number) for number in re.findall(r"Ann Lee, p\. (\d+)", " ".join(pages))}
    assert told == entries


def test_the_index_files_people_by_family_name_and_tells_their_pages(book_pdf: Path) -> None:
    pages = pages_of(book_pdf)
    index = next(text for text in reversed(pages) if "Index of names" in text)
    assert "Anne Li see Lee, Ann" in index
    assert "Lee, Ann (see also Anne Li" in index
    events = re.search(r"Bo Kim .*?events ([\d, ]+)", index)
    assert events
    for number in events[1].split(","):
        assert "Bo Kim" in pages[int(number) - 1]


def test_a_pdf_is_tagged_for_pdf_ua_with_language_title_and_described_pictures(folder: Path) -> None:
    for pdf in folder.rglob("*.pdf"):
        with pikepdf.open(pdf) as opened:
            assert opened.check_pdf_syntax() == []
            assert opened.Root.MarkInfo.Marked and opened.Root.Lang == "en"
            assert opened.Root.ViewerPreferences.DisplayDocTitle
            assert opened.open_metadata().get("pdfuaid:part") == "1"
            figures = [each for each in elements(opened.Root.StructTreeRoot) if each.S == "/Figure"]
            assert all(str(figure.Alt) for figure in figures)


def test_table_heads_are_tagged_as_such(book_pdf: Path) -> None:
    kinds = tags(book_pdf)
    assert kinds.count("/THead") == kinds.count("/Table") > 1
    assert "/TH" in kinds


def hostile(text: str) -> Book:
    """The small book with this text for a bottom line."""
    book = small_book()
    source = replace(book.sources["weather"], text=text, sentences=((0, len(text)),), marks=())
    line = Passage(0, len(text), text, "weather", 1)
    return replace(book, sources={**book.sources, "weather": source}, bottom_line=(line,))  # type: ignore[arg-type]  # a Passage


def test_what_looks_like_markup_prints_as_it_is(tmp_path: Path) -> None:
    """No article's text is ever a Typst expression."""
    printed(tmp_path, hostile(HOSTILE), Wanted("book"))
    assert HOSTILE in text_of(tmp_path / "print/book.pdf")


def test_text_that_turns_others_around_stays_in_its_place(tmp_path: Path) -> None:
    printed(tmp_path, hostile("One \u202eOWT\u202c\u2069 three \x07four"), Wanted("book"))
    text = re.sub("[\u202a-\u202e\u2066-\u2069]", "", text_of(tmp_path / "print/book.pdf"))
    assert re.search(r"three four.?1 .*1 S\d: “Rain”, 7 May 2024, sentence.1 ", text)
    shown = Printable(Faces().characters).text("One \u202eTWO \u2069")
    assert shown == "\u2066One \u202eTWO \u2069"


def test_characters_that_no_font_has_are_boxes_and_named_in_one_warning(tmp_path: Path) -> None:
    done = printed(tmp_path, hostile("习近平 met Ελλάς and Россия, and 习 left."), Wanted("book"))
    assert len(done.problems) == 1
    assert all(named in done.problems[0] for named in ("习 (U+4E60)", "近 (U+8FD1)", "平 (U+5E73)"))
    assert f"{BOX * 3} met Ελλάς and Россия, and {BOX} left." in text_of(tmp_path / "print/book.pdf")


def test_a_brief_is_the_same_bytes_every_time(tmp_path: Path, book_pdf: Path) -> None:
    book = replace(small_book(), site_url=SITE)
    printed(tmp_path, book, Wanted("book"))
    assert (tmp_path / "print/book.pdf").read_bytes() == book_pdf.read_bytes()


def test_only_a_brief_whose_content_changed_is_made_again(tmp_path: Path) -> None:
    book = small_book()
    asked = [Wanted("book"), Wanted("countries/norland")]
    printed(tmp_path, book, *asked)
    assert printed(tmp_path, book, *asked).made == ()
    changed = replace(book, bottom_line=())
    assert printed(tmp_path, changed, *asked).made == ("book.pdf",)


def test_briefs_that_are_no_longer_wanted_go_and_others_stay(tmp_path: Path) -> None:
    book = small_book()
    printed(tmp_path, book, Wanted("people/ann-lee"))
    foreign = tmp_path / "print/mine.pdf"
    foreign.write_bytes(b"mine")
    done = printed(tmp_path, book, Wanted("countries/norland"), others=False)
    assert [brief.file for brief in done.all] == ["countries/norland.pdf"]
    assert not (tmp_path / "print/people/ann-lee.pdf").exists() and foreign.exists()


def test_a_template_that_fails_is_named_once_and_the_last_good_briefs_stay(tmp_path: Path) -> None:
    book = small_book()
    printed(tmp_path, book, Wanted("book"))
    good = (tmp_path / "print/book.pdf").read_bytes()
    copytree(TEMPLATES / "print", tmp_path / "own/print")
    section = tmp_path / "own/print/sections.typ"
    section.write_text(
        section.read_text().replace("#let timeline(it) = {", "#let timeline(it) = {\n  nothing")
    )
    asked = [Wanted("book"), Wanted("plans/roads"), Wanted("countries/norland")]
    asked = [each for each in asked if each.id == "book" or each.id in choose(View(book), Printing())]
    done = printed(tmp_path, book, *asked, templates=tmp_path / "own")
    assert len(done.problems) == 1
    assert re.search(r"sections\.typ:\d+: unknown variable: nothing", done.problems[0])
    assert (tmp_path / "print/book.pdf").read_bytes() == good


def test_one_brief_that_cannot_be_made_stops_no_other(tmp_path: Path) -> None:
    copytree(TEMPLATES / "print", tmp_path / "own/print")
    (tmp_path / "own/print/one_page.typ").write_text("#nothing")
    asked = [Wanted("people/ann-lee", one_page=True), Wanted("people/ann-lee")]
    done = printed(tmp_path, small_book(), *asked, templates=tmp_path / "own")
    assert done.made == ("people/ann-lee.pdf",) and len(done.problems) == 1


def test_a_missing_font_folder_is_named_and_the_briefs_are_made_without(tmp_path: Path) -> None:
    settings = replace(SETTINGS, print=Printing(fonts="no-such-fonts"))
    done = printed(tmp_path, small_book(), Wanted("book"), settings=settings)
    assert done.made == ("book.pdf",)
    assert len(done.problems) == 1 and "no-such-fonts" in done.problems[0]


def test_a_folder_of_fonts_prints_other_scripts_and_words_run_as_their_text_does(tmp_path: Path) -> None:
    """An English sentence that begins with Arabic words still runs from left to right."""
    fonts = Path(str(files("fontpkg_noto_sans_arabic"))) / "files"
    copytree(fonts, tmp_path / "fonts")
    settings = replace(SETTINGS, print=Printing(fonts="fonts"))
    done = printed(tmp_path, hostile("السلام عليكم, she said"), Wanted("book"), settings=settings)
    assert done.problems == ()
    assert Printable(Faces(tmp_path / "fonts").characters).text("سلام, she said")[0] == "\u2066"
    assert Printable(Faces(tmp_path / "fonts").characters).text("سلام (UN)")[0] == "\u2067"
    bare = printed(tmp_path / "bare", hostile("السلام عليكم, she said"), Wanted("book"))
    assert "U+0627" in bare.problems[0]


def test_a_brief_on_one_page_fits_and_says_what_it_left_out(tmp_path: Path) -> None:
    book = small_book()
    many = tuple(replace(quotation, also=()) for quotation in book.quotations for _ in range(60))
    printed(tmp_path, replace(book, quotations=many), Wanted("people/ann-lee", one_page=True))
    pages = pages_of(tmp_path / "print/people/ann-lee-one-page.pdf")
    assert len(pages) == 1
    assert re.search(r"Left out for want of room: .*\d+ quotations", pages[0])
    assert "S1: “Lee meets Kim”" in pages[0]


LONG = "Longword" * 50
MM = 25.4 / 72
"""Of a PDF's unit."""


def long_words() -> Book:
    """The small book with a word of 400 letters for every title, name and text but those of countries."""
    book, line = small_book(), Passage(0, len(LONG), LONG, "weather", 1)
    titled = {
        id: replace(each, info=replace(each.info, title=LONG, publisher=LONG))
        for id, each in book.sources.items()
    }
    weather = replace(titled["weather"], text=LONG, sentences=((0, len(LONG)),), marks=())
    people = {id: each for id, each in book.entities.items() if each.kind == "people"}
    named = {id: replace(each, name=LONG, aliases=(LONG,)) for id, each in people.items()}
    somebody = Party(LONG, "people/ann-lee")
    covered = book.plans[0]
    told = tuple(
        replace(each, point=replace(each.point, title=LONG, summary=LONG), passages=(line,), provisions=())
        for each in covered.points
    )
    return replace(
        book,
        title=LONG,
        sources=titled | {"weather": weather},
        entities=book.entities | named,
        quotations=(BookQuotation(line, True, False, somebody, None, None),),
        events=(BookEvent("meet", None, False, (somebody,), (line,), (line,)),),
        positions=(BookPosition(somebody, "supports", somebody, (line,)),),
        plans=(replace(covered, plan=replace(covered.plan, title=LONG, publisher=LONG), points=told),),
        differences=(Difference(LONG, ("people/ann-lee",), (DifferenceRow(LONG, line),)),),
        bottom_line=(BottomLine(0, len(LONG), LONG, "weather", 1),),
    )


def margins(pdf: Path) -> tuple[float, float]:
    """How many mm are free at either side, and at the head and the foot, of the fullest of its pages."""
    sides, ends = [], []
    for page in PdfDocument(pdf):
        width, height = page.get_size()
        text = page.get_textpage()
        for number in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(number)
            sides += [left, width - right]
            ends += [bottom, height - top]
    return min(sides) * MM, min(ends) * MM


@pytest.mark.parametrize("paper", ["a4", "us-letter"])
def test_no_word_leaves_the_page(tmp_path: Path, paper: Paper) -> None:
    """However long titles, names and words are that have no space."""
    settings = replace(SETTINGS, title=LONG, print=Printing(paper=paper))
    wanted = [Wanted(id) for id in ("book", "people/ann-lee", "countries/norland", "plans/roads-2024")]
    done = printed(tmp_path, long_words(), *wanted, settings=settings)
    assert len(done.made) == len(wanted)
    for file in done.made:
        sides, ends = margins(tmp_path / "print" / file)
        assert sides > 25 and ends > 10, file


def test_the_seeds_stay_within_the_margins(tmp_path: Path, seeds: Path) -> None:
    copy_book(seeds.parent, tmp_path / "book")
    view = View(build(tmp_path / "book", lambda doing: None).book)
    full = [Wanted(id) for id in choose(view, Printing())]
    staging = Staging(tmp_path)
    short = [Wanted(each.id, one_page=True) for each in full[1:]]
    done = print_briefs(tmp_path, staging, view, SETTINGS, TEMPLATES, [*full, *short])
    staging.commit()
    assert len(done.made) == len(full) + len(short) > 10
    for brief in done.all:
        sides, ends = margins(tmp_path / "print" / brief.file)
        assert sides > (18 if brief.one_page else 25) and ends > (6 if brief.one_page else 10), brief.file


def test_of_sources_that_no_note_names_no_more_are_listed_than_rows(tmp_path: Path) -> None:
    book = small_book()
    one = book.sources["report"]
    more = {f"more-{n}": replace(one, info=replace(one.info, title=f"Extra {n}")) for n in range(50)}
    grown = replace(book, sources=book.sources | more)
    printed(tmp_path, grown, Wanted("book"), settings=replace(SETTINGS, print=Printing(rows=30)))
    text = text_of(tmp_path / "print/book.pdf")
    left = re.search(r"And (\d+) more, which no note here names", text)
    assert left and 50 - 30 <= int(left[1]) <= 50 - 30 + len(book.sources)
    assert text.count("Extra ") + int(left[1]) == 50


def test_letter_paper(tmp_path: Path) -> None:
    settings = replace(SETTINGS, print=Printing(paper="us-letter"))
    printed(tmp_path, small_book(), Wanted("people/ann-lee"), settings=settings)
    box = PdfReader(tmp_path / "print/people/ann-lee.pdf").pages[0].mediabox
    assert (box.width, box.height) == (612, 792)


def test_a_page_is_found_by_its_address_or_name_and_else_the_nearest_are_named() -> None:
    view = View(small_book())
    assert find(view, "people/ann-lee/") == find(view, "ann lee") == find(view, "Anne Li") == "people/ann-lee"
    with pytest.raises(BookError, match=r"no page 'people/an-lee'.*people/ann-lee"):
        find(view, "people/an-lee")


def test_the_settings_choose_the_briefs() -> None:
    view = View(small_book())
    assert choose(view, Printing())[0] == "book"
    assert choose(view, Printing(book=False, plans=0, countries=0, people=1)) == ["people/ann-lee"]


def test_an_empty_book_prints(tmp_path: Path) -> None:
    empty = Book("Nothing yet", {}, {}, *[()] * 9)
    assert printed(tmp_path, empty, Wanted("book")).made == ("book.pdf",)
