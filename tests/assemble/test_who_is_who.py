"""Who is who: names of different articles become one entity where that can be known, and only there."""

import pytest
import yaml

from briefing_book.assemble.doubts import APART
from briefing_book.model import Apart, Corrections, Merge
from tests.assemble.built import Told, book_of, doubt_kinds, names, person


def full_and_short() -> list[Told]:
    return [
        Told("a", "Portuguese premier Maria Lopes spoke. Lopes left.").person(
            "Maria Lopes", "Lopes", role="Portuguese premier", of="PT"
        ),
        Told("b", "Premier Lopes arrived.").person("Lopes"),
    ]


def test_a_family_name_joins_its_only_bearer() -> None:
    """“Lopes” in one article and “Maria Lopes” in another are one person with all forms."""
    (lopes,) = book_of(*full_and_short()).entities.values()
    assert (lopes.name, lopes.articles) == ("Maria Lopes", ("a", "b"))
    assert {form.text: len(form.passages) for form in lopes.forms} == {"Maria Lopes": 1, "Lopes": 2}


def test_spelling_of_case_and_accents_does_not_part_a_person() -> None:
    book = book_of(
        Told("a", "José Peña came.").person("José Peña"), Told("b", "JOSE PENA CAME.").person("JOSE PENA")
    )
    assert names(book, "people") == ["José Peña"]


def test_a_family_name_may_stand_first() -> None:
    """“Tran” joins “Tran Minh” though it stands first, also where no article shows it as a short form."""
    book = book_of(
        Told("a", "Tran Minh came.").person("Tran Minh"), Told("b", "Tran said no.").person("Tran")
    )
    assert names(book, "people") == ["Tran Minh"]


def test_initials_and_middle_names_do_not_part_a_person() -> None:
    book = book_of(
        Told("a", "Ana Maria Costa came.").person("Ana Maria Costa"),
        Told("b", "Ana Costa came.").person("Ana Costa"),
        Told("c", "A. Costa came.").person("A. Costa"),
        Told("d", "Ana Costa Jr. came.").person("Ana Costa Jr."),
    )
    assert len(names(book, "people")) == 1


def two_of_one_family() -> list[Told]:
    return [
        Told("a", "Maria Lopes came.").person("Maria Lopes"),
        Told("b", "Rui Lopes came.").person("Rui Lopes"),
        Told("c", "Lopes said no.").person("Lopes"),
    ]


def test_a_family_name_of_two_people_stays_apart_and_is_asked_about() -> None:
    """Which Lopes is meant cannot be known: three entities, and a doubt with passages and lines."""
    book = book_of(*two_of_one_family())
    assert names(book, "people") == ["Lopes", "Maria Lopes", "Rui Lopes"]
    (doubt,) = book.doubts[:1]
    assert doubt.kind == APART
    assert [passage.article for passage in doubt.passages] == ["c", "a", "b"]
    assert yaml.safe_load(doubt.yaml) == [{"names": ["Lopes", "Maria Lopes"], "into": "Maria Lopes"}]
    assert "`- names: [Lopes, Maria Lopes, Rui Lopes]` under `apart:`" in doubt.mend


def test_roles_tell_people_of_one_family_apart() -> None:
    book = book_of(
        Told("a", "Peruvian judge Maria Lopes came.").person("Maria Lopes", role="Peruvian judge", of="PE"),
        Told("b", "Cuban poet Rui Lopes came.").person("Rui Lopes", role="Cuban poet", of="CU"),
        Told("c", "Cuban poet Lopes said no.").person("Lopes", role="Cuban poet", of="CU"),
    )
    assert {e.name: e.articles for e in book.entities.values()} == {
        "Maria Lopes": ("a",),
        "Rui Lopes": ("b", "c"),
    }


def test_a_role_in_another_country_keeps_a_short_name_apart() -> None:
    book = book_of(
        Told("a", "Peruvian judge Maria Lopes came.").person("Maria Lopes", role="Peruvian judge", of="PE"),
        Told("b", "Cuban poet Lopes said no.").person("Lopes", role="Cuban poet", of="CU"),
    )
    assert names(book, "people") == ["Lopes", "Maria Lopes"]
    assert APART in doubt_kinds(book)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dmitriy Zelinskiy", "Dmitri Zelinskyy"),
        ("Andriy Yermolenko", "Andrei Ermolenka"),
        ("Aliaksandr Bykau", "Alexander Bykau"),
    ],
)
def test_spellings_of_one_name_are_one_person(one: str, other: str) -> None:
    family = other.split()[-1]
    book = book_of(
        Told("a", f"{one} came.").person(one),
        Told("b", f"{other} came.").person(other),
        Told("c", f"{family} came.").person(family),
    )
    (person,) = book.entities.values()
    assert person.articles == ("a", "b", "c")


@pytest.mark.parametrize(("one", "other"), [("John Smyth", "John Smith"), ("Zhang Lei", "Zhang Li")])
def test_names_that_only_sound_alike_are_two_people(one: str, other: str) -> None:
    book = book_of(Told("a", f"{one} came.").person(one), Told("b", f"{other} came.").person(other))
    assert len(book.entities) == 2


