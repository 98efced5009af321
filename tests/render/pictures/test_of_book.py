"""The pictures of a book show what the pages that they stand on tell."""

from briefing_book.render.links import Page
from briefing_book.render.pictures.of_book import Drawings, Pictures
from briefing_book.render.view import View
from tests.assemble.built import Told, book_of, person

TEXT = "Ann Lee met Bo Kim. Ann Lee met Cy Dee. Ann Lee met Eve Fay. Bo Kim met Cy Dee."


def test_the_picture_of_whom_somebody_is_tied_to_draws_no_ties_among_the_others() -> None:
    """The page lists no such ties, so nobody could look up their passages."""
    told = Told("a", TEXT, "2031-05-03")
    for name in ("Ann Lee", "Bo Kim", "Cy Dee", "Eve Fay"):
        told.person(name)
    for one, other in (
        ("Ann Lee", "Bo Kim"),
        ("Ann Lee", "Cy Dee"),
        ("Ann Lee", "Eve Fay"),
        ("Bo Kim", "Cy Dee"),
    ):
        told.event(f"{one} met {other}", "meet", "2031-05-03", person(one), person(other))
    view = View(book_of(told))
    picture = Pictures(Drawings(view), Page("people/ann-lee.md", view)).ties_of(
        view.book.entities["people/ann-lee"]
    )
    assert picture
    assert {(row[0].text, row[2].text) for row in picture.rows} == {
        ("Ann Lee", other) for other in ("Bo Kim", "Cy Dee", "Eve Fay")
    }
