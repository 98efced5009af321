"""Positions: who is for or against what, and what only looks like a stance."""

from pathlib import Path

import pytest
from spacy.language import Language

from briefing_book.editorial import load_plans
from briefing_book.extract import extract
from briefing_book.model import DOUBTFUL, Article, ArticleInfo, Position, Reference
from briefing_book.read.seeds import read_seed

ROOT = Path(__file__).parents[2]


def positions(nlp: Language, text: str) -> tuple[Position, ...]:
    article = Article(info=ArticleInfo(id="a", file="a.txt", title="A"), text=text)
    found = extract(article, nlp, ()).positions
    assert all(p.text == text[p.start : p.end] for p in found)
    return found


def stances(nlp: Language, text: str) -> list[tuple[str | None, str, str | None]]:
    """Country or words of the holder, the stance, the country or the words for the act that it is on."""
    return [
        (p.holder.country or p.holder.text, p.stance, p.target.country or p.target.text)
        for p in positions(nlp, text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Germany condemned Russia's invasion of Ukraine.",
            ("DE", "opposes", "Russia's invasion of Ukraine"),
        ),
        ("Russia's invasion was condemned by Germany.", ("DE", "opposes", "Russia's invasion")),
        ("Germany voiced support for Ukraine.", ("DE", "supports", "UA")),
        ("Germany is opposed to the Russian offensive.", ("DE", "opposes", "the Russian offensive")),
        ("The Russian invasion drew criticism from Germany.", ("DE", "opposes", "The Russian invasion")),
        ("Germany vowed to support Ukraine.", ("DE", "supports", "UA")),
        (
            "Several aid groups denounced Russia's blockade.",
            ("Several aid groups", "opposes", "Russia's blockade"),
        ),
        ("Germany criticised Russia over its policy.", ("DE", "opposes", "RU")),
        ("Germany opposes sanctions on Russia, officials said.", ("DE", "opposes", "sanctions on Russia")),
    ],
)
def test_a_stance_has_its_holder_and_target(nlp: Language, text: str, expected: tuple[str, str, str]) -> None:
    """A stance on an act is on the act, in the article's words; one on a country is on the country."""
    assert stances(nlp, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Germany has not yet condemned Russia's invasion.",
        "Germany refused to condemn Russia's invasion.",
        "Germany could support Ukraine.",
        "If Germany supports Ukraine, the war will end.",
        "France urged Germany to support Ukraine.",
        "France accused Germany of supporting Russia.",
        "Germany rejected allegations that it had spied on France.",
        "Germany welcomed Ukraine to the tournament.",
        "Does Germany support Ukraine?",
    ],
)
def test_what_nobody_holds_is_no_stance(nlp: Language, text: str) -> None:
    """What is denied, possible, demanded or alleged does not become a position."""
    assert stances(nlp, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Few countries support Ukraine.",
        "Germany prefers a truce and 5 percent support Ukraine.",
        "Germany condemned the attack.",
    ],
)
def test_nobody_in_particular_holds_no_stance(nlp: Language, text: str) -> None:
    """A quantity is no holder, and an act of nobody knows whom no target."""
    assert stances(nlp, text) == []


def test_an_act_called_something_else_keeps_its_name(nlp: Language) -> None:
    """ "A war that Germany opposed" is on the page as the invasion that the article called it first."""
    text = "The talks follow Russia's invasion of Ukraine, a war that Germany has opposed."
    assert stances(nlp, text) == [("DE", "opposes", "Russia's invasion of Ukraine")]


def test_a_stance_read_through_a_loose_pronoun_is_doubtful(nlp: Language) -> None:
    """What rests on "they" is for review; what names both sides is a fact."""
    text = "France and Chile met. Germany condemned Russia. It was backed by Norway."
    named, loose = (p.confidence or 0 for p in positions(nlp, text))
    assert named >= 0.9 > DOUBTFUL > loose


def test_the_seeds_positions_on_the_plan(nlp: Language, seeds: Path) -> None:
    """Lukashenko and Belarus support the plan, the West criticises it, and China condemns nobody."""
    known = load_plans(ROOT)
    found = [
        p
        for path in seeds.glob("*.txt")
        for p in extract(read_seed(path, ROOT).articles[0], nlp, known).positions
    ]
    on_plan = {
        (p.holder.person or p.holder.country or p.holder.text, p.stance)
        for p in found
        if p.target == Reference(plan="china-2023")
    }
    assert on_plan == {("Alexander Lukashenko", "supports"), ("BY", "supports"), ("The West", "opposes")}
    assert not [p for p in found if p.holder.country == "CN"]


def test_backing_an_invasion_is_not_backing_a_country(nlp: Language, seeds: Path) -> None:
    """The page says that Lukashenko supports the invasion, as the articles do, and not Russia."""
    found = [
        p
        for path in seeds.glob("*.txt")
        for p in extract(read_seed(path, ROOT).articles[0], nlp, ()).positions
    ]
    targets = {p.target.text or p.target.country for p in found if p.holder.person == "Alexander Lukashenko"}
    assert {"Moscow’s invasion of Ukraine", "Russia's invasion in Ukraine"} <= targets
    assert "RU" not in targets


def test_what_somebody_is_to_do_is_no_position(nlp: Language) -> None:
    """Who is expected to back something has not backed it; who decided to has."""
    assert stances(nlp, "Envoys expect Germany to condemn Russia's invasion.") == []
    assert stances(nlp, "Germany decided to oppose the Russian invasion.") == [
        ("DE", "opposes", "the Russian invasion")
    ]
