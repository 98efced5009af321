"""Organisations: which an article names, which are one, and whose institutions they are."""

from pathlib import Path

import pytest
from spacy.language import Language

from briefing_book.extract import countries, organisations, people
from briefing_book.model import Organisation


def found(nlp: Language, text: str) -> dict[str, Organisation]:
    doc = nlp(text)
    places = countries.find(doc)
    given = organisations.find(doc, people.find(doc, places), places)
    assert all(text[m.start : m.end] == m.text for each in given for m in each.mentions)
    return {each.name: each for each in given}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The plan was released by China's Foreign Ministry.", "China's Foreign Ministry", "CN"),
        ("“No,” said the Belarusian president's office.", "Belarusian president's office", "BY"),
        ("The government of Norway paid for the ship.", "government of Norway", "NO"),
        ("It was denied by the Peruvian Ministry of Health.", "Peruvian Ministry of Health", "PE"),
        ("The Kremlin did not comment.", "Kremlin", "RU"),
    ],
)
def test_an_institution_knows_its_country(nlp: Language, text: str, name: str, country: str) -> None:
    """By name, by adjective, with "of", or by what everybody knows."""
    assert {each.name: each.country for each in found(nlp, text).values()} == {name: country}


def test_an_institution_without_its_country_is_the_same(nlp: Language) -> None:
    """Once "Sweden's Foreign Ministry" was named, "the Foreign Ministry" is that one."""
    text = "Sweden's Foreign Ministry refused. The Foreign Ministry said it would explain its decision."
    given = found(nlp, text)
    assert [m.text for m in given["Sweden's Foreign Ministry"].mentions] == [
        "Sweden's Foreign Ministry",
        "Foreign Ministry",
    ]
    assert len(given) == 1


def test_the_same_ministry_of_two_countries_is_two(nlp: Language) -> None:
    """Neighbours' ministries are not mixed."""
    given = found(nlp, "Norway's Foreign Ministry welcomed it. Sweden's Foreign Ministry did not.")
    assert {each.country for each in given.values()} == {"NO", "SE"}


def test_an_acronym_joins_what_it_stands_for(nlp: Language) -> None:
    """In brackets or by initials, with or without the article before it."""
    text = "The African Mining Federation (AMF) met in Lusaka. The AMF elected a board."
    given = found(nlp, text)
    assert [m.text for m in given["African Mining Federation"].mentions] == [
        "African Mining Federation",
        "AMF",
        "AMF",
    ]


def test_countries_people_events_and_laws_are_none(nlp: Language) -> None:
    """What has a capital letter is not yet an organisation."""
    text = (
        "Belarus and Mr Oleg Baranov spoke of the Cold War, of the World Cup in Qatar and of the Budget Act. "
        "Prime Minister Anna Lind called the “Cold War mentality” a danger."
    )
    assert found(nlp, text) == {}


def test_seeds_name_their_organisations(nlp: Language, seeds: Path) -> None:
    """Alliances, and the institutions of their countries; neither a country nor an event."""
    given: dict[str, str | None] = {}
    for seed in seeds.glob("*.txt"):
        text = seed.read_text(encoding="utf-8").strip().removeprefix("date 2023-02-25 ")
        given |= {name: each.country for name, each in found(nlp, text).items()}
    assert given == {
        "NATO": None,
        "Shanghai Cooperation Organization": None,
        "Pravda Ukraine": None,
        "China's Foreign Ministry": "CN",
        "Belarusian president's office": "BY",
    }


def test_the_last_noun_of_the_only_such_name_is_its_short_form(nlp: Language) -> None:
    """ "the Commission" is the one that the article has named in full."""
    text = "The Maritime Commission met in Oslo. The plan of the Commission is new; the Commission paid."
    assert [m.text for m in found(nlp, text)["Maritime Commission"].mentions[1:]] == [
        "Commission",
        "Commission",
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Karen People's Liberation Front refused.", "Karen People's Liberation Front"),
        (
            "Envoys praised the Association of Coast-side Municipalities on Friday.",
            "Association of Coast-side Municipalities",
        ),
        ("Photo: European Union", "European Union"),
        ("A call by the World Food Programme helped.", "World Food Programme"),
    ],
)
def test_a_name_is_whole(nlp: Language, text: str, name: str) -> None:
    """A name does not begin after "People's", or end amid a hyphened word; a caption's colon is not in it."""
    assert name in found(nlp, text)


def test_somebody_s_post_is_no_organisation(nlp: Language) -> None:
    """Of a post the organisation is left, if it names one."""
    given = found(
        nlp,
        "The Norwegian Chief of General Staff Per Berg met United Nations Special Envoy Ana Lee. "
        "The Government of Peruvian President Luis Soto and the National Freedom Army (NFA) agreed.",
    )
    assert not any("Chief" in name or "Envoy" in name or "Soto" in name for name in given)
    assert "United Nations" in given


def test_an_acronym_that_acts_is_an_organisation(nlp: Language) -> None:
    """The acronym of a thing ("electric vehicle (EV)") is none."""
    given = found(
        nlp,
        "The QRD delegation arrived early. The QRD said it would talk. Tariffs on each electric vehicle (EV) "
        "rose, and EV makers left. EV imports fell.",
    )
    assert "QRD" in given
    assert "EV" not in given


def test_an_acronym_may_stand_before_the_name_in_brackets(nlp: Language) -> None:
    """ "The rebel group QFA (Quara Freedom Army)" is one organisation, by both."""
    given = found(nlp, "The rebel group QFA (Quara Freedom Army) left. Later QFA came back.")
    assert {m.text for m in given["Quara Freedom Army"].mentions} == {"QFA", "Quara Freedom Army"}
