"""Whatever changed since the last build, the site is that of a build from nothing, byte for byte."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing_book.errors import BookError
from briefing_book.model import Settings
from briefing_book.publish.site import Made, build_site, make_site
from briefing_book.publish.sources import Sources
from briefing_book.publish.standing import MARKER, PRODUCT, is_current

SETTINGS = Settings(title="Talks of 2023", site_url="https://example.org/talks/")
NAV = "nav: [Overview: index.md, People: people/index.md, sources/index.md]"
MKDOCS = """\
site_name: x
theme: {name: material, font: false, custom_dir: theme}
plugins: [search]
markdown_extensions: [attr_list, fenced_code, toc]
validation: {links: {anchors: warn}}
"""
PERSON = """\
---
title: "Person {n}"
names: ["Person {n}", "P. {n}"]
---
# Person {n} {{ #top }}

Said {text} in [an article](../sources/a{n}.md#s1).

<!-- piece -->

Known from [an article](../sources/a{n}.md#s1){{ #known }}.

<!-- piece -->

## Quotations

<!-- piece -->

“{text}”

<!-- piece -->
"""
ARTICLE = """\
# Article {n} { #s1 }

[Person {n}](../people/p{n}.md#quotations) said {text}. [the picture](../picture.svg).

<!-- piece -->

[Person {n}](../people/p{n}.md#known) is known.

<!-- piece -->

<div id="text">
<!-- piece -->
<p>{text}</p>
<!-- piece -->
<pre>
  {n}

  <b>{n}</b>
</pre>
<!-- piece -->
</div>
"""
PEOPLES_INDEX = """\
---
title: People
entries: {ek: ["Bo Ek {text}"]}
---
# People

<span id="ek">Bo Ek</span>
"""


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


class ChangingBook:
    """A book of a few pages that link to each other, in which a random hand changes things."""

    def __init__(self, folder: Path, seed: int = 0) -> None:
        self.folder = folder
        self.chance = random.Random(seed)
        self.settings = SETTINGS
        self.most_pages = 100
        self.epoch = 1_677_283_200
        shutil.copytree(PRODUCT / "templates/theme", folder / "theme")
        (folder / "mkdocs.yml").write_text(f"{MKDOCS}{NAV}\n")
        self.page("index.md", "# Overview\n\n[People](people/index.md#ek)\n")
        self.page("people/index.md", PEOPLES_INDEX.replace("{text}", ""))
        self.page("sources/index.md", "# Sources\n")
        self.page("picture.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
        for n in range(4):
            self.add(n)

    def page(self, name: str, text: str) -> None:
        path = self.folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def add(self, n: int, text: str = "yes") -> None:
        article = ARTICLE.replace("{n}", str(n)).replace("{text}", text)
        self.page(f"sources/a{n}.md", article)
        self.page(f"people/p{n}.md", PERSON.format(n=n, text=text))

    def remove(self, n: int) -> None:
        for name in (f"sources/a{n}.md", f"people/p{n}.md"):
            (self.folder / "docs" / name).unlink(missing_ok=True)

    def config(self, old: str, new: str) -> None:
        path = self.folder / "mkdocs.yml"
        path.write_text(path.read_text().replace(old, new))

    def build(self) -> Made:
        return build_site(self.folder, self.settings, self.epoch, self.most_pages)

    def clean(self) -> dict[str, bytes]:
        """The site as it is when it is built from nothing, somewhere else."""
        with_nothing = self.folder.with_name(f"{self.folder.name}.clean")
        ignored = shutil.ignore_patterns(".build", "site", "site.*")
        shutil.copytree(self.folder, with_nothing, ignore=ignored)
        try:
            build_site(with_nothing, self.settings, self.epoch, self.most_pages)
            return content(with_nothing / "site")
        finally:
            shutil.rmtree(with_nothing)

    def site(self) -> dict[str, bytes]:
        return content(self.folder / "site")


def a_page(book: ChangingBook) -> int:
    return book.chance.randrange(6)


def adds_or_edits(book: ChangingBook) -> None:
    book.add(a_page(book), f"word{book.chance.randrange(99)}")


def removes(book: ChangingBook) -> None:
    book.remove(a_page(book))


def renames(book: ChangingBook) -> None:
    old, new = a_page(book), 6 + a_page(book)
    book.remove(old)
    book.add(new)


def writes_of_marks(book: ChangingBook) -> None:
    """In a listing, the mark of a piece is text."""
    page = book.folder / f"docs/sources/a{book.chance.randrange(4)}.md"
    if page.is_file():
        page.write_text(f"{page.read_text()}\n```\n<!-- piece -->\n```\n")


def edits_the_index(book: ChangingBook) -> None:
    book.page("people/index.md", PEOPLES_INDEX.replace("{text}", str(a_page(book))))


def retitles_what_the_navigation_names(book: ChangingBook) -> None:
    book.page("sources/index.md", f"# Sources {a_page(book)}\n")


def moves_the_navigation(book: ChangingBook) -> None:
    book.config(NAV, "nav: [index.md, Who: people/index.md]\nnot_in_nav: '*'")


def moves_it_back(book: ChangingBook) -> None:
    book.config("nav: [index.md, Who: people/index.md]\nnot_in_nav: '*'", NAV)


def has_no_navigation(book: ChangingBook) -> None:
    book.config(f"{NAV}\n", "")


def changes_the_theme(book: ChangingBook) -> None:
    path = book.folder / "theme/main.html"
    path.write_text(
        path.read_text().replace("{% block scripts %}", f"{{% block scripts %}}<!-- {a_page(book)} -->")
    )


def changes_a_style(book: ChangingBook) -> None:
    (book.folder / "theme/assets/stylesheets/book.css").write_text(f"p {{ margin: {a_page(book)}px }}")


def changes_the_picture(book: ChangingBook) -> None:
    book.page("picture.svg", f'<svg xmlns="http://www.w3.org/2000/svg" id="p{a_page(book)}"/>')


def changes_the_title(book: ChangingBook) -> None:
    book.settings = Settings(title=f"Talks {a_page(book)}", marking=book.chance.choice([None, "Secret"]))


def changes_the_day(book: ChangingBook) -> None:
    book.epoch += 86_400


def grows_large_or_small(book: ChangingBook) -> None:
    book.most_pages = 103 - book.most_pages


def edits_a_file_of_the_site(book: ChangingBook) -> None:
    path = book.folder / "site" / book.chance.choice(files_of_the_site(book))
    path.write_bytes(path.read_bytes()[::-1])


def removes_a_file_of_the_site(book: ChangingBook) -> None:
    (book.folder / "site" / book.chance.choice(files_of_the_site(book))).unlink()


def files_of_the_site(book: ChangingBook) -> list[str]:
    return [file for file in sorted(book.site()) if file != MARKER]


def removes_the_site(book: ChangingBook) -> None:
    shutil.rmtree(book.folder / "site")


def spoils_the_record(book: ChangingBook) -> None:
    for path in (book.folder / ".build/site").iterdir():
        path.write_bytes(path.read_bytes()[: a_page(book) * 100])


def removes_the_record(book: ChangingBook) -> None:
    shutil.rmtree(book.folder / ".build")


CHANGES: list[Callable[[ChangingBook], None]] = [
    adds_or_edits,
    removes,
    renames,
    writes_of_marks,
    edits_the_index,
    retitles_what_the_navigation_names,
    moves_the_navigation,
    moves_it_back,
    has_no_navigation,
    changes_the_theme,
    changes_a_style,
    changes_the_picture,
    changes_the_title,
    changes_the_day,
    grows_large_or_small,
    edits_a_file_of_the_site,
    removes_a_file_of_the_site,
    removes_the_site,
    spoils_the_record,
    removes_the_record,
]
SEQUENCES = 4
PAGES = 11


@pytest.fixture
def book(tmp_path: Path) -> ChangingBook:
    return ChangingBook(tmp_path / "book")


@pytest.mark.parametrize("number", range(SEQUENCES))
def test_after_any_changes_the_site_is_that_of_a_build_from_nothing(tmp_path: Path, number: int) -> None:
    """Each of the changes stands in one of the sequences, with pages that change between."""
    order = random.Random(0).sample(CHANGES, k=len(CHANGES))
    book = ChangingBook(tmp_path / "book", number)
    book.build()
    for step, change in enumerate(order[number::SEQUENCES]):
        adds_or_edits(book)
        change(book)
        book.build()
        assert step % 2 or book.site() == book.clean(), change.__name__
    assert book.site() == book.clean()


def test_what_nothing_changed_is_not_made_again(book: ChangingBook) -> None:
    first = book.build()
    assert len(first.built) == PAGES
    second = book.build()
    assert (second.built, len(second.kept)) == ((), PAGES)
    assert second.files == first.files


def test_one_changed_page_is_built_and_the_one_whose_date_the_sitemap_bears(book: ChangingBook) -> None:
    book.build()
    book.page("sources/a1.md", "# Other { #s1 }")
    assert book.build().built == ("index.md", "sources/a1.md")


def test_a_page_whose_title_is_no_text_is_built_each_time_and_the_others_are_not(book: ChangingBook) -> None:
    book.page("year.md", "---\ntitle: 2023\n---\n# The year\n")
    book.build()
    book.page("sources/a1.md", "# Other { #s1 }")
    assert book.build().built == ("index.md", "year.md", "sources/a1.md")


def test_a_page_that_only_leads_to_a_changed_one_is_not_built(book: ChangingBook) -> None:
    book.build()
    book.add(3, "no")
    assert book.build().built == ("index.md", "people/p3.md", "sources/a3.md")


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(lambda book: (book.folder / "docs/people/p2.md").unlink(), id="a page that is gone"),
        pytest.param(lambda book: book.page("sources/a2.md", "# Lost"), id="an anchor that is gone"),
        pytest.param(lambda book: (book.folder / "docs/picture.svg").unlink(), id="a picture that is gone"),
        pytest.param(
            lambda book: book.page("people/index.md", "# Lost"), id="an anchor on a page in the menu"
        ),
        pytest.param(
            lambda book: (book.add(2, "no"), book.page("sources/a2.md", "# Lost")),
            id="an anchor that a piece leads to which was taken over",
        ),
    ],
)
def test_what_kept_pages_lead_to_and_is_gone_is_warned_of_as_in_a_build_from_nothing(
    book: ChangingBook, broken: Callable[[ChangingBook], None]
) -> None:
    book.build()
    before = book.site()
    broken(book)
    with pytest.raises(BookError) as here:
        book.build()
    with pytest.raises(BookError) as clean:
        book.clean()
    assert here.value.message == clean.value.message
    assert book.site() == before


def test_a_link_starts_to_lead_when_its_page_comes_and_ends_when_it_goes(book: ChangingBook) -> None:
    """Where nobody wants to be warned of it, what becomes of a link depends on other pages."""
    book.config("validation: {links: {", "validation: {links: {not_found: ignore, ")
    book.page("people/p1.md", "# One { #known }\n\n## Quotations\n\n[Nine](../sources/a9.md)")
    book.build()
    for n, change in [(9, book.add), (9, book.remove)]:
        change(n)
        assert "people/p1.md" in book.build().built
        assert book.site() == book.clean()


def test_no_file_of_the_site_is_written_into_that_readers_have_open(
    book: ChangingBook, tmp_path: Path
) -> None:
    """Those that were taken over are the same files in both sites, and in the one before these."""
    book.build()
    book.add(2, "perhaps")
    book.build()
    before = book.site()
    changes_the_picture(book)
    changes_a_style(book)
    book.add(2, "no")
    book.add(8)
    make_site(book.folder, SETTINGS, tmp_path / "next", Sources.of(book.folder, most_pages=3))
    assert book.site() == before


@pytest.mark.parametrize("then", ["put in place", "forgotten"])
def test_a_site_that_was_made_may_be_put_in_place_or_forgotten(book: ChangingBook, then: str) -> None:
    """A build that dies between the two leaves a record that is not of the site that stands."""
    book.build()
    book.add(2, "no")
    target = book.folder / ".build/next/site"
    sources = Sources.of(book.folder, book.epoch, book.most_pages)
    make_site(book.folder, book.settings, target, sources)
    if then == "put in place":
        shutil.rmtree(book.folder / "site")
        target.rename(book.folder / "site")
        assert is_current(book.folder, book.settings, sources)
    else:
        shutil.rmtree(target)
        assert not is_current(book.folder, book.settings, sources)
        book.add(2)
    book.add(3, "no")
    book.build()
    assert book.site() == book.clean()


def test_a_site_may_be_made_from_pages_that_stand_elsewhere(book: ChangingBook, tmp_path: Path) -> None:
    """What a build is about to change waits beside the book, as links to its files."""
    book.build()
    staged = tmp_path / "staged"
    shutil.copytree(book.folder / "docs", staged / "docs", copy_function=os.link)
    made = make_site(
        book.folder, SETTINGS, tmp_path / "made", Sources.of(staged, book.epoch, book.most_pages)
    )
    assert made.built == ("index.md",)
    assert content(tmp_path / "made") == book.site()


@pytest.mark.parametrize(
    "setting",
    [
        pytest.param("hooks: [hook.py]", id="a hook"),
        pytest.param("plugins: [search, tags]", id="another plugin"),
        pytest.param(
            "markdown_extensions: [attr_list, toc, pymdownx.snippets]", id="an extension that reads"
        ),
    ],
)
def test_where_anything_unknown_is_at_work_every_page_is_built(book: ChangingBook, setting: str) -> None:
    (book.folder / "hook.py").write_text("def on_page_markdown(markdown, **_):\n    return markdown\n")
    config = (book.folder / "mkdocs.yml").read_text().splitlines()
    name = setting.partition(":")[0]
    lines = [line for line in config if not line.startswith(name)]
    (book.folder / "mkdocs.yml").write_text("\n".join([*lines, setting]))
    book.build()
    assert len(book.build().built) == PAGES
