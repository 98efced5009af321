"""Of a page that changed, only the pieces that are new are converted; what is taken over is what was made."""

import re

import pytest
from markdown import markdown

from briefing_book.publish.kept.pieces import Spared, spared, without_marks

PAGE = """\
# Ana Ek

<!-- piece -->

> We welcome *the plan*.

<!-- piece -->

## Connections

<!-- piece -->

- Bo
- Cy

<!-- piece -->
"""
TEMPLATE = "<html>\n{}\n</html>\n"


def made(found: Spared) -> str:
    """The page that MkDocs makes of what is to be converted, with what is taken over."""
    return TEMPLATE.format(found.completed(f"{markdown(found.rest, extensions=['fenced_code'])}\n"))


@pytest.fixture(scope="module")
def again() -> Spared:
    """The page once more, of which a word has changed."""
    first = spared(PAGE, "", ())
    before, pieces = without_marks(made(first), first.of)
    return spared(PAGE.replace("Cy", "Di"), before, pieces)


def test_what_is_the_same_is_not_converted_again(again: Spared) -> None:
    assert "welcome" not in again.rest
    assert "- Di" in again.rest
    assert again.left_out.strip() == "> We welcome *the plan*."


def test_headings_are_converted_each_time_for_the_table_of_contents(again: Spared) -> None:
    assert "# Ana Ek" in again.rest
    assert "## Connections" in again.rest


def test_the_page_is_the_one_that_is_made_of_all_of_it(again: Spared) -> None:
    anew = spared(PAGE.replace("Cy", "Di"), "", ())
    page, pieces = without_marks(made(again), again.of)
    assert (page, pieces) == without_marks(made(anew), anew.of)
    assert "<!--" not in page
    assert re.sub(r"\s+", " ", page) == (
        "<html> <h1>Ana Ek</h1> <blockquote> <p>We welcome <em>the plan</em>.</p> </blockquote> "
        "<h2>Connections</h2> <ul> <li>Bo</li> <li>Di</li> </ul> </html> "
    )


def test_of_a_page_with_a_mark_that_is_text_nothing_is_taken_over() -> None:
    first = spared(f"{PAGE}```\n<!-- piece -->\n```\n", "", ())
    page, pieces = without_marks(made(first), first.of)
    assert pieces == ()
    assert "&lt;!-- piece --&gt;" in page
