"""Who is who: names of different articles become one entity where that can be known, and only there."""

import pytest
import yaml

from briefing_book.assemble.doubtful_names import APART
from briefing_book.model import Apart, Corrections, Merge, Split
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
        Told("d", "Ana M. Costa Jr. came.").person("Ana M. Costa Jr."),
    )
    assert len(names(book, "people")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Joseph Tarrant", "Joe Tarrant"),
        ("W. H. Tarrant", "Walter Henry Tarrant"),
        ("Tarnai Ferenc", "Ferenc Tarnai"),
        ("Lim Dae-sung", "Lim Daesung"),
        ("Abdul Hamid Barqawi", "Abdulhamid Barqawi"),
        ("Mohammed el-Barqawi", "Muhammad al-Barqawi"),
        ("Viktor Yaremovych", "Viktor Yaremovich"),
        ("Samuel Atewerki", "Samuel Atwerki"),
        ("Karim el-Rifi", "Karim al-Riffi"),
        ("Marwan Qazzafi", "Marwan Gazzafi"),
    ],
)
def test_forms_of_one_full_name_are_one_person(one: str, other: str) -> None:
    """Short forms, initials, the order of words, hyphens, particles and transliterations part nobody."""
    book = book_of(Told("a", f"{one} came.").person(one), Told("b", f"{other} came.").person(other))
    assert len(names(book, "people")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Volodymyr Tarasyuk", "Vladimir Tarasyuk"),
        ("Pieter Hofstee", "Piet Hofstee"),
        ("Paul Tarrant Jr.", "Paul Tarrant"),
        ("Rosa Sadeba", "Rosa Sadiba"),
        ("Kebede Morede", "Kebede Merede"),
        ("Ana Lopes Ferreira Pinto", "Ana Ferreira"),
    ],
)
def test_names_that_may_be_one_need_something_more(one: str, other: str) -> None:
    """They stay apart and are asked about; a role that both hold makes them one."""
    book = book_of(Told("a", f"{one} came.").person(one), Told("b", f"{other} came.").person(other))
    assert len(names(book, "people")) == 2 and APART in doubt_kinds(book)
    book = book_of(
        Told("a", f"Chief justice {one} came.").person(one, role="Chief justice"),
        Told("b", f"Chief justice {other} came.").person(other, role="Chief justice"),
    )
    assert len(names(book, "people")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Irina Belov", "Irina Belova"),
        ("Pablo Martinez", "Pablo Martin"),
        ("George W. Tarrant", "George H. W. Tarrant"),
        ("Karl Mikkelsen", "Karl Mikkelson"),
        ("Omar Hassan", "Omar Hussein"),
        ("Kebede Morede", "Kebedu Merede"),
        ("Maria Tarrant", "Joe Tarrant"),
    ],
)
def test_two_people_of_like_names_are_not_even_asked_about(one: str, other: str) -> None:
    book = book_of(Told("a", f"{one} came.").person(one), Told("b", f"{other} came.").person(other))
    assert len(names(book, "people")) == 2 and APART not in doubt_kinds(book)


def test_company_tells_whose_form_a_name_is() -> None:
    """A name spelled otherwise joins whoever is named with the same people."""
    book = book_of(
        Told("a", "Rui Pinto met Marwan Gazzafi.").person("Rui Pinto").person("Marwan Gazzafi"),
        Told("b", "Rui Pinto met Qazzafi.").person("Rui Pinto").person("Qazzafi"),
    )
    assert names(book, "people") == ["Marwan Gazzafi", "Rui Pinto"]
    alone = book_of(
        Told("a", "Marwan Gazzafi came.").person("Marwan Gazzafi"),
        Told("b", "Qazzafi came.").person("Qazzafi"),
    )
    assert len(names(alone, "people")) == 2


def test_every_merge_says_why() -> None:
    """A person's names are listed with the articles that use them, and the reasons for making them one."""
    book = book_of(
        Told("a", "Peruvian judge Joseph Tarrant came.")
        .country("PE", "Peruvian", kind="demonym")
        .person("Joseph Tarrant", role="Peruvian judge", of="PE"),
        Told("b", "Joseph Tarrant left.").person("Joseph Tarrant"),
        Told("c", "Peru’s judge Tarrant came.").person("Tarrant", role="judge", of="PE"),
        Told("d", "Bibi came.").person("Bibi"),
        corrections=Corrections(merge=(Merge(names=("Bibi",), into="Joseph Tarrant"),)),
    )
    own, *others = book.entities["people/joseph-tarrant"].joined
    assert (own.name, own.articles, own.why) == ("Joseph Tarrant", ("a", "b"), ())
    told = {each.name: (each.articles, each.why) for each in others}
    assert told == {
        "Bibi": (("d",), ("editorial/corrections.yml",)),
        "Tarrant": (
            ("c",),
            (
                "“Tarrant” is the family name of “Joseph Tarrant”",
                "the only one of this name in the book",
                "same role: judge",
                "same country: Peru",
            ),
        ),
    }


def test_people_may_split_a_name_and_take_it_back() -> None:
    """In the articles that a correction names the bearer is another one; without the line they are one."""
    articles = [
        Told("a", "Carlos Mota came.").person("Carlos Mota"),
        Told("b", "Carlos Mota said “we sail”.")
        .person("Carlos Mota")
        .quotation("we sail", person="Carlos Mota"),
    ]
    split = Corrections(split=(Split(name="Carlos Mota", articles=("b",), to="Carlos Mota (sailor)"),))
    book = book_of(*articles, corrections=split)
    assert names(book, "people") == ["Carlos Mota", "Carlos Mota (sailor)"]
    speaker = book.quotations[0].speaker
    assert speaker and speaker.name == "Carlos Mota (sailor)"
    assert names(book_of(*articles), "people") == ["Carlos Mota"]


