"""An article that its publisher edited: which facts went and came, and what people said of it stays."""

from msgspec.structs import replace

from briefing_book.addresses import Addresses
from briefing_book.assemble import assemble
from briefing_book.assemble.doubts import ONE_ADDRESS
from briefing_book.model import ArticleCorrection, Book, ChangedFact, Corrections, Doubt, Reject, Settings
from tests.assemble.built import Told, book_of, person

FIRST = (
    "Maria Lopes opened the talks in Lisbon on 3 May 2031. “The ports will open,” she said. "
    "Rui Costa rejects the Harbour Paper. Forty observers watched."
)
SECOND = (
    "Maria Lopes opened the talks in Lisbon on 4 May 2031. “The ports will open,” she said. "
    "Ana Reis welcomed the news in Porto. Forty observers watched."
)


def first(id: str = "report~1") -> Told:
    return (
        Told(id, FIRST, "2031-05-03")
        .person("Maria Lopes")
        .person("Rui Costa")
        .quotation("The ports will open,", person="Maria Lopes")
        .event("opened the talks", "open", "2031-05-03", person("Maria Lopes"), when="3 May 2031")
        .position("rejects", person("Rui Costa"), "opposes", person("Maria Lopes"))
        .quantity("Forty observers", "40", "observer")
    )


def second(id: str = "report") -> Told:
    return (
        Told(id, SECOND, "2031-05-04")
        .person("Maria Lopes")
        .person("Ana Reis")
        .quotation("The ports will open,", person="Maria Lopes")
        .event("opened the talks", "open", "2031-05-04", person("Maria Lopes"), when="4 May 2031")
        .quantity("Forty observers", "40", "observer")
    )


def told(facts: tuple[ChangedFact, ...]) -> list[tuple[str, str, str]]:
    return [(fact.kind, fact.says, fact.passage.text) for fact in facts]


def edited(corrections: Corrections | None = None) -> Book:
    return book_of(first(), second(), corrections=corrections)


def test_an_edited_article_is_one_article_with_its_newest_text_and_its_earlier_one() -> None:
    book = edited()
    assert list(book.sources) == ["report"]
    source = book.sources["report"]
    assert (source.text, source.info.published) == (SECOND, "2031-05-04")
    assert [version.info.id for version in source.versions] == ["report~1"]
    assert [version.text for version in source.versions] == [FIRST]
    named = {e.name for e in book.entities.values() if e.kind == "people"}
    assert named == {"Maria Lopes", "Ana Reis"}
    assert [event.date for event in book.events] == ["2031-05-04"]


def test_the_sentences_that_were_changed_are_told_and_no_others() -> None:
    (version,) = edited().sources["report"].versions
    pairs = [(c.before and c.before.text, c.after and c.after.text) for c in version.changes]
    assert pairs[0] == (FIRST.partition("2031.")[0] + "2031.", SECOND.partition("2031.")[0] + "2031.")
    assert ("Rui Costa rejects the Harbour Paper.", None) in pairs
    assert (None, "Ana Reis welcomed the news in Porto.") in pairs
    assert len(pairs) == 3


def test_facts_that_went_and_came_are_listed_each_with_its_passage_in_its_own_version() -> None:
    (version,) = edited().sources["report"].versions
    assert told(version.went) == [
        ("people", "Rui Costa", "Rui Costa"),
        ("events", "open", FIRST.partition("2031.")[0] + "2031."),
        ("positions", "Rui Costa opposes Maria Lopes", "rejects"),
        ("dates", "2031-05-03", "3 May 2031"),
    ]
    assert [fact[:2] for fact in told(version.came)] == [
        ("people", "Ana Reis"),
        ("events", "open"),
        ("dates", "2031-05-04"),
    ]
    assert {fact.passage.article for fact in version.went} == {"report~1"}
    assert {fact.passage.article for fact in version.came} == {"report"}


