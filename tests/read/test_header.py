"""What a seed states of its article is read and taken off the text; what it does not state stays unknown."""

import pytest

from briefing_book.errors import SeedError
from briefing_book.read.dates import edtf
from briefing_book.read.header import split_header
from briefing_book.read.stated import READERS, Stated

Known = dict[str, str]
BODY = "Delegations met in Geneva on Monday.\n"


def known(stated: Stated) -> Known:
    """What is stated, by thing; each has its origin, and nothing else has one."""
    values = {thing: getattr(stated, thing) for thing in READERS}
    found = {thing: value for thing, value in values.items() if value is not None}
    assert set(stated.origins) == set(found)
    return found


def test_front_matter_is_read_and_taken_off() -> None:
    seed = (
        "---\ntitle: 'Talks: a start'\nDate Published: 2023-02-25\nsource: The Daily\n"
        "authors: [Ada Keller, Jo Roe]\nlastmod: 2023-02-26T08:00:00Z\n"
        f"link: https://example.org/a?b=1\nlang: en-GB\ntags: [a, b]\n---\n\n{BODY}"
    )
    stated, text = split_header(seed, "x.txt")
    assert known(stated) == {
        "title": "Talks: a start",
        "published": "2023-02-25",
        "updated": "2023-02-26",
        "publisher": "The Daily",
        "author": "Ada Keller, Jo Roe",
        "url": "https://example.org/a?b=1",
        "language": "en",
    }
    assert text == BODY and set(stated.origins.values()) == {"front matter"}


def test_the_inline_date_is_read_and_taken_off() -> None:
    stated, text = split_header(f" date 2023-02-25 {BODY}", "x.txt")
    assert (stated, text) == (Stated(published="2023-02-25", origins={"published": "its first words"}), BODY)


@pytest.mark.parametrize(
    "text",
    [
        f" date 2023-02-30 {BODY}",
        f"---\n{BODY}---\n{BODY}",
        f"---\n\n{BODY}",
        f"---\n“We agree: we stop,” she said.\n---\n{BODY}",
    ],
)
def test_what_only_resembles_a_header_stays_text(text: str) -> None:
    assert split_header(text, "x.txt") == (Stated(), text)


@pytest.mark.parametrize(
    ("lines", "header"),
    [
        ("published: 2023-02-30", {}),
        ("published: soon\ndate: 3 March 2023", {"published": "2023-03-03"}),
        (
            "title: 2023\npublisher: [Agency A, Agency B]",
            {"title": "2023", "publisher": "Agency A, Agency B"},
        ),
        ("title:\npublisher: {name: The Daily, id: 7}", {"publisher": "The Daily"}),
        ("title: [[a], {x: 1}]\nurl: javascript:alert(1)\nlanguage: Klingon?", {}),
        ('title: "Two\\nlines\\0"', {"title": "Two lines"}),
        ("source: https://example.org/a", {"url": "https://example.org/a"}),
        ("language: German", {"language": "de"}),
        ("# nothing is stated yet\ntags:", {}),
    ],
)
def test_a_value_that_cannot_be_used_leaves_the_thing_unknown(lines: str, header: Known) -> None:
    stated, text = split_header(f"---\n{lines}\n---\n{BODY}", "x.txt")
    assert (known(stated), text) == (header, BODY)


def test_what_people_wrote_and_is_of_no_use_is_named_with_its_mend() -> None:
    wrong = (
        "date: 2024-02-31\nurl: javascript:alert(1)\nlanguage: Klingonish\nsource: AP\nupdated: 2024-03-01"
    )
    stated, _ = split_header(f"---\n{wrong}\n---\n{BODY}", "x.txt")
    assert [line.partition(",")[0] for line in stated.unusable] == [
        "the header: `date` is “2024-02-31”",
        "the header: `url` is “javascript:alert(1)”",
        "the header: `language` is “Klingonish”",
    ]
    right, _ = split_header(
        f"---\ndate: 2024-02-29\nlink: nowhere\nurl: https://e.org/a\n---\n{BODY}", "x.txt"
    )
    assert right.unusable == ()


@pytest.mark.parametrize(
    ("seed", "message"),
    [
        (f"---\ntitle: Xi: we agree\n---\n{BODY}", r"x\.txt:2: .*in quotes"),
        (f"---\ntitle: a\ntitle: b\n---\n{BODY}", r"x\.txt:3: .*second time, after line 2"),
        (f"---\ntitle: a\n\n{BODY}", r"x\.txt:1: .*no end; put a line `---`"),
        (f"---\na: {'[' * 100_000}\n---\n{BODY}", r"x\.txt:2: .*levels deep"),
        (f"---\na: &a [x, x]\nb: &b [*a, *a]\n---\n{BODY}", r"x\.txt:3: .*alias"),
    ],
)
def test_broken_front_matter_is_one_error_with_its_line(seed: str, message: str) -> None:
    with pytest.raises(SeedError, match=message):
        split_header(seed, "x.txt")


@pytest.mark.parametrize(
    ("stated", "value"),
    [
        ("2023-02-25T10:00:00Z", "2023-02-25"),
        ("2023-02-25 10:00:00 +0300", "2023-02-25"),
        ("2023/2/5", "2023-02-05"),
        ("20230225", "2023-02-25"),
        ("25.02.2023", "2023-02-25"),
        ("Sat, 25 Feb 2023 10:00:00 GMT", "2023-02-25"),
        ("February 25th, 2023", "2023-02-25"),
        ("Sept. 2022", "2022-09"),
        ("2023-02", "2023-02"),
        ("2023", "2023"),
        ("2024-02-29", "2024-02-29"),
        ("2023-02-29", None),
        ("2023-13", None),
        ("0000-01-01", None),
        ("02/03/2023", None),
        ("25 Foo 2023", None),
        ("yesterday", None),
        ("٢٠٢٣-٠٢-٢٥", None),
        ("2023-02-25" + " " * 100_000 + "x", None),
        ("", None),
    ],
)
def test_only_real_dates_are_dates(stated: str, value: str | None) -> None:
    assert edtf(stated) == value
