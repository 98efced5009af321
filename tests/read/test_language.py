"""The language of an article: never guessed where it is uncertain."""

import pytest

from briefing_book.read.language import detect_language, stated_language

ENGLISH = (
    "The mayor of the town said that the bridge over the river would be closed for the winter, since the "
    "cold had opened the joints of the northern arch. The council will meet on the matter after the "
    "holidays, and the ferry will run until the work is done, as in the years before."
)
DUTCH = (
    "De burgemeester van de stad zei dat de brug over de rivier deze winter gesloten blijft, omdat de kou "
    "de voegen van de noordelijke boog heeft geopend. De raad vergadert na de feestdagen over de zaak, en "
    "het veer vaart tot het werk klaar is, zoals in de jaren voordat de brug er was."
)


@pytest.mark.parametrize(
    ("text", "language"), [(ENGLISH, "en"), (ENGLISH[:140], "en"), (DUTCH, "nl"), ("Oslo", None)]
)
def test_a_language_is_told_where_the_text_shows_it(text: str, language: str | None) -> None:
    assert detect_language(text) == language


def test_english_words_in_another_language_do_not_make_it_english() -> None:
    assert detect_language(DUTCH + " The New York Times en The Guardian schreven erover.") == "nl"


@pytest.mark.parametrize(
    ("words", "code"), [("en_GB", "en"), ("German", "de"), ("fr", "fr"), ("Klingon?", None)]
)
def test_a_stated_language_may_be_a_code_or_a_name(words: str, code: str | None) -> None:
    assert stated_language(words) == code