def test_what_a_sentence_that_stays_is_read_to_say_is_no_change_of_the_publisher() -> None:
    read_otherwise = second().quantity("Forty", "40", "head")
    (version,) = book_of(first(), read_otherwise).sources["report"].versions
    assert "numbers" not in {fact.kind for fact in version.came}


def test_a_rejected_fact_is_none_of_the_earlier_text_either_and_the_rejection_is_told_to_be_idle() -> None:
    reject = Reject(article="report", kind="positions", text="rejects")
    book = edited(Corrections(reject=(reject,)))
    assert "positions" not in {fact.kind for fact in book.sources["report"].versions[0].went}
    assert any("rejects" in doubt.text for doubt in book.doubts)


def test_a_title_that_people_corrected_is_no_change_of_the_publisher() -> None:
    better = ArticleCorrection(article="report", title="Ports", published="2031-06-01")
    source = edited(Corrections(articles=(better,))).sources["report"]
    assert (source.info.title, source.versions[0].info.title) == ("Ports", "Ports")
    assert (source.info.published, source.versions[0].info.published) == ("2031-06-01", "2031-05-03")


def test_of_three_texts_each_is_compared_with_the_next() -> None:
    third = Told("report", FIRST.replace("Forty", "Fifty"))
    middle = Told("report~2", FIRST)
    source = book_of(Told("report~1", SECOND), middle, third).sources["report"]
    assert [version.info.id for version in source.versions] == ["report~1", "report~2"]
    (change,) = source.versions[1].changes
    assert change.before and change.before.article == "report~2"
    assert change.after and (change.after.article, change.after.text) == (
        "report",
        "Fifty observers watched.",
    )


def test_an_earlier_text_is_no_copy_and_another_publishers_is() -> None:
    long = " ".join(
        f"The envoy of island {n} spoke for {n} minutes about harbour number {n}." for n in range(20)
    )
    elsewhere = Told("wire", long)
    book = book_of(Told("report~1", long), Told("report", long + " He left."), elsewhere)
    assert {id: source.copy_of for id, source in book.sources.items()} == {"report": None, "wire": "report"}


def test_a_text_of_ten_thousand_short_sentences_is_compared() -> None:
    lines = [f"Ship {n} sailed." for n in range(10_000)]
    before = Told("report~1", " ".join(lines))
    after = Told("report", " ".join([*lines[:5000], "No ship sailed.", *lines[5001:]]))
    (version,) = book_of(before, after).sources["report"].versions
    assert 1 <= len(version.changes) <= 2


def test_seeds_with_the_text_of_a_version_are_named_beside_it() -> None:
    made = [told.done() for told in (first(), second())]
    also = {"report~1": ("seeds/report-2.txt",), "report": ("seeds/report-4.txt",)}
    book = assemble(Settings(), made, (), Corrections(), Addresses(), (), also=also)
    source = book.sources["report"]
    assert (source.also, source.versions[0].also) == (also["report"], also["report~1"])


def test_unlike_articles_of_one_address_are_asked_about_with_the_lines_that_settle_it() -> None:
    made = []
    for id, text in (("b", "The market shut."), ("a", "Ferries sail."), ("c", "It rains.")):
        facts, words = Told(id, text, "2031-05-03").done()
        url = "https://news.example/c" if id == "c" else "http://www.news.example/all/"
        made.append((replace(facts, article=replace(facts.article, url=url)), words))

    def asked(corrections: Corrections) -> list[Doubt]:
        book = assemble(Settings(), made, (), corrections, Addresses(), ())
        return [doubt for doubt in book.doubts if doubt.kind == ONE_ADDRESS]

    (doubt,) = asked(Corrections())
    assert [passage.article for passage in doubt.passages] == ["b", "a"]
    assert [choice.yaml for choice in doubt.choices] == [
        "articles:\n- article: b\n  version_of: a\n",
        "articles:\n- article: b\n  url:\n",
        "articles:\n- article: a\n  url:\n",
    ]
    own = ArticleCorrection(article="b", url="https://news.example/b")
    assert not asked(Corrections(articles=(own,)))