def test_an_entity_is_called_as_most_articles_call_it() -> None:
    """A headline that was read as a longer name does not become the person's name."""
    headline = "Rui Pinto Praises Maria Lopes"
    book = book_of(
        Told("a", f"{headline}.").person(headline),
        Told("b", "Maria Lopes came.").person("Maria Lopes"),
        Told("c", "Maria Lopes left.").person("Maria Lopes"),
    )
    assert names(book, "people") == ["Maria Lopes"]


def test_a_title_stands_once_however_its_country_is_named() -> None:
    def called(id: str, role: str, of: str | None) -> Told:
        told = Told(id, f"Peru fell. The {role} Maria Lopes came.").country("PE", "Peru", "Peruvian")
        return told.person("Maria Lopes", role=role, of=of)

    book = book_of(
        called("a", "President of Peru", "PE"),
        called("b", "Peruvian President", "PE"),
        called("c", "President", None),
    )
    (role,) = book.entities["people/maria-lopes"].roles
    assert (role.text, role.country) == ("President of Peru", "countries/peru")
    assert [passage.text for passage in role.passages] == [
        "President of Peru",
        "Peruvian President",
        "President",
    ]


def test_people_may_merge_and_part_what_the_book_did_not() -> None:
    """A correction decides what the machine left open, settles the doubt, and holds against the machine."""
    merge = Corrections(merge=(Merge(names=("Lopes", "Rui Lopes"), into="Rui Lopes"),))
    book = book_of(*two_of_one_family(), corrections=merge)
    assert names(book, "people") == ["Maria Lopes", "Rui Lopes"]
    assert APART not in doubt_kinds(book)
    apart = Corrections(apart=(Apart(names=("Lopes", "Maria Lopes")),))
    book = book_of(*full_and_short(), corrections=apart)
    assert names(book, "people") == ["Lopes", "Maria Lopes"]
    assert APART not in doubt_kinds(book)


def test_an_institution_is_known_by_its_country_and_its_nouns() -> None:
    """Two wordings of one ministry are one; the same words for another country's are another."""
    book = book_of(
        Told("a", "Portugal said so. Portugal’s Defence Ministry spoke.")
        .country("PT", "Portugal")
        .organisation("Portugal’s Defence Ministry", of="PT"),
        Told("b", "The Portuguese. The Ministry of Defense spoke.")
        .country("PT", "Portuguese", kind="demonym")
        .organisation("Ministry of Defense", of="PT"),
        Told("c", "Peru came. The Ministry of Defense spoke.")
        .country("PE", "Peru")
        .organisation("Ministry of Defense", of="PE"),
    )
    found = {e.articles: e.country for e in book.entities.values() if e.kind == "organisations"}
    assert found == {("a", "b"): "countries/portugal", ("c",): "countries/peru"}


def test_an_institution_without_a_country_is_asked_about() -> None:
    """“The Foreign Ministry” may be that of any country whose ministry the book knows by other words."""
    told = Told("a", "Peru said so. Peru’s Foreign Ministry spoke.").country("PE", "Peru")
    book = book_of(
        told.organisation("Peru’s Foreign Ministry", of="PE"),
        Told("b", "The Ministry of Foreign Affairs spoke.").organisation("Ministry of Foreign Affairs"),
    )
    assert len(names(book, "organisations")) == 2
    assert [passage.article for passage in book.doubts[0].passages] == ["b", "a"]
    assert book.doubts[0].kind == APART


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ"])
def test_possessives_are_one_whatever_the_apostrophe(apostrophe: str) -> None:
    book = book_of(
        Told("a", "Women’s League").organisation("Women’s League"),
        Told("b", f"Women{apostrophe}s League").organisation(f"Women{apostrophe}s League"),
    )
    assert len(book.entities) == 1


def test_an_acronym_joins_the_name_whose_initials_it_is() -> None:
    book = book_of(
        Told("a", "The League of Island Ports met.").organisation("League of Island Ports"),
        Told("b", "The LIP met.").organisation("LIP"),
    )
    assert names(book, "organisations") == ["League of Island Ports"]


def test_countries_are_one_by_their_code_with_all_their_forms() -> None:
    book = book_of(
        Told("a", "Lisbon said no.").country("PT", "Lisbon", kind="place"),
        Told("b", "Portugal and the Portuguese.").country("PT", "Portugal", "Portuguese"),
    )
    (portugal,) = book.entities.values()
    assert (portugal.id, portugal.code) == ("countries/portugal", "PT")
    assert [form.text for form in portugal.forms] == ["Lisbon", "Portugal", "Portuguese"]


def test_facts_lead_to_the_merged_entity() -> None:
    """A quotation by “Lopes” in one article is by the Maria Lopes of another."""
    short = Told("b", "Lopes said “we sail”.").person("Lopes").quotation("we sail", person="Lopes")
    book = book_of(full_and_short()[0], short)
    speaker = book.quotations[0].speaker
    assert speaker and (speaker.name, speaker.entity) == ("Maria Lopes", "people/maria-lopes")


def test_names_in_any_script_and_none_at_all_get_an_address() -> None:
    book = book_of(Told("a", "Олег Бойко and ☂ met.").person("Олег Бойко").person("☂"))
    assert "people/oleg-boiko" in book.entities
    assert len(book.entities) == 2 and all(person(e.name) and e.id[7:] for e in book.entities.values())
