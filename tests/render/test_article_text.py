"""An article's page keeps the article's paragraphs and lines."""

from briefing_book.model import ArticleInfo, Mark, Source
from briefing_book.render.highlights import Highlight
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


def test_spans_that_overlap_and_nest_are_cut_at_every_border() -> None:
    """A name in a quotation that ends inside a provision; each piece knows what covers it."""
    text = "Lee said “Norland must stop” and go."
    spans = {
        "quotation": ("Norland must stop", "people/lee"),
        "provision": ("must stop” and go", "plans/p/1"),
        "reported": ("said “Norland must stop” and go", "people/lee"),
    }
    found = []
    for kind, (words, to) in spans.items():
        start = text.index(words)
        found.append(Highlight(start, start + len(words), kind, kind[0], kind, to))
    mark = Mark(text.index("Norland"), text.index(" must"), "countries", "countries/norland")
    source = Source(ArticleInfo("a", "seeds/a.txt", "A"), text, ((0, len(text)),), (mark,))
    (((_, _, _, pieces),),) = paragraphs(source, found)
    assert [(p.text, *p.within) for p in pieces] == [
        ("Lee ",),
        ("said “", "reported"),
        ("Norland", "quotation", "reported"),
        (" ", "quotation", "reported"),
        ("must stop", "provision", "quotation", "reported"),
        ("” and go", "provision", "reported"),
        (".",),
    ]
    assert [p.text for p in pieces if p.mark] == ["Norland"]
    assert [p.opens for p in pieces if p.opens] == [("reported",), ("quotation",), ("provision",)]
    assert [sorted(p.closes) for p in pieces if p.closes] == [["quotation"], ["provision", "reported"]]


def test_a_blank_sentence_is_left_out_with_those_beside_it() -> None:
    text = "One.      Two.\n\n     \n\nSix."
    spans = ((0, 4), (5, 9), (10, 14), (16, 20), (23, 27))
    source = Source(ArticleInfo("a", "seeds/a.txt", "A"), text, spans, ())
    found = [[stretch.number for stretch in paragraph] for paragraph in paragraphs(source)]
    assert found == [[1, None, 3], [None], [5]]
