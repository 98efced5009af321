"""The words by which French tells facts, from `data/fr`."""

from briefing_book.extract.cues import DATA, cues
from briefing_book.extract.fr.verbs import Form, forms
from briefing_book.model import Record
from briefing_book.yaml_files import read_yaml

FOLDER = DATA / "fr"


class Institutions(Record, frozen=True):
    """The words of organisations.yml, all in lower case."""

    institutions: frozenset[str]
    known: dict[str, str]
    nouns: frozenset[str]
    not_names: frozenset[str]


class EventWords(Record, frozen=True):
    """The words of events.yml."""

    verbs: dict[str, tuple[str, ...]]
    nouns: dict[str, tuple[str, ...]]
    words: dict[str, frozenset[str]]


PEOPLE = cues("fr/people.yml")
INSTITUTIONS = read_yaml(FOLDER / "organisations.yml", Institutions)
SPEECH = cues("fr/speech.yml")
EVENTS = read_yaml(FOLDER / "events.yml", EventWords)


def _by_form(verbs: frozenset[str]) -> dict[str, Form]:
    """The verbs by each of their forms; of "se réjouir" and "faire savoir" the verb that is conjugated."""
    found: dict[str, Form] = {}
    for verb in sorted(verbs):
        infinitive = verb.removeprefix("se ").removeprefix("s'").split()[0]
        for word, use in forms(infinitive):
            found.setdefault(word, Form(infinitive, use))
    return found


SAYING = _by_form(SPEECH["say"] | SPEECH["reports"])
"""The verbs of speech by each of their forms."""
REPORTING = {verb.removeprefix("se ").removeprefix("s'").split()[0] for verb in SPEECH["reports"]}
"""The infinitives of those after which "que" leads to what is said."""
