"""Which seeds hold the same article, which is the newest, and by which id it is known."""

import pytest
from msgspec.structs import replace

from briefing_book.model import Article, ArticleCorrection, ArticleInfo, Corrections, Reject, Split
from briefing_book.same_article import Versions, article_of, renamed, said_same, versions

STORY = " ".join(f"The ferry to island {n} sailed with {n * 3} passengers on board." for n in range(20))
EDITED = STORY.replace("island 7", "islet 7") + " A storm is expected."
OTHER = " ".join(f"In town {n} the market of {n * 7} stalls stayed shut all day." for n in range(20))
PAGE = "https://news.example/2031/ferries"


def seed(id: str, text: str = STORY, title: str = "Ferries sail", **known: str) -> Article:
    return Article(ArticleInfo(id, f"seeds/{id}.txt", title, **known), text)


def shape(found: Versions) -> list[tuple[str, str]]:
    """Each version's id and its seed."""
    return [(article.info.id, article.info.file) for article in found.articles]


def test_a_text_of_the_same_address_is_a_newer_version_under_the_id_of_the_first() -> None:
    found = versions([seed("a-2", EDITED, url=PAGE), seed("a", url=PAGE)])
    assert shape(found) == [("a~1", "seeds/a.txt"), ("a", "seeds/a-2.txt")]
    assert [article.text for article in found.articles] == [STORY, EDITED]
    assert found.names == {"a-2": "a"}
    assert [article_of(article.info.id) for article in found.articles] == ["a", "a"]


def mixed(one: str, other: str, kept: int, of: int) -> str:
    """So many of each few sentences of the one text, the others from the other."""
    sentences, others = one.split(". "), other.split(". ")
    return ". ".join(s if n % of < kept else others[n] for n, s in enumerate(sentences))


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Ferries stay", STORY.replace("island 7", "islet 7")),
        ("Ferries stay", mixed(STORY, OTHER, 1, 2)),
        ("Ferries stay", " ".join(STORY.split()[:22])),
        ("Ferries sail", mixed(STORY, OTHER, 1, 5)),
    ],
    ids=["a word", "half of all sentences", "a stub grown", "four of five below the same headline"],
)
def test_a_publisher_s_edit_is_a_version_however_much_it_changes(title: str, text: str) -> None:
    found = versions([seed("a", url=PAGE), seed("b", text, title, url=PAGE)])
    assert [article.info.id for article in found.articles] == ["a~1", "a"]


@pytest.mark.parametrize(
    "title", ["Markets shut", "Ferries sail"], ids=["own headline", "one headline for all"]
)
def test_different_articles_stay_so_where_a_site_gives_all_pages_one_address(title: str) -> None:
    made = [seed("a", url=PAGE), seed("b", OTHER, title, url=PAGE), seed("c", EDITED, "Storm", url=PAGE)]
    assert shape(versions(made)) == [
        ("a~1", "seeds/a.txt"),
        ("a", "seeds/c.txt"),
        ("b", "seeds/b.txt"),
    ]


def test_people_can_say_that_unlike_texts_are_versions_of_one_article() -> None:
    better = Corrections(articles=(ArticleCorrection(article="b", version_of="a"),))
    found = versions([seed("a", url=PAGE), seed("b", OTHER), seed("c", OTHER, url="")], said_same(better))
    assert shape(found) == [("a~1", "seeds/a.txt"), ("a", "seeds/b.txt"), ("c", "seeds/c.txt")]
    assert renamed(better, found.names).articles == (ArticleCorrection(article="a", version_of="a"),)
    assert len(versions([seed("a")], {"a": "gone"}).articles) == 1


def test_the_same_text_again_adds_nothing_but_the_name_of_its_file() -> None:
    again = STORY.replace(". ", ".\n")
    found = versions([seed("a", url=PAGE), seed("a-2", again, url=PAGE), seed("a-3", EDITED, url=PAGE)])
    assert shape(found) == [("a~1", "seeds/a.txt"), ("a", "seeds/a-3.txt")]
    assert found.also == {"a~1": ("seeds/a-2.txt",)}
    assert versions([seed("a", url=PAGE), seed("b", again, url=PAGE)]).also == {"a": ("seeds/b.txt",)}


def test_a_new_headline_over_the_same_text_is_a_new_version() -> None:
    found = versions([seed("a", url=PAGE), seed("a-2", title="Ferries sail again", url=PAGE)])
    assert [article.info.title for article in found.articles] == ["Ferries sail", "Ferries sail again"]


