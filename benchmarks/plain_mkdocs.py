"""What the pages of a book cost plain MkDocs, with the product's settings and theme but none of its plugins.

usage: python -m benchmarks.plain_mkdocs BOOK

It prints the seconds of processor that `mkdocs build` takes for the book's `docs/`, in a process of its own.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

from briefing_book.publish.standing import PRODUCT


def main() -> int:
    """Print what MkDocs takes for the book that is named."""
    docs = Path(sys.argv[1]).absolute() / "docs"
    print(json.dumps({"seconds": plain_seconds(docs)}))
    return 0


def plain_seconds(docs: Path) -> float:
    """The seconds of processor, user's and system's, of `mkdocs build` for a folder of pages."""
    with tempfile.TemporaryDirectory() as folder:
        settings = {
            "INHERIT": str(PRODUCT / "mkdocs.yml"),
            "docs_dir": str(docs),
            "site_dir": str(Path(folder, "site")),
            "theme": {"custom_dir": str(PRODUCT / "templates/theme")},
        }
        file = Path(folder, "mkdocs.yml")
        file.write_text(yaml.safe_dump(settings), encoding="utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", file]
        before = os.times()
        subprocess.run(command, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
        after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


if __name__ == "__main__":
    sys.exit(main())
