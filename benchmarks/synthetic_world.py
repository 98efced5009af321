"""An invented world and its stories, from which synthetic articles are written.

Few people, organisations, countries and words are in most articles and many in few, as in the news. Several
articles tell one story: its happenings, sayings and provisions, the sayings now and then in other words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import Any

from briefing_book.country_names import country_name

_CODES = (
    "US RU UA CN DE FR GB BY PL TR IL IN JP KR KP IR SY IQ SA EG ZA NG KE BR AR MX CA AU IT ES PT NL BE "
    "SE NO FI DK EE LV LT CZ SK HU RO BG RS GR GE AM AZ KZ UZ MD CH AT"
)
CODES = _CODES.split()
_SYLLABLES = "ka lo mi ra te no shi va ber dor lin pus gan zel men tov qui sar hol ned bri ost fel jun"
SYLLABLES = _SYLLABLES.split()
ENDINGS = (("enko", "enka"), ("sky", "skyy"), ("iev", "yev"), ("ov", "ov"), ("son", "son"), ("", ""))
"""The ends of family names, each in two spellings."""
_SMALL = "the of to and in a for that is on by with as at from it will be has not"
SMALL = _SMALL.split()
TITLES = ("president", "prime minister", "foreign minister", "spokesman", "general", "chief executive")
BODIES = ("Council", "Bank", "University", "Agency", "Union", "Court", "Party", "Institute")
FIRST_DAY = date(2022, 1, 1)
LINES = (12, 32)
KINDS = {"told": 52, "said": 24, "reported": 12, "happened": 10, "stood": 1, "provided": 1}
"""How often a sentence is of each kind; "told" names somebody or nobody, and says nothing that is a fact."""
HEAD = 8
"""So many of the first in a list come about equally often."""
REWORDED = 0.3


@dataclass(frozen=True)
class Entity:
    """Somebody or something of the invented world, in its two spellings; `country` is a code or empty."""

    kind: str
    names: tuple[str, str]
    shorts: tuple[str, str]
    country: str
    title: str = ""


@dataclass(frozen=True)
class Line:
    """A sentence to write: words, and who is named before them; what kind of fact it is."""

    kind: str
    who: tuple[Entity, ...]
    words: str
    day: str = ""
    number: int = 0


class Zipf:
    """Draws things, the earlier ones more often: one twice as far down the list comes about half as often."""

    def __init__(self, things: Sequence[Any]) -> None:
        self._things = things
        self._weights = list(accumulate(1 / (rank + HEAD) for rank in range(len(things))))

    def draw(self, random: Random, number: int = 1) -> list[Any]:
        return random.choices(self._things, cum_weights=self._weights, k=number)


class World:
    """All that articles may name."""

    def __init__(self, random: Random, size: int) -> None:
        self._random = random
        self.words = Zipf([self._word(random.randint(1, 4)) for _ in range(8000)])
        families = Zipf([(self._word(random.randint(1, 3)), random.choice(ENDINGS)) for _ in range(6000)])
        first = Zipf([self._word(2).title() for _ in range(600)])
        self.countries = Zipf([self._country(code) for code in CODES])
        self.people = Zipf([self._person(first, families) for _ in range(4 * size + 1000)])
        self.organisations = Zipf([self._organisation(number) for number in range(2 * size + 500)])

    def _word(self, syllables: int) -> str:
        return "".join(self._random.choices(SYLLABLES, k=syllables))

    def _country(self, code: str) -> Entity:
        name = country_name(code)
        return Entity("countries", (name, name), (name, name), code)

    def _person(self, first: Zipf, families: Zipf) -> Entity:
        (given,), ((stem, (usual, other)),) = first.draw(self._random), families.draw(self._random)
        family = (f"{stem}{usual}".title(), f"{stem}{other}".title())
        country, title = self.countries.draw(self._random)[0].country, self._random.choice(TITLES)
        return Entity("people", (f"{given} {family[0]}", f"{given} {family[1]}"), family, country, title)

    def _organisation(self, number: int) -> Entity:
        if number % 5 == 0:
            country = self.countries.draw(self._random)[0].country
            name = f"{self._random.choice(('Foreign', 'Defence', 'Health'))} Ministry"
            return Entity("organisations", (name, f"Ministry of {name.split()[0]}"), (name, name), country)
        name = f"{self._word(2)} {self._word(2)} {self._random.choice(BODIES)}".title()
        acronym = "".join(word[0] for word in name.split())
        return Entity("organisations", (name, name), (name, acronym), "")

    def sentence(self, fewest: int, most: int) -> str:
        """Words in a row, every third a small one."""
        number = self._random.randint(fewest, most)
        words = self.words.draw(self._random, number)
        words[2::3] = self._random.choices(SMALL, k=len(words[2::3]))
        return " ".join(words)


class Story:
    """What several articles tell: on some days, with some people, always the same lines to choose from."""

    def __init__(self, random: Random, world: World) -> None:
        self._random, self._world = random, world
        self.day = FIRST_DAY + timedelta(random.randrange(700))
        people, organisations = random.randint(3, 12), random.randint(2, 10)
        self.people = world.people.draw(random, people)
        self.others = [
            *world.organisations.draw(random, organisations),
            *world.countries.draw(random, random.randint(1, 5)),
        ]
        self._known = [self._line(kind) for kind in random.choices(list(KINDS), list(KINDS.values()), k=30)]

    def _line(self, kind: str) -> Line:
        who = [
            self._random.choice(self.people),
            *self._random.sample(self.others, self._random.randint(0, 2)),
        ]
        if kind == "told" and self._random.random() < 0.5:
            who = who[1:]
        words = self._world.sentence(2 if kind == "said" else 10, 25)
        day = (self.day + timedelta(self._random.randint(-9, 9))).isoformat()
        return Line(kind, tuple(dict.fromkeys(who)), words, day, self._random.randint(0, 12))

    def lines(self) -> list[Line]:
        """One article's lines: most facts are the story's, and what is only told is its own."""
        wanted = self._random.choices(list(KINDS), list(KINDS.values()), k=self._random.randint(*LINES))
        lines = [self._line(kind) for kind in wanted if kind in ("told", "reported")]
        facts = [line for line in self._known if line.kind not in ("told", "reported")]
        shared = self._random.sample(facts, min(len(facts), len(wanted) - len(lines)))
        lines += [self._reworded(line) for line in shared]
        self._random.shuffle(lines)
        return lines

    def _reworded(self, line: Line) -> Line:
        if self._random.random() > REWORDED:
            return line
        words = line.words.split()
        words[self._random.randrange(len(words))] = self._world.words.draw(self._random)[0]
        return Line(line.kind, line.who, " ".join(words), line.day, line.number)
