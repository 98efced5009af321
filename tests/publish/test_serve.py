"""Serving shows the site, builds what people change, and survives what they get wrong."""

import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from briefing_book.errors import BookError
from briefing_book.publish.serve import serve
from briefing_book.storage.files import write_file

SERVE = """
import signal
import sys
from pathlib import Path
from briefing_book.errors import BookError
from briefing_book.publish.serve import serve
from briefing_book.render import stage_pages
from briefing_book.render.files import hash_of
from briefing_book.storage.staging import Staging

book = Path(sys.argv[1])
signal.signal(signal.SIGINT, signal.default_int_handler)  # tests that run side by side ignore it

def rebuild():
    seed = (book / "seeds" / "a.txt").read_text()
    staging = Staging(book)
    stage_pages({"rendered.md": seed}, {"rendered.md": hash_of(seed.encode())}, book, staging)
    staging.commit()
    if seed == "bad":
        raise BookError("this seed is bad", "seeds/a.txt")
    (book / "site" / "index.html").write_text(seed + (book / "docs" / "about.md").read_text())
    print("rebuilt", flush=True)

serve(book, rebuild, ("127.0.0.1", int(sys.argv[2])))
"""


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def served(tmp_path: Path) -> Path:
    """A book with a site and one seed."""
    for folder in ("seeds", "docs", "site"):
        (tmp_path / folder).mkdir()
    (tmp_path / "seeds/a.txt").write_text("first")
    (tmp_path / "docs/about.md").write_text("")
    (tmp_path / "site/index.html").write_text("first")
    (tmp_path / "site/404.html").write_text("no such page here")
    return tmp_path


def test_a_change_is_built_once_and_shown_and_an_error_leaves_the_last_site(served: Path, port: int) -> None:
    server = subprocess.Popen(
        [sys.executable, "-c", SERVE, str(served), str(port)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert server.stdout and server.stderr
    too_long = threading.Timer(60, server.kill)
    too_long.start()
    try:
        assert f"http://127.0.0.1:{port}/" in server.stdout.readline()
        assert b"first" in urlopen(f"http://127.0.0.1:{port}/").read()
        write_file(served / "seeds/a.txt", "second")
        assert server.stdout.readline() == "rebuilt\n"
        assert b"second" in urlopen(f"http://127.0.0.1:{port}/").read()
        write_file(served / "seeds/a.txt", "bad")
        assert server.stderr.readline() == "seeds/a.txt: this seed is bad\n"
        assert b"second" in urlopen(f"http://127.0.0.1:{port}/").read()
        with pytest.raises(HTTPError) as missing:
            urlopen(f"http://127.0.0.1:{port}/gone/")
        assert b"no such page here" in missing.value.read()
        write_file(served / "seeds/a.txt", "third")
        assert server.stdout.readline() == "rebuilt\n"
        write_file(served / "docs/about.md", " by hand")
        assert server.stdout.readline() == "rebuilt\n"
        assert b"third by hand" in urlopen(f"http://127.0.0.1:{port}/").read()
    finally:
        too_long.cancel()
        server.send_signal(signal.SIGINT)
        left, _ = server.communicate()
    assert left == ""
    assert server.returncode == 0


def test_a_port_that_cannot_be_had_is_an_error_that_names_it(served: Path, port: int) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        with pytest.raises(BookError, match=f"cannot serve on http://127.0.0.1:{port}/"):
            serve(served, lambda: None, ("127.0.0.1", port))
