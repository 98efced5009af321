"""People: whom an article names, by which words, and what belongs to one person."""

from pathlib import Path

import pytest
from spacy.language import Language

from briefing_book.extract import countries, people
from briefing_book.model import Person


def found(nlp: Language, text: str) -> dict[str, Person]:
    doc = nlp(text)
    return {person.name: person for person in people.find(doc, countries.find(doc))}


def forms(person: Person) -> list[str]:
    return [mention.text for mention in person.mentions]


def test_short_forms_belong_to_the_full_name(nlp: Language) -> None:
    """Family name last or first, the article's full name gathers its short forms."""
    text = (
        "Premier Wen Guoqiang met Marta Oliveira in Lisbon. Wen praised the talks. "
        "Oliveira said she would visit Beijing, and Mr Wen thanked her."
    )
    given = found(nlp, text)
    assert forms(given["Wen Guoqiang"]) == ["Wen Guoqiang", "Wen", "Wen"]
    assert forms(given["Marta Oliveira"]) == ["Marta Oliveira", "Oliveira"]
    assert len(given) == 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The agreement was signed by Sheikh Hamad bin Khalid al-Thani on Monday.",
            "Hamad bin Khalid al-Thani",
        ),
        ("“We agree,” Prof. Dr. Nadia van den Berg told reporters.", "Nadia van den Berg"),
        ("Chilean Foreign Minister Pablo García Huidobro's speech drew applause.", "Pablo García Huidobro"),
        ("Lt Gen Rakesh Malhotra said the border was calm.", "Rakesh Malhotra"),
        ("President of Belarus Pavel Marozau said he would travel.", "Pavel Marozau"),
        ("Ms Choi Eun-ji, a teacher, said the school was closed.", "Choi Eun-ji"),
    ],
)
def test_a_name_is_without_titles_countries_and_possessives(nlp: Language, text: str, name: str) -> None:
    """What stands around a name is no part of it, whatever the language model thinks."""
    given = found(nlp, text)
    assert list(given) == [name]
    assert forms(given[name]) == [name]


def test_namesakes_stay_two(nlp: Language) -> None:
    """Two people of one family are two, and a short form goes to the one last named in full."""
    text = (
        "Carlos Mendoza, a farmer, said the river rose at night. Mendoza lost his house.\n\n"
        "His cousin Lucia Mendoza, a nurse, said help came late. Mendoza asked for more doctors."
    )
    given = found(nlp, text)
    assert forms(given["Carlos Mendoza"]) == ["Carlos Mendoza", "Mendoza"]
    assert forms(given["Lucia Mendoza"]) == ["Lucia Mendoza", "Mendoza"]


def test_a_title_that_contradicts_keeps_a_short_form_apart(nlp: Language) -> None:
    """A First Lady is not the President of her name, and Mr is not Mrs."""
    text = (
        "First Lady Teresa Machado opened the clinic on Monday. President Machado said he was proud. "
        "Mrs Carla Nunes, a nurse, thanked them. Mr Nunes said nothing."
    )
    given = found(nlp, text)
    assert forms(given["Teresa Machado"]) == ["Teresa Machado"]
    assert forms(given["Carla Nunes"]) == ["Carla Nunes"]
    assert {"Machado", "Nunes"} <= set(given)


def test_a_short_form_with_an_office_is_who_holds_it(nlp: Language) -> None:
    """Of two of one name, the office tells which is meant."""
    text = (
        "President Rafael Machado met his cousin Teresa Machado, a teacher, in Porto. "
        "President Machado said the talks were good."
    )
    assert forms(found(nlp, text)["Rafael Machado"]) == ["Rafael Machado", "Machado"]


def test_confidence_is_higher_the_more_speaks_for_a_person(nlp: Language) -> None:
    """Who is titled and speaks is surer than a bare pair of capitals."""
    text = "President Rafael Machado said the talks were good. Outside stood the Lune Alda."
    given = found(nlp, text)
    sure = given["Rafael Machado"].confidence
    assert sure is not None and sure > 0.9
    assert all(p.confidence is not None and 0 <= p.confidence <= 1 for p in given.values())


def test_countries_and_organisations_are_not_people(nlp: Language) -> None:
    """Places, institutions and months that look like names get no entry."""
    text = "Georgia and Jordan signed in Geneva in May. The World Bank and Nairobi University welcomed it."
    assert found(nlp, text) == {}


def test_a_headline_in_capitals_names_the_people_of_the_article(nlp: Language) -> None:
    """Capitals hide a name from no reader who meets it below."""
    text = "TALKS BETWEEN ELENA PETROVA AND ENVOYS FAIL\n\nElena Petrova, the mediator, said she was sad."
    assert forms(found(nlp, text)["Elena Petrova"]) == ["ELENA PETROVA", "Elena Petrova"]


