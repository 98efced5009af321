"""An address once given stays: the ledger of slugs."""

from pathlib import Path

import pytest

from briefing_book.addresses import FILE, Addresses, addresses_of, addresses_text, load_addresses
from briefing_book.errors import BookError
from briefing_book.model import Corrections, Merge, Rename
from tests.assemble.built import Told, book_of


def lopes(id: str = "a", name: str = "Maria Lopes") -> Told:
    return Told(id, f"{name} came.").person(name)


def test_a_slug_once_given_stays_when_the_name_grows_or_changes() -> None:
    before = addresses_of(book_of(lopes(name="Lopes")), Addresses())
    assert before.people == {"lopes": "Lopes"}
    full = Told("b", "Maria Lopes came. Lopes left.").person("Maria Lopes", "Lopes")
    assert list(book_of(full, addresses=before).entities) == ["people/lopes"]
    renamed = Corrections(rename=(Rename(name="Maria Lopes", to="M. L. Lopes"),))
    book = book_of(full, addresses=before, corrections=renamed)
    assert {id: entity.name for id, entity in book.entities.items()} == {"people/lopes": "M. L. Lopes"}


def test_an_address_merged_into_another_leads_there() -> None:
    """Two people with an address each, found to be one: the second address is a former one of the first."""
    articles = [lopes(), lopes("b", "Rosa Pinto")]
    before = addresses_of(book_of(*articles), Addresses())
    merge = Corrections(merge=(Merge(names=("Maria Lopes", "Rosa Pinto"), into="Maria Lopes"),))
    (one,) = book_of(*articles, addresses=before, corrections=merge).entities.values()
    assert (one.id, one.former) == ("people/maria-lopes", ("people/rosa-pinto",))


@pytest.mark.parametrize(
    "corrections",
    [
        Corrections(rename=(Rename(name="Maria Lopes", to="The minister"),)),
        Corrections(merge=(Merge(names=("Maria Lopes", "Rosa Pinto"), into="The minister"),)),
    ],
    ids=["a name", "a merger"],
)
def test_what_is_taken_back_gives_the_addresses_back(corrections: Corrections) -> None:
    articles = [lopes(), lopes("b", "Rosa Pinto")]
    before = addresses_of(book_of(*articles), Addresses())
    meanwhile = book_of(*articles, addresses=before, corrections=corrections)
    after = book_of(*articles, addresses=addresses_of(meanwhile, before))
    assert {id: each.name for id, each in after.entities.items()} == {
        "people/maria-lopes": "Maria Lopes",
        "people/rosa-pinto": "Rosa Pinto",
    }


def test_an_address_whose_entity_is_gone_is_given_to_nobody_else() -> None:
    before = Addresses(people={"rosa-pinto": "Somebody Else"})
    (pinto,) = book_of(lopes(name="Rosa Pinto"), addresses=before).entities.values()
    assert pinto.id == "people/rosa-pinto-2"
    assert addresses_of(book_of(lopes(name="Rosa Pinto"), addresses=before), before).people == {
        "rosa-pinto": "Somebody Else",
        "rosa-pinto-2": "Rosa Pinto",
    }


def test_an_apostrophe_does_not_cut_an_address() -> None:
    (entity,) = book_of(lopes(name="Peru’s O'Neil")).entities.values()
    assert entity.id == "people/perus-oneil"


def test_a_page_is_never_taken_for_the_index() -> None:
    (entity,) = book_of(lopes(name="Index")).entities.values()
    assert entity.id == "people/index-2"


def test_the_ledger_of_a_build_changes_nothing_in_the_next() -> None:
    """What a build writes down, read by the next one, gives the same book and the same ledger."""
    articles = [lopes(), lopes("b", "Rui Lopes"), lopes("c", "Lopes"), Told("d", "☂ rose.").person("☂")]
    first = book_of(*articles)
    ledger = addresses_of(first, Addresses())
    second = book_of(*articles, addresses=ledger)
    assert second == first
    assert addresses_of(second, ledger) == ledger


def test_the_ledger_survives_its_file(tmp_path: Path) -> None:
    ledger = Addresses(people={"no": "No", "oleg-boiko": "Олег Бойко: “x”\n# y"}, countries={"peru": "Peru"})
    (tmp_path / FILE).write_text(addresses_text(ledger), encoding="utf-8")
    assert load_addresses(tmp_path) == ledger
    assert load_addresses(tmp_path / "none") == Addresses()


def test_a_broken_ledger_is_named(tmp_path: Path) -> None:
    (tmp_path / "addresses.yml").write_text("people: [1")
    with pytest.raises(BookError, match=r"addresses\.yml"):
        load_addresses(tmp_path)