@pytest.mark.parametrize(
    ("dates", "newest"),
    [
        ({}, "a-10"),
        ({"a": "2031-05-09", "a-2": "2031-05-01", "a-10": "2031-05-02"}, "a"),
        ({"a": "2031-05-09", "a-2": "2031-05-01"}, "a-10"),
        ({"a": "2031-05-01", "a-2": "2031-05-01", "a-10": "2031-05-01"}, "a-10"),
    ],
    ids=["by name", "by date", "one undated, so by name", "all of one day, so by name"],
)
def test_the_newest_is_the_last_by_date_or_else_by_name(dates: dict[str, str], newest: str) -> None:
    made = [
        seed(id, f"{STORY} Edition {id}.", url=PAGE, **({"published": dates[id]} if id in dates else {}))
        for id in ("a-10", "a-2", "a")
    ]
    assert versions(made).articles[-1].info.file == f"seeds/{newest}.txt"
    assert versions(made).articles[-1].info.id == "a"


def test_when_the_publisher_changed_it_counts_for_more_than_when_it_was_published() -> None:
    early = seed("a-2", EDITED, url=PAGE, published="2031-05-02")
    late = seed("a", url=PAGE, published="2031-05-01", updated="2031-05-03")
    assert versions([early, late]).articles[-1].info.file == "seeds/a.txt"


def test_without_an_address_publisher_title_and_text_tell() -> None:
    same = versions([seed("x", publisher="The Gull"), seed("y", EDITED, publisher="the  gull", url=PAGE)])
    assert shape(same) == [("x~1", "seeds/x.txt"), ("x", "seeds/y.txt")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (seed("x", publisher="The Gull"), seed("y", EDITED, publisher="The Heron")),
        (seed("x", publisher="The Gull"), seed("y", OTHER, publisher="The Gull")),
        (seed("x", publisher="The Gull"), seed("y", EDITED, "Ferries late", publisher="The Gull")),
        (seed("x", publisher="The Gull", url=PAGE), seed("y", EDITED, publisher="The Gull", url=PAGE + "2")),
        (seed("x"), seed("y", EDITED)),
        (seed("x", url="https://news.example/"), seed("y", OTHER, url="https://news.example")),
        (seed("a-1"), seed("a-2", EDITED)),
        (seed("a"), seed("a-2", OTHER)),
    ],
    ids=[
        *("another publisher", "another text", "another title", "another address", "nothing known"),
        *("only the front page", "numbered files", "numbered file with another text"),
    ],
)
def test_other_articles_and_copies_stay_apart(one: Article, other: Article) -> None:
    assert shape(versions([one, other])) == [(a.info.id, a.info.file) for a in (one, other)]


def test_a_file_named_for_another_with_nearly_its_text_is_a_version_of_it() -> None:
    found = versions([seed("a"), seed("a-2", EDITED, title="Another first line")])
    assert shape(found) == [("a~1", "seeds/a.txt"), ("a", "seeds/a-2.txt")]


def test_an_article_back_to_a_former_text_is_a_version_again() -> None:
    found = versions([seed("a", url=PAGE), seed("a-2", EDITED, url=PAGE), seed("a-3", url=PAGE)])
    assert [article.info.id for article in found.articles] == ["a~1", "a~2", "a"]


def test_the_order_in_which_seeds_are_read_makes_no_difference() -> None:
    made = [seed("a", url=PAGE), seed("a-2", EDITED, publisher="G"), seed("b", EDITED, publisher="G")]
    assert versions(made) == versions(made[::-1])


def test_corrections_that_name_any_seed_of_an_article_are_the_articles() -> None:
    made = Corrections(
        articles=(ArticleCorrection(article="a-2", title="T"),),
        split=(Split(name="N", articles=("a", "a-2", "b"), to="M"),),
        reject=(Reject(article="b", kind="dates", text="May"),),
    )
    better = renamed(made, {"a-2": "a"})
    assert better.articles[0].article == "a"
    assert better.split[0].articles == ("a", "b")
    assert better.reject == made.reject


def test_thousands_of_articles_of_one_title_are_told_apart() -> None:
    made = [
        replace(
            seed(f"n{n}", f"{OTHER} {n} " * 2, "News in brief"),
            info=ArticleInfo(f"n{n}", f"seeds/n{n}.txt", "News in brief", publisher=f"P{n}"),
        )
        for n in range(300)
    ]
    assert len(versions(made).articles) == len(made)
