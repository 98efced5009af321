"""Provisions: what an article reports a plan to say, and under which points."""

from pathlib import Path

import pytest
from spacy.language import Language

from briefing_book.editorial import load_plans
from briefing_book.extract import extract
from briefing_book.extract.provisions.points import Placer
from briefing_book.model import Article, ArticleInfo, Plan, Point, Provision
from briefing_book.read.seeds import read_seed

ROOT = Path(__file__).parents[2]
PLAN = Plan(
    id="brazil-2024",
    title="Brazil's Way to a Lasting Truce in Sudan",
    author="BR",
    date="2024-03-01",
    names=("peace plan", "4-point plan"),
    points=(
        Point(
            number=1, title="Opening the ports", summary="Ships reach Port Sudan.", phrases=("reopen ports",)
        ),
        Point(
            number=2,
            title="Feeding the hungry",
            summary="Grain for all.",
            phrases=("food aid", "grain deliveries"),
        ),
        Point(
            number=3,
            title="Freeing prisoners",
            summary="All captives go home.",
            phrases=("prisoner exchange",),
        ),
        Point(number=4, title="Silencing the guns", summary="A truce.", phrases=("truce", "end the war")),
    ),
)


def provisions(nlp: Language, text: str, *known: Plan) -> tuple[Provision, ...]:
    article = Article(info=ArticleInfo(id="a", file="a.txt", title="A"), text=text)
    found = extract(article, nlp, known or (PLAN,)).provisions
    assert all(p.text == text[p.start : p.end] for p in found)
    return found


def told(nlp: Language, text: str) -> list[tuple[str, int | None]]:
    return [(p.text, p.point) for p in provisions(nlp, f"Brazil proposed a 4-point plan. {text}")]


def test_a_list_of_demands_is_one_provision_each(nlp: Language) -> None:
    """Every demand of a list stands under its own point, in the article's own words."""
    found = told(
        nlp, "The plan urged both sides to open the ports, deliver food aid, and free all prisoners."
    )
    assert [point for _, point in found] == [1, 2, 3]


@pytest.mark.parametrize(
    "text",
    [
        "The plan surprised envoys. It called for a truce in Khartoum.",
        "The proposal, which envisages a truce, surprised envoys.",
        "“A truce must come before everything else,” the plan says.",
        "According to the plan, a truce must start at once.",
        "The plan's call for a truce surprised envoys.",
    ],
)
def test_a_plan_speaks_in_many_ways(nlp: Language, text: str) -> None:
    """A pronoun, a relative clause, a quotation, an attribution and a noun all report what the plan says."""
    assert [point for _, point in told(nlp, text)] == [4]


@pytest.mark.parametrize(
    "text",
    [
        "The plan did not call for a truce.",
        "The plan offered no truce.",
        "Egypt called for a truce.",
        "The plan was called a truce for cowards.",
    ],
)
def test_what_a_plan_does_not_say_is_no_provision(nlp: Language, text: str) -> None:
    """Negations, other people's demands and what others say of the plan are not the plan's words."""
    assert told(nlp, text) == []


def test_what_fits_no_point_stays_unplaced(nlp: Language) -> None:
    """A provision is never forced under a point that its words do not speak of."""
    assert told(nlp, "The plan called for a new airport in Kassala.") == [
        ("called for a new airport in Kassala", None)
    ]


def test_an_author_may_speak_in_the_plan(nlp: Language) -> None:
    """ "Brazil called for X in a plan" reports the plan; the words for the plan are not part of it."""
    found = provisions(nlp, "Brazil called for a truce in Sudan in a 4-point plan.")
    assert [(p.text, p.point) for p in found] == [("called for a truce in Sudan", 4)]


def test_part_of_a_longer_wording_is_not_another_point() -> None:
    """ "End the Cold War mentality" is not a call to end the war."""
    points = (
        Point(number=1, title="Old thinking", summary="", phrases=("Cold War mentality",)),
        Point(number=2, title="Peace", summary="", phrases=("end the war",)),
    )
    placer = Placer(Plan(id="p", title="P", author="BR", date="2024", points=points))
    assert list(placer.place("called for an end to the Cold War mentality")) == [1]
    assert list(placer.place("wants the war to end")) == [2]


def test_a_phrase_is_surer_than_single_words() -> None:
    """What rests on fewer of a point's words says so by its confidence."""
    placer = Placer(PLAN)
    [phrased], [worded] = placer.place("seeks food aid").values(), placer.place("opening ports").values()
    assert 1 >= phrased > worded >= 0.5


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("called for talks", [4]),
        ("urged negotiations between Russia and Ukraine", [4]),
        ("asked for a ceasefire", [3]),
        ("proposed a dialogue between the two countries", [3, 4]),
    ],
)
def test_talks_are_not_a_ceasefire(text: str, points: list[int]) -> None:
    """China's third point asks for a ceasefire and a dialogue, its fourth for talks of every kind."""
    [plan] = [plan for plan in load_plans(ROOT) if plan.id == "china-2023"]
    assert list(Placer(plan).place(text)) == points


def test_the_seeds_report_ten_of_twelve_points(nlp: Language, seeds: Path) -> None:
    """The second article reports points 1 to 10, the first the dialogue; nobody reports 11 and 12."""
    known = load_plans(ROOT)
    found = {
        path.name[:3]: extract(read_seed(path, ROOT).articles[0], nlp, known).provisions
        for path in sorted(seeds.glob("*.txt"))
    }
    assert {p.point for p in found["001"] if p.point} == set(range(1, 11))
    under = {(p.text, p.point) for p in found["001"]}
    assert ("indirectly criticised the expansion of the NATO alliance", 2) in under
    assert ("condemned threats of nuclear force", 8) in under
    assert not any("did not say" in text for text, _ in under)
    assert 4 in {p.point for p in found["000"] if "dialogue between the two countries" in p.text}
    assert not {11, 12} & {p.point for p in found["000"]}


def test_what_nobody_told_is_no_provision(nlp: Language) -> None:
    """An indirect question reports nothing of the plan."""
    assert told(nlp, "Envoys did not say what the plan provides for the army of Chad.") == []
