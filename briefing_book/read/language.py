"""The language of an article, ISO 639: as its seed states it, else as its letters show it, else unknown.

English shows itself by its commonest word, which no other language writes so often: most books need no
detector then, and are built most of a second sooner. In capitals it may be a part of a name.
"""

import re
from functools import cache
from typing import Any

SAMPLE = 2_000
"""Characters of an article that are enough to tell its language."""
LEAST_SURE = 0.5
"""Below this probability a language stays unknown; below some 100 characters, few reach it."""

_ENGLISH = re.compile(r"\bthe\b")
_WORD = re.compile(r"\w+")
_LEAST_ENGLISH = 0.03
"""The share of "the" among the words from which a text is English beyond doubt; one in twenty is usual."""
_ENOUGH_WORDS = 50

_NO_LANGUAGE = ("und", "zxx")


def stated_language(words: str) -> str | None:
    """The code that a code, a locale or an English name stands for: `en`, `en_GB` and `English` are `en`."""
    code = words.strip().casefold()
    short = code.replace("_", "-").partition("-")[0]
    names = _names()
    return short if short in names.values() else names.get(code)


def detect_language(text: str) -> str | None:
    """The language that a text is in; None where that is too uncertain."""
    if is_english(text):
        return "en"
    code, probability = _identifier().classify(text[:SAMPLE])
    return None if code in _NO_LANGUAGE or probability < LEAST_SURE else str(code)


def is_english(text: str) -> bool:
    """Whether the text is English beyond doubt."""
    sample = text[:SAMPLE]
    words = len(_WORD.findall(sample))
    return words >= _ENOUGH_WORDS and len(_ENGLISH.findall(sample)) >= _LEAST_ENGLISH * words


@cache
def _names() -> dict[str, str]:
    from babel import Locale  # the tables are read only where a seed states its language

    return {name.casefold(): code for code, name in Locale("en").languages.items() if "_" not in code}


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # half a second, only where it is needed

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
