"""An article always has a title, and one that its own text gives."""

import pytest

from briefing_book.read.title import title_of

BODY = "Delegations met in Geneva on Monday. They did not agree.\n"


@pytest.mark.parametrize(
    ("text", "markdown", "title"),
    [
        ("Only one sentence, and short.", False, "Only one sentence, and short."),
        (BODY, False, "Delegations met in Geneva on Monday."),
        (f"Talks in Geneva end without a deal\n\n{BODY}", False, "Talks in Geneva end without a deal"),
        (f"# Talks *end* #\n\n{BODY}", True, "Talks end"),
        (f"# Talks end\n{BODY}", False, "# Talks end Delegations met in Geneva on Monday."),
        (f"By Jane Doe in Geneva\n\n{BODY}", False, "By Jane Doe in Geneva"),
        (f"Talks in Geneva end\nBy Jane Doe\n{BODY}", False, "Talks in Geneva end"),
        (f"Talks in Geneva end\n12 March 2024\n{BODY}", False, "Talks in Geneva end"),
        ("Talks in Geneva end\nby Monday. They failed.", False, "Talks in Geneva end by Monday."),
        (f"https://example.org/talks\n\n{BODY}", False, "Delegations met in Geneva on Monday."),
        ("Gen. Smith met U.S. envoys. They left.", False, "Gen. Smith met U.S. envoys."),
        ("“We all stop.” So he said.", False, "“We all stop.”"),
        (f"BERN, Ky. {BODY}", False, "BERN, Ky. Delegations met in Geneva on Monday."),
        ("会谈开始。双方同意。", False, "会谈开始。"),
    ],
)
def test_the_title_is_the_headline_or_the_first_sentence(text: str, markdown: bool, title: str) -> None:
    assert title_of(text, markdown) == title


@pytest.mark.parametrize("text", ["word " * 1_000_000, "w" * 5_000_000, "WORD, " * 100_000])
def test_a_long_sentence_is_cut_at_a_word_with_an_ellipsis(text: str) -> None:
    title = title_of(text, markdown=False)
    assert title.endswith(" …") and len(title) <= 71
    assert text.startswith(title.removesuffix(" …"))
