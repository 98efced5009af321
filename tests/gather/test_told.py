"""Who asked is told what came, from where, and what to do about the rest."""

from briefing_book.gather.added import Added, Item
from briefing_book.gather.told import added, failures


def test_what_came_is_named_and_a_long_run_of_the_same_is_counted() -> None:
    told = added(
        Added(
            brought=(
                Item("https://a.example/talks", "talks.html"),
                Item("b.txt", "b.txt", "a copy of seeds/a.txt"),
            ),
            updated=(Item("https://a.example/rain", "rain-2.html", "a new version of seeds/rain.html"),),
            unchanged=tuple(Item(f"{n}.txt", f"{n}.txt") for n in range(7)),
            skipped=(Item("chart.png", note="is of no kind that is read"),),
            failed=(Item("c.txt", note="is not there"),),
        )
    )
    assert told.splitlines() == [
        "New: seeds/talks.html, from https://a.example/talks",
        "New: seeds/b.txt, from b.txt; a copy of seeds/a.txt",
        "New version: seeds/rain-2.html, from https://a.example/rain; a new version of seeds/rain.html",
        *(f"There already: {n}.txt, as seeds/{n}.txt" for n in range(5)),
        "There already: 2 more",
        "No article: chart.png is of no kind that is read",
        "2 new articles, 1 new version, 7 there already, 1 failed. Build the book to read them.",
    ]


def test_what_failed_is_one_line_each() -> None:
    found = Added(failed=(Item("c.txt", note="is not there"), Item("https://a.example", note="broke off")))
    assert failures(found) == ["c.txt: is not there", "https://a.example: broke off"]


def test_a_terminal_obeys_nothing_that_files_and_addresses_are_called() -> None:
    found = Added(failed=(Item("\x1b]0;x\x07.txt", note="moved to \u202ex"), Item("a\nb", note="\udce9")))
    assert failures(found) == ["\ufffd]0;x\ufffd.txt: moved to \ufffdx", "a\ufffdb: \ufffd"]


def test_nothing_new_is_said_too() -> None:
    assert added(Added()) == "Nothing new."
