"""`review` on the command line, fed by a pipe: what is answered is written, and asked no more."""

import io
from pathlib import Path

import pytest

from briefing_book.cli import main
from briefing_book.editorial import load_corrections


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book with an article of which nothing says when it was published."""
    (tmp_path / "seeds").mkdir()
    text = "The harbour of Porto Novo was closed on Monday. The crews went home, and nobody said why."
    (tmp_path / "seeds" / "harbour.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_answers_come_through_a_pipe(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who answers is told by an option or the environment, the day by SOURCE_DATE_EPOCH."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1924992000")
    monkeypatch.setenv("BRIEFING_WHO", "B. Editor")
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n1 March 2030\nthe printed page says so\n"))
    assert main(["review", "--book", str(book), "--who", "A. Editor"]) == 0
    assert "Nothing says when it was published." in capsys.readouterr().out
    (better,) = load_corrections(book).articles
    assert (better.article, better.published, better.why) == (
        "harbour",
        "2030-03-01",
        "the printed page says so",
    )
    assert (better.who, better.when) == ("A. Editor", "2031-01-01")
    assert main(["review", "--book", str(book)]) == 0
    assert "Nothing says when" not in capsys.readouterr().out
