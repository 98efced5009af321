"""Positions: who is for or against what, and what only looks like a stance."""

from pathlib import Path

import pytest
from spacy.language import Language

from briefing_book.editorial import load_plans
from briefing_book.extract import extract
from briefing_book.model import Article, ArticleInfo, Position, Reference
from briefing_book.read.seeds import read_seed

ROOT = Path(__file__).parents[2]


def positions(nlp: Language, text: str) -> tuple[Position, ...]:
    article = Article(info=ArticleInfo(id="a", file="a.txt", title="A"), text=text)
    found = extract(article, nlp, ()).positions
    assert all(p.text == text[p.start : p.end] for p in found)
    return found


def stances(nlp: Language, text: str) -> list[tuple[str | None, str, str | None]]:
    """Country or words of the holder, the stance, the country it is on."""
    return [(p.holder.country or p.holder.text, p.stance, p.target.country) for p in positions(nlp, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Germany condemned Russia's invasion of Ukraine.", ("DE", "opposes", "RU")),
        ("Russia's invasion was condemned by Germany.", ("DE", "opposes", "RU")),
        ("Germany voiced support for Ukraine.", ("DE", "supports", "UA")),
        ("Germany is opposed to the Russian offensive.", ("DE", "opposes", "RU")),
        ("The Russian invasion drew criticism from Germany.", ("DE", "opposes", "RU")),
        ("Germany vowed to support Ukraine.", ("DE", "supports", "UA")),
        ("Several aid groups denounced Russia's blockade.", ("Several aid groups", "opposes", "RU")),
    ],
)
def test_a_stance_has_its_holder_and_target(nlp: Language, text: str, expected: tuple[str, str, str]) -> None:
    """Verb, passive, noun and adjective tell a stance; an act stands for whoever's act it is."""
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


def test_the_seeds_positions_on_the_plan(nlp: Language, seeds: Path) -> None:
    """Lukashenko and Belarus support the plan, the West criticises it, and China condemns nobody."""
    known = load_plans(ROOT)
    found = [p for path in seeds.glob("*.txt") for p in extract(read_seed(path, ROOT), nlp, known).positions]
    on_plan = {
        (p.holder.person or p.holder.country or p.holder.text, p.stance)
        for p in found
        if p.target == Reference(plan="china-2023")
    }
    assert on_plan == {("Alexander Lukashenko", "supports"), ("BY", "supports"), ("The West", "opposes")}
    assert not [p for p in found if p.holder.country == "CN"]
