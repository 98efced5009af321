"""The code that the templates of the theme became: to make it takes as long as to build dozens of pages."""

from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache

from briefing_book.storage.cache import Cache
from briefing_book.storage.code import installed
from briefing_book.storage.staging import BUILD


class CompiledTheme(BytecodeCache):
    """What Jinja made of templates in the builds of a book, by their names and their texts."""

    def __init__(self, book: Path) -> None:
        self._kept = Cache(book / BUILD / "theme.msgpack", bytes, installed())

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives Jinja what is known of a template."""
        if code := self._kept.get(_key(bucket)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Takes from Jinja what it made of a template."""
        self._kept.keep(_key(bucket), bucket.bytecode_to_string())

    def save(self) -> None:
        """Remember what was made or asked for, and forget the rest."""
        self._kept.save()


def _key(bucket: Bucket) -> str:
    return f"{bucket.key} {bucket.checksum}"