def test_mr_and_ms_are_two_people() -> None:
    """So they are of one full name, and “Ms Motta” is not the man of her family."""
    mr, ms = "Mr Kim Motta spoke.", "Ms Kim Motta left."
    book = book_of(Told("a", mr).person("Kim Motta"), Told("b", ms).person("Kim Motta"))
    assert [entity.articles for entity in book.entities.values()] == [("a",), ("b",)]
    book = book_of(Told("a", mr).person("Kim Motta"), Told("b", "Ms Motta left.").person("Motta"))
    assert names(book, "people") == ["Kim Motta", "Motta"]


def test_somebody_of_many_articles_may_have_several_offices() -> None:
    """Nobody is made two by what one article of many tells otherwise, or where the same people are around."""
    often = [
        Told(f"a{n}", "Peruvian judge Ana Motta came.").person("Ana Motta", role="Peruvian judge", of="PE")
        for n in range(4)
    ]
    once = Told("b", "Cuban envoy Ana Motta came.").person("Ana Motta", role="Cuban envoy", of="CU")
    assert names(book_of(*often, once), "people") == ["Ana Motta"]
    both = [
        Told("a", "Peruvian judge Ana Motta met Rui Sousa.").person(
            "Ana Motta", role="Peruvian judge", of="PE"
        ),
        Told("b", "Cuban envoy Ana Motta met Rui Sousa.").person("Ana Motta", role="Cuban envoy", of="CU"),
    ]
    book = book_of(*(each.person("Rui Sousa") for each in both))
    assert names(book, "people") == ["Ana Motta", "Rui Sousa"]


def test_what_people_say_goes_before_what_the_machine_finds() -> None:
    """A merge holds where the machine would have put the name with one that is to stay apart from it."""
    mine, other, of_mine = "Peru’s Defence Ministry", "Ministry of Defence of Peru", "Peru’s Defense Ministry"
    told = [(other, "a"), (of_mine, "b"), (mine, "c")]
    corrections = Corrections(
        merge=(Merge(names=(of_mine, mine), into=mine),), apart=(Apart(names=(mine, other)),)
    )
    articles = (
        Told(id, f"Peru: the {name} spoke.").country("PE", "Peru").organisation(name, of="PE")
        for name, id in told
    )
    book = book_of(*articles, corrections=corrections)
    ministries = (each for each in book.entities.values() if each.kind == "organisations")
    assert {each.name: each.articles for each in ministries} == {mine: ("b", "c"), other: ("a",)}


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
    merge, *_ = map(yaml.safe_load, (choice.yaml for choice in doubt.choices))
    assert merge == {"merge": [{"names": ["Lopes", "Maria Lopes"], "into": "Maria Lopes"}]}


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
        ("Pjotr Gradow", "Pjotr Gradov"),
        ("Igor Tschulnow", "Igor Tchulnov"),
        ("Anton Guelassow", "Anton Gelassov"),
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


def test_an_institution_without_a_country_is_that_of_the_articles_officials() -> None:
    """“The Foreign Ministry” is Peru's where the article names Peruvian officials only."""
    peru = Told("a", "Peru’s Foreign Ministry spoke.").country("PE", "Peru")
    cuba = Told("b", "Cuba’s Foreign Ministry spoke.").country("CU", "Cuba")
    vague = Told("c", "Peruvian judge Maria Lopes came. The Ministry of Foreign Affairs spoke.")
    vague.person("Maria Lopes", role="Peruvian judge", of="PE").organisation("Ministry of Foreign Affairs")
    book = book_of(
        peru.organisation("Peru’s Foreign Ministry", of="PE"),
        cuba.organisation("Cuba’s Foreign Ministry", of="CU"),
        vague,
    )
    found = {e.country: e.articles for e in book.entities.values() if e.kind == "organisations"}
    assert found == {"countries/peru": ("a", "c"), "countries/cuba": ("b",)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Quilla News Agency", "Quilla"),
        ("Quilla News Agency", "Quilla Agency"),
        ("Organisation for Harbour Defence", "Organization for Harbor Defense"),
        ("Island Ports Safety Board", "IP Safety Board"),
    ],
)
def test_forms_of_one_organisation_are_one(one: str, other: str) -> None:
    """General words left out, British and American spellings, and initials part no organisation."""
    book = book_of(Told("a", f"{one} met.").organisation(one), Told("b", f"{other} met.").organisation(other))
    assert names(book, "organisations") == [one]


def test_an_acronym_in_brackets_is_the_name_before_it() -> None:
    book = book_of(
        Told("a", "The Alliance of Southern Ports (ASPOR) met.")
        .organisation("Alliance of Southern Ports")
        .organisation("ASPOR"),
        Told("b", "ASPOR met.").organisation("ASPOR"),
    )
    assert names(book, "organisations") == ["Alliance of Southern Ports"]


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


def test_a_country_in_initials_is_no_part_of_its_institutions_name() -> None:
    """“the U.S. State Department” is “the State Department” of the United States; a role is likewise one."""
    article = Told("a", "The U.S. State Department spoke. U.S. envoy Ana Costa came.")
    article.organisation("U.S. State Department", of="US").country("US", "U.S.")
    other = Told("b", "The State Department spoke. US envoy Annie Costa came.")
    other.organisation("State Department", of="US").country("US", "US")
    book = book_of(
        article.person("Ana Costa", role="U.S. envoy", of="US"),
        other.person("Annie Costa", role="US envoy", of="US"),
    )
    assert names(book, "organisations") == ["U.S. State Department"]
