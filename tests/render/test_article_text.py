"""An article's page keeps the article's paragraphs and lines."""

from briefing_book.model import ArticleInfo, Source
from briefing_book.render.text import paragraphs


def cut(text: str, *sentences: str) -> list[str]:
    """The paragraphs of a text, "/" where a line ends within one."""
    spans = tuple((text.index(s), text.index(s) + len(s)) for s in sentences)
    source = Source(ArticleInfo("a", "seeds/a.txt", "A"), text, spans, ())
    return [
        "".join(piece.text + "/" * piece.ends for stretch in paragraph for piece in stretch.pieces)
        for paragraph in paragraphs(source)
    ]


def test_a_blank_line_ends_a_paragraph_also_where_a_sentence_holds_it() -> None:
    assert cut("One.\n\nTwo.", "One.", "Two.") == ["One.", "Two."]
    assert cut("One.\n\nTwo.\n", "One.\n\n", "Two.\n") == ["One.", "Two."]


def test_lines_end_paragraphs_where_no_line_is_blank() -> None:
    assert cut("One.\nTwo.", "One.\n", "Two.") == ["One.", "Two."]


def test_a_break_within_a_sentence_is_kept() -> None:
    assert cut("A heading\n\nand more.", "A heading\n\nand more.") == ["A heading/and more."]
