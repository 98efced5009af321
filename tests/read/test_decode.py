"""Seeds come in the encodings that newsrooms and old machines write."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_book.errors import SeedError
from briefing_book.read.decode import clean, decode

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\r\t\x85")).filter(
    lambda text: not text.startswith("\ufeff") and "\ufffd" not in text and "\ufffe" not in text
)


@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_unicode_comes_back_as_it_was(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x.txt") == clean(text)


@given(st.text(st.characters()))
def test_what_is_clean_has_one_kind_of_line_end_and_nothing_that_yaml_or_html_refuses(text: str) -> None:
    cleaned = clean(text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]", cleaned)
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize(
    "text",
    [
        "“We support it,” he said.",
        "Café",
        "Minsk’s offer stands.",
        "Britain will send £2.3bn in aid – twice as much as last year.",
        "The EU pledged €500 million, officials said.",
        "Foreign Minister José Muñoz arrived in São Tomé on Monday.",
        "El señor Muñoz dijo: «No habrá acuerdo».",
        "Der Präsident erklärte, er werde reisen. Die Gespräche hätten „große“ Bedeutung.",
    ],
)
def test_a_short_windows_1252_text_keeps_its_quotes_and_letters(text: str) -> None:
    assert decode(text.encode("cp1252"), "x.txt") == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("The talks began in Minsk.\nThey ended on Friday.", "utf-16-le"),
        ("The talks began in Minsk.\nThey ended on Friday.", "utf-16-be"),
        ("Переговоры начались в Минске.\nОни закончились в пятницу.", "utf-16-le"),
        ("Переговоры начались в Минске. Они закончились в пятницу.", "cp1251"),
        ("会谈周五在明斯克开始。双方表示支持和平计划。", "gb18030"),
    ],
)
def test_other_encodings_are_told_by_what_they_hold(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x.txt") == text


def test_one_broken_byte_does_not_turn_utf8_into_another_encoding() -> None:
    assert (
        decode("“Yes,” she said – “no.” ".encode() + b"\xe2\x80", "x.txt") == "“Yes,” she said – “no.” \ufffd"
    )


def test_a_stray_control_character_becomes_a_space() -> None:
    text = "The talks began in Minsk{} and ended on Friday."
    assert decode(text.format("\x00").encode(), "x.txt") == text.format(" ")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\nstream",
        b"PK\x03\x04word",
        bytes(range(256)) * 20,
        bytes(1000),
        b"\x7fELF\x02\x01\x01" + bytes(9),
    ],
)
def test_what_is_not_text_is_refused_with_a_mend(data: bytes) -> None:
    with pytest.raises(SeedError, match=r"x\.txt: is .*save it as .docx, .pdf or plain text"):
        decode(data, "x.txt")
