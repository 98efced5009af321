"""Invented news in plain English, as much as wanted, always the same: what whole builds are measured on.

Who is in them, and how often, is as in `synthetic_world.py`; here a language model can read them.
"""

from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from benchmarks.synthetic_world import Story, World, Zipf

SEED = 20230225
ARTICLES_A_STORY = 4
SENTENCES = (14, 26)
_QUOTED = 0.4


def seeds(number: int) -> Iterator[tuple[str, str]]:
    """The name and the text of this many seeds."""
    random = Random(SEED)
    world = World(random, number)
    stories = Zipf([Story(random, world) for _ in range(number // ARTICLES_A_STORY + 1)])
    for place in range(number):
        (story,) = stories.draw(random)
        yield f"{place:06}.txt", _article(random, story, place)


def _article(random: Random, story: Story, place: int) -> str:
    day = story.day + timedelta(random.randrange(4))
    head = f"---\ntitle: Article {place}\ndate: {day}\npublisher: Paper {place % 40}\n---\n"
    kinds = random.choices(("told", "quoted"), (1 - _QUOTED, _QUOTED), k=random.randint(*SENTENCES))
    sentences = [_sentence(random, story, kind) for kind in ("lead", *kinds)]
    return head + "\n\n".join(" ".join(sentences[n : n + 3]) for n in range(0, len(sentences), 3)) + "\n"


def _sentence(random: Random, story: Story, kind: str) -> str:
    words = _words()
    person, other = random.sample(story.people, 2)
    saying, echo = (
        " ".join(random.choice(words[part]) for part in ("who", "does", "what", "when")) for _ in range(2)
    )
    happened = story.day + timedelta(random.randint(-9, 0))
    written = str(random.choice(words[kind])).format(
        title=person.title.title(),
        person=random.choice((person.names[0], person.shorts[0])),
        other=other.names[0],
        organisation=_one(random, story, "organisations"),
        country=_one(random, story, "countries"),
        number=random.randrange(20, 900),
        day=f"{happened.day} {happened:%B %Y}",
        saying=saying,
        echo=echo[0].lower() + echo[1:],
    )
    return written[0].upper() + written[1:]


def _one(random: Random, story: Story, kind: str) -> str:
    name = random.choice([entity for entity in story.others if entity.kind == kind]).names[0]
    return f"the {name}" if kind == "organisations" else name


@cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
    return words
