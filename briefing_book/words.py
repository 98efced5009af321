"""Words for numbers: never "1 articles"."""


def count(number: int, one: str, many: str | None = None) -> str:
    """`number` with its noun: `1 article`, `2 articles`, `3 countries`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
