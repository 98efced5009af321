"""Copies and rewrites of one text count as one source; two reports of one matter stay two."""

import pytest

from briefing_book.assemble.copies import copies
from briefing_book.assemble.reading import Library, Reading
from briefing_book.model import Book
from tests.assemble.built import Told, book_of

STATEMENT = (
    "The ports of the northern coast will open to all ships that carry grain, medicine or fuel, and no "
    "vessel will be stopped for its flag. We ask every government on this sea to say by the end of the "
    "month whether it will do the same, and we shall publish the answers as they come."
)
LEAD = (
    "Ministers from nine coastal states agreed on Tuesday to open the northern ports to grain ships "
    "after a night of talks in Lisbon, ending a blockade that had emptied the bakeries of three "
    "islands."
)
BODY = (
    "The deal, signed shortly before dawn, lets vessels sail from Thursday under the eyes of forty "
    "observers. Maria Lopes, who chaired the talks, looked tired as she read the text aloud. Farmers on "
    "the islands had thrown milk into the sea last week because no fuel was left for their lorries. "
    "Insurers said they would need to see the first convoy arrive before they lowered their prices. A "
    "dispute over the mines that still drift near the strait was left to a second round in June. Two "
    "earlier agreements fell apart within a month when patrol boats fired on each other off Cape Grey."
)
STORY = f"{LEAD}\n\n{BODY}"
OTHER = (
    "Bread may soon be back on island tables. Nine governments have promised free passage for cargoes "
    "of wheat, diplomats in Portugal confirmed this morning, though sceptics recall that former "
    "promises did not last. The chair of the conference, Ms Lopes, gave reporters the main line before "
    "leaving for the airport. Observers, forty of them, are to board each freighter. Nobody has yet "
    "cleared the drifting mines, and shipping firms remain wary; one broker in Porto put the cost of "
    "cover at five times that of last spring."
)
REWRITTEN = (
    STORY.replace("agreed on Tuesday", "have agreed")
    .replace("a night of talks", "all-night talks")
    .replace("shortly before dawn", "early in the morning")
    .replace("looked tired as she", "appeared weary when she")
    .replace("Insurers said they would need", "Insurance companies said they wanted")
)


def found(*texts: str) -> dict[str, str]:
    made = (Told(f"a{number}", text).done() for number, text in enumerate(texts))
    return copies(Library(Reading(*each) for each in made).readings)


@pytest.mark.parametrize(
    "rewrite",
    [
        STORY,
        f"{STORY}\n\nThe islands hold an election in autumn. All parties want open ports.",
        f"Islands to get bread again\n\n{STORY}",
        STORY.replace(LEAD, "Grain may sail to the islands again after a night of talks."),
        STORY[: len(STORY) * 2 // 5],
        STORY.upper().replace("\n\n", " ").replace(" ", " "),
        REWRITTEN,
    ],
    ids=["copy", "paragraph added", "headline added", "lead changed", "shortened", "typography", "rewritten"],
)
def test_a_rewrite_is_a_copy_of_the_first_text(rewrite: str) -> None:
    assert found(STORY, rewrite) == {"a1": "a0"}


def test_two_reports_of_one_matter_are_two_sources() -> None:
    assert not found(STORY, OTHER)


def quoting(id: str, text: str) -> Told:
    return Told(id, f"{text} “{STATEMENT}” That was all.").quotation(STATEMENT)


def test_a_long_statement_that_both_quote_makes_no_copy() -> None:
    made = (quoting("a", LEAD), quoting("b", OTHER))
    assert not copies(Library(Reading(*each.done()) for each in made).readings)


def test_a_statement_printed_without_marks_makes_no_copy_of_a_longer_report() -> None:
    assert not found(f"{STORY} {STATEMENT}", f"{OTHER} {STATEMENT}")


def test_short_texts_are_copies_only_where_they_are_nearly_equal() -> None:
    short = "Voters in Peru go to the polls on Sunday to choose a new parliament, officials said in Lima."
    assert found(short, short.replace(",", " –")) == {"a1": "a0"}
    assert not found(short, f"{short} {BODY}")
    assert not found("", "", "Yes.", "No.")


def test_the_first_article_in_time_is_the_original_of_all() -> None:
    texts = {"a": "2031-05-03", "b": "2031-05-01", "c": "2031-05-02"}
    made = [Told(id, STORY, date).done() for id, date in texts.items()]
    library = Library(Reading(*each) for each in made)
    assert copies(library.readings) == {"a": "b", "c": "b"}


def told(id: str, text: str) -> Told:
    return Told(id, text).person("Maria Lopes")


def test_the_book_says_which_source_is_a_copy() -> None:
    book: Book = book_of(told("a", STORY), told("b", REWRITTEN), told("c", OTHER))
    assert {id: source.copy_of for id, source in book.sources.items()} == {"a": None, "b": "a", "c": None}


def test_passages_of_an_article_and_its_copy_are_from_one_source() -> None:
    library = Library((Reading(*told(id, STORY).done()) for id in "abc"), {"b": "a"})
    passages = [reading.cut(0, 5) for reading in library.readings]
    assert (library.independent(passages[:2]), library.independent(passages)) == (1, 2)
