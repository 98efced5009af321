"""What keeps one article from being brought in; the others go on."""


class NotBroughtError(Exception):
    """Why one file or address was not brought in, and how to mend that, in one line."""


class UnreachableError(NotBroughtError):
    """A host that cannot be asked, or that cannot answer: nothing is known of what it holds."""
