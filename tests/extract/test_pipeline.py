"""The language model, as this product loads it."""

import spacy
from spacy.language import Language

TEXT = (
    "She's gonna go, can't she? (E.g. at 10 a.m., 5km off U.S. waters...) \"Don't!\" :-) "
    "See https://example.org/a?b=c, co-op/e-mail o'clock–ish; it cost $1.5m, 20€ or 7%."
)


def test_a_text_is_cut_by_the_rules_that_the_pipeline_was_saved_with(nlp: Language) -> None:
    """Loading leaves out only what nobody asks: the words and their norms are those of the whole pipeline."""
    whole = spacy.load(f"{nlp.lang}_{nlp.meta['name']}")
    read, asked = nlp.make_doc(TEXT), whole.make_doc(TEXT)
    assert [(word.text, word.norm_) for word in read] == [(word.text, word.norm_) for word in asked]
    assert "ca" in [word.text for word in read]


def test_what_never_runs_is_not_loaded(nlp: Language) -> None:
    """A build that reads one article does not wait for a component that no article needs."""
    assert not nlp.disabled
