"""Plans: which words of an article name a plan that the book knows, and which name somebody else's."""

import pytest
from spacy.language import Language

from briefing_book.extract import countries, plans
from briefing_book.model import Plan, Point


def plan(id: str, author: str, size: int, *names: str, title: str = "A Way out of the War in Sudan") -> Plan:
    points = tuple(Point(number=n, title=f"Point {n}", summary="") for n in range(1, size + 1))
    return Plan(id=id, title=title, author=author, date="2024-03-01", points=points, names=names)


BRAZIL = plan(
    "brazil-2024", "BR", 7, "peace plan", "7-point plan", title="Brazil's Way to a Lasting Truce in Sudan"
)
KENYA = plan("kenya-2024", "KE", 9, "peace plan", "9-point plan", "Nairobi Formula")


def named(nlp: Language, text: str, *known: Plan) -> list[tuple[str, str]]:
    """The spans and plans found, each span checked to be its slice."""
    doc = nlp(text)
    found = plans.find(doc, known or (BRAZIL, KENYA), countries.find(doc))
    assert all(m.text == text[m.start : m.end] for m in found)
    return [(m.text, m.plan) for m in found]


@pytest.mark.parametrize(
    "text",
    [
        "Envoys praised the peace plan presented by Brazil.",
        "Envoys praised Brazil's recently presented seven-point plan for Sudan.",
        "Envoys praised the Brazilian peace plan.",
        "On Monday Brazil proposed a 7-point plan.",
        "The peace plan released by Brazil's Foreign Ministry surprised envoys.",
        "Envoys read Brazil's Way to a Lasting Truce in Sudan with care.",
    ],
)
def test_a_plan_is_named_by_its_author_number_or_title(nlp: Language, text: str) -> None:
    """Whatever way an article attributes a plan, its page lists the mention."""
    assert [plan for _, plan in named(nlp, text)] == ["brazil-2024"]


@pytest.mark.parametrize(
    "text",
    [
        "Brazil read the ten-point peace plan of France with interest.",
        "Musk's peace plan was mocked in Brazil.",
        "Brazil unveiled a plan to build three dams.",
        "Brazil called for talks. Any plan to end the war must be fair.",
        "The plan was praised.",
    ],
)
def test_somebody_elses_plan_is_not_it(nlp: Language, text: str) -> None:
    """No plan is credited with what another one, or no plan at all, said."""
    assert named(nlp, text) == []


@pytest.mark.parametrize(
    "text", ["Envoys praised the Nairobi formula.", "Envoys praised the Nairobi Formula."]
)
def test_a_plans_own_name_is_known_with_small_letters_and_capitals(nlp: Language, text: str) -> None:
    """Newspapers write "Agreement" and "agreement" in a name; the capitals of a place they all write."""
    accord = plan("kenya-2024", "KE", 9, "Nairobi formula")
    assert [plan for _, plan in named(nlp, text, accord)] == ["kenya-2024"]
    assert named(nlp, "Envoys found a formula in NAIROBI. The nairobi formula failed.", accord) == []


def test_the_plan_is_the_one_last_named(nlp: Language) -> None:
    """Two plans in one article are told apart, and "the proposal" follows the one just spoken of."""
    text = (
        "Brazil published a 7-point plan. The proposal calls for a truce. "
        "Kenya then presented its own peace plan. The Nairobi Formula has nine points. The plan was welcomed."
    )
    assert [plan for _, plan in named(nlp, text)] == ["brazil-2024"] * 2 + ["kenya-2024"] * 3


def test_a_strangers_plan_ends_what_the_plan_means(nlp: Language) -> None:
    """After another's plan has been named, "the plan" is no longer the known one."""
    text = (
        "Brazil published a 7-point plan. France presented a three-point peace plan. The plan was criticised."
    )
    assert [plan for _, plan in named(nlp, text)] == ["brazil-2024"]


def test_two_plans_of_one_author_are_told_apart_by_number(nlp: Language) -> None:
    """Where the words fit several plans, none is guessed; the number of points decides."""
    other = plan("brazil-2025", "BR", 4, "peace plan", title="Brazil's Second Way to Peace in Sudan")
    assert named(nlp, "Envoys praised Brazil's peace plan.", BRAZIL, other) == []
    assert named(nlp, "Envoys praised Brazil's four-point peace plan.", BRAZIL, other) == [
        ("four-point peace plan", "brazil-2025")
    ]


def test_a_book_without_plans_works(nlp: Language) -> None:
    """Plans are optional: no file, no mention, no error."""
    doc = nlp("Brazil proposed a 7-point plan.")
    assert plans.find(doc, (), countries.find(doc)) == ()


def test_a_deal_that_is_taken_for_a_verb_is_a_plan_too(nlp: Language) -> None:
    deal = plan("doha-2025", "QA", 3, "ceasefire deal", title="Ceasefire")
    assert named(nlp, "Mediator Qatar has announced a ceasefire deal, officials said.", deal)


ACCORD = plan("quito-2024", "EC", 3, "Quito Agreement", "peace agreement", "peace treaty", title="Peace")


@pytest.mark.parametrize(
    "text",
    [
        "Ecuador's rebels reached an agreement in Quito.",
        "Ecuador and the rebels signed a comprehensive peace agreement on Friday.",
        "In Ecuador, envoys hailed the US-brokered peace treaty.",
        "Ecuador and the United States announced a peace agreement that ends the fighting.",
    ],
)
def test_an_accord_of_several_is_known_by_its_name_or_place(nlp: Language, text: str) -> None:
    """And then "the deal" is that accord."""
    found = named(nlp, f"{text} Envoys praised the deal.", ACCORD)
    assert [plan for _, plan in found] == ["quito-2024", "quito-2024"]


@pytest.mark.parametrize(
    "text",
    [
        "Chile and the rebels signed a peace agreement.",
        "Ecuador may sign a peace agreement.",
        "Ecuador studied the peace agreement between Chile and Peru.",
        "Ecuador studied the 2016 peace agreement.",
        "Ecuador did not sign a peace agreement.",
        "Ecuador reads the peace agreements.",
    ],
)
def test_another_accord_is_not_the_plan(nlp: Language, text: str) -> None:
    """One between others, of another year, or not made."""
    assert named(nlp, text, ACCORD) == []


def test_the_deal_is_no_plan_of_one_author(nlp: Language) -> None:
    """After a proposal, "the deal" is not that proposal, whatever accords the book knows."""
    found = named(nlp, "Envoys praised the Brazilian peace plan. They doubted the deal.", BRAZIL, ACCORD)
    assert found == [("peace plan", "brazil-2024")]


def test_a_body_of_countries_is_an_author(nlp: Language) -> None:
    """ "The UN's proposal" is a plan's whose author is UN, and no other's."""
    united = plan("un-2024", "UN", 4, "peace proposal")
    assert named(nlp, "Envoys praised the UN's peace proposal.", united, BRAZIL) == [
        ("peace proposal", "un-2024")
    ]
