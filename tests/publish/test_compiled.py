"""What Jinja made of a theme's templates serves the next build, and never in the place of other ones."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from briefing_book.publish.kept.compiled import CompiledTheme


def rendered(book: Path, template: str) -> str:
    """A page, as a build of the book renders it."""
    compiled = CompiledTheme(book)
    env = Environment(loader=DictLoader({"main.html": template}), bytecode_cache=compiled, autoescape=True)
    page = env.get_template("main.html").render(title="Talks")
    compiled.save()
    return page


def memory(book: Path) -> bytes:
    return (book / ".build/theme.msgpack").read_bytes()


def test_a_template_that_changed_is_seen(tmp_path: Path) -> None:
    assert rendered(tmp_path, "<h1>{{ title }}</h1>") == "<h1>Talks</h1>"
    assert rendered(tmp_path, "<h2>{{ title }}</h2>") == "<h2>Talks</h2>"
    assert rendered(tmp_path, "<h1>{{ title }}</h1>") == "<h1>Talks</h1>"


def test_the_same_template_is_made_once(tmp_path: Path) -> None:
    """Nothing new is remembered, and the page is the same."""
    first, known = rendered(tmp_path, "{{ title }}"), memory(tmp_path)
    assert rendered(tmp_path, "{{ title }}") == first
    assert memory(tmp_path) == known


@pytest.mark.parametrize("damage", [b"", b"x" * 500])
def test_a_memory_that_cannot_be_read_is_none(tmp_path: Path, damage: bytes) -> None:
    rendered(tmp_path, "{{ title }}")
    (tmp_path / ".build/theme.msgpack").write_bytes(damage)
    assert rendered(tmp_path, "{{ title }}") == "Talks"