def test_accents_left_out_do_not_make_another_person(nlp: Language) -> None:
    """One spelling with accents and one without are one person."""
    text = "President José Ramírez spoke first. Later, Jose Ramirez told reporters that Ramírez was tired."
    assert len(found(nlp, text)) == 1


@pytest.mark.parametrize(
    "text", ["", "\n\n", "A" * 5000, "JOHN SMITH " * 2000, "\x00\x1f Mr \x7f. Dr", "’s - – al-"]
)
def test_odd_text_does_not_break_it(nlp: Language, text: str) -> None:
    """Whatever the text, every mention is its slice."""
    doc = nlp(text)
    for person in people.find(doc, countries.find(doc)):
        assert all(text[m.start : m.end] == m.text for m in person.mentions)


def test_seeds_name_exactly_four_people(nlp: Language, seeds: Path) -> None:
    """The two seeds' people, each once, under the fullest name."""
    names: set[str] = set()
    for seed in seeds.glob("*.txt"):
        names |= set(found(nlp, seed.read_text(encoding="utf-8").strip().removeprefix("date 2023-02-25 ")))
    assert names == {"Alexander Lukashenko", "Xi Jinping", "Li Keqiang", "Vladimir Putin"}


@pytest.mark.parametrize(
    ("text", "short", "whose"),
    [
        (
            "David Marsh, the mayor of Wells, wrote. His wife, Rachel Marsh, drew. Mr Marsh left.",
            "Marsh",
            "David Marsh",
        ),
        (
            "Rachel Marsh drew. David Marsh, the mayor of Wells, wrote. Mrs Marsh left.",
            "Marsh",
            "Rachel Marsh",
        ),
        ("The mayor, David Marsh, wrote to Peter Marsh. The mayor, Marsh, has left.", "Marsh", "David Marsh"),
        ("K. R. Perera spoke. Kamal Ranil Perera was born in Galle.", "K. R. Perera", "Kamal Ranil Perera"),
        ("Nadia Abdel-Karim spoke. Nadia Abdelkarim left.", "Nadia Abdelkarim", "Nadia Abdel-Karim"),
    ],
)
def test_what_stands_beside_a_name_tells_whose_it_is(
    nlp: Language, text: str, short: str, whose: str
) -> None:
    """Two of one family stay two; spellings and initials of one name are one."""
    assert short in forms(found(nlp, text)[whose])


def test_no_woman_becomes_the_man_of_her_family_name(nlp: Language) -> None:
    """A "Mrs" beside a man's full name is somebody else."""
    given = found(nlp, "Robert Marsh arrived at noon. Mrs. Marsh said that she was glad.")
    assert forms(given["Robert Marsh"]) == ["Robert Marsh"]
    assert forms(given["Marsh"]) == ["Marsh"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Regarding Wang Lin, the judge said nothing. Wang Lin laughed.", {"Wang Lin"}),
        ("Seventeen-year-old Zhang Wei won the race.", {"Zhang Wei"}),
        ("Farmers in Sri Lanka said that Sri Lanka was dry.", set()),
    ],
)
def test_what_stands_before_a_name_or_is_a_country_is_no_part_of_it(
    nlp: Language, text: str, names: set[str]
) -> None:
    """The capital of a sentence's first word, and the second word of a country's name, make no name."""
    assert set(found(nlp, text)) == names


def test_a_nickname_in_quotation_marks_stays_in_the_name(nlp: Language) -> None:
    """The mention is as written, the name goes without it, and the short name is the same person's."""
    given = found(
        nlp, 'Spy chief William "Bill" Harper arrived on Sunday. Bill Harper said the talks were useful.'
    )
    assert forms(given["William Harper"]) == ['William "Bill" Harper', "Bill Harper"]
    assert len(given) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Minister of Foreign Affairs of Azerbaijan Elmar Haddadov gave an interview.", "Elmar Haddadov"),
        ("Midfielder Chris Dolan Reyes praised the crowd.", "Chris Dolan Reyes"),
    ],
)
def test_an_office_or_a_trade_before_a_name_is_no_part_of_it(nlp: Language, text: str, name: str) -> None:
    assert list(found(nlp, text)) == [name]


def test_a_club_is_nobody(nlp: Language) -> None:
    text = "FC Palma scored again. FC Palma played well, coach Scott Cooper said. AFC Loke lost."
    assert list(found(nlp, text)) == ["Scott Cooper"]


def test_an_organisation_before_a_name_is_not_in_it(nlp: Language) -> None:
    """Nor is what a post is for: "Special Representative for the Dialogue"."""
    assert "Karim Daoud" in found(nlp, "Hezbollah Karim Daoud arrived late on Sunday.")
    given = found(nlp, "She met Special Representative for Baku-Tbilisi Dialogue Miro Horak on Friday.")
    assert list(given) == ["Miro Horak"]
