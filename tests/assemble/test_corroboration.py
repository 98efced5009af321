"""What several articles report alike stands once in the book, with the passages of all."""

import pytest
from msgspec.structs import replace

from briefing_book.assemble.coverage import provisions_of
from briefing_book.model import Book, BookQuotation, Passage, Quotation, Speaker
from tests.assemble.built import Told, book_of

SAID = "We shall open every harbour of the northern coast to ships that carry grain"
LOPES, PINTO = "Maria Lopes", "Rui Pinto"


def quoted(id: str, words: str, who: str | None = LOPES, beside: str = "", direct: bool = True) -> Told:
    told = Told(id, f"{who or 'A voice'} said {words} {beside}. This is what article {id} has to tell.")
    for name in {name for name in (who, beside) if name}:
        told.person(name)
    told.quotation(words, **({"person": who} if who else {}))
    told._facts["quotations"] = [replace(each, direct=direct) for each in told._facts["quotations"]]
    return told


def told(book: Book) -> list[tuple[str, list[str]]]:
    return [(q.passage.article, [passage.article for passage in q.also]) for q in book.quotations]


@pytest.mark.parametrize(
    "words",
    [
        SAID,
        SAID.upper() + ",",
        "open every harbour of the northern coast",
        "We shall open every harbour … to ships that carry grain",
        "We shall open every harbor on the northern coasts for ships carrying grain",
        "All harbours on the northern coast will be open to grain ships",
    ],
    ids=["same", "typography", "piece", "something left out", "translation", "freer translation"],
)
def test_a_quotation_of_two_articles_stands_once_with_both_passages(words: str) -> None:
    (only,) = book_of(quoted("a", SAID), quoted("b", words)).quotations
    assert (only.passage.text, [passage.text for passage in only.also]) == (SAID, [words])


@pytest.mark.parametrize(
    ("words", "who"),
    [
        (SAID, PINTO),
        ("We shall close every school of the southern hills to boys who carry phones", LOPES),
        ("Grain will come", LOPES),
    ],
    ids=["another speaker", "other words", "one word in common"],
)
def test_what_another_says_or_what_is_not_the_same_stays_apart(words: str, who: str) -> None:
    assert told(book_of(quoted("a", SAID), quoted("b", words, who))) == [("a", []), ("b", [])]


def test_reported_speech_that_is_nothing_but_quoted_words_stands_once() -> None:
    """“that ‘we sail’” says what ‘we sail’ says; what says more stands beside it."""
    for words, number in ((f"that “{SAID}”", 1), (f"in Lisbon that “{SAID}”", 2)):
        article = Told("a", f"{LOPES} said {words}.").person(LOPES).quotation(SAID, person=LOPES)
        article.quotation(words, person=LOPES)
        direct, reported = article._facts["quotations"]
        article._facts["quotations"] = [direct, replace(reported, direct=False)]
        assert len(book_of(article).quotations) == number


def test_a_few_words_without_a_speaker_are_no_piece_of_what_somebody_said() -> None:
    assert len(book_of(quoted("a", SAID), quoted("b", "every harbour", None, LOPES)).quotations) == 2


def test_a_speaker_whom_the_book_does_not_know_ties_quotations_by_name() -> None:
    """“Pinto wrote” in two articles of which none names a Pinto in full."""
    words = "Grain ships will be released shortly"
    for names, number in ((("Pinto", "Pinto"), 1), (("Pinto", "Costa"), 2), (("he", "he"), 2)):
        articles = [
            Told(id, f"{name} wrote: {words}. This is what article {id} has to tell.")
            for id, name in zip("ab", names, strict=True)
        ]
        for article, name in zip(articles, names, strict=True):
            article._add(
                "quotations", Quotation(**article.place(words), direct=True, speaker=bare(article, name))
            )
        assert len(book_of(*articles).quotations) == number


def bare(article: Told, name: str) -> Speaker:
    return Speaker(**article.place(name))


def test_reported_speech_is_the_same_only_of_the_same_speaker() -> None:
    reported = "she would open every harbour of the northern coast to ships carrying grain"
    same = quoted("b", reported, direct=False)
    assert told(book_of(quoted("a", SAID), same)) == [("a", ["b"])]
    unknown = quoted("b", reported, None, LOPES, direct=False)
    assert told(book_of(quoted("a", SAID), unknown)) == [("a", []), ("b", [])]


def kept(*articles: Told) -> BookQuotation:
    (only,) = book_of(*articles).quotations
    return only


def test_the_kept_one_has_a_speaker_then_is_direct_then_longest_then_earliest() -> None:
    piece = "every harbour of the northern coast"
    assert kept(quoted("a", SAID, None, LOPES), quoted("b", piece)).passage.article == "b"
    assert kept(quoted("a", SAID, direct=False), quoted("b", piece)).passage.article == "b"
    assert kept(quoted("a", piece), quoted("b", SAID)).passage.article == "b"
    assert kept(quoted("a", SAID), quoted("b", SAID)).passage.article == "a"


def test_one_article_that_says_it_twice_keeps_both() -> None:
    twice = Told("a", f"{LOPES} said {SAID}. Yes: {SAID}.").person(LOPES).quotation(SAID, person=LOPES)
    place = twice.place(SAID, 1)
    twice._facts["quotations"].append(replace(twice._facts["quotations"][0], **place))
    assert told(book_of(twice)) == [("a", []), ("a", [])]


def test_words_that_hundreds_of_articles_quote_stand_once() -> None:
    articles = [quoted(f"a{number:03}", SAID) for number in range(300)]
    assert len(kept(*articles).also) == 299


def test_a_difference_of_words_has_a_row_for_each_article() -> None:
    other = "We shall open every harbour of the northern coast to ships that carry wheat"
    book = book_of(quoted("a", SAID), quoted("b", SAID), quoted("c", other))
    (difference,) = book.differences
    assert (difference.kind, difference.about) == ("wording", ("people/maria-lopes",))
    assert [(row.passage.article, row.passage.text) for row in difference.rows] == [
        *(("a", SAID), ("b", SAID), ("c", other)),
    ]


def test_what_is_left_out_and_typography_are_no_difference_of_words() -> None:
    cut = SAID.replace("of the northern coast", "…").replace("grain", "GRAIN,")
    assert not book_of(quoted("a", SAID), quoted("b", cut)).differences


def passage(article: str, text: str) -> Passage:
    return Passage(0, len(text), text, article, 1)


def test_provisions_that_say_the_same_stand_together_if_they_are_of_different_articles() -> None:
    first = passage("a", "called for an end to unilateral sanctions")
    again = passage("a", "an end to sanctions that are unilateral")
    same = passage("b", "ending unilateral sanctions")
    other = passage("b", "criticised the use of embargoes")
    assert provisions_of([first, again, same, other]) == ((first, same), (again,), (other,))
