"""What is told where something is used that an install without extras lacks."""

from __future__ import annotations

from .errors import ConfigurationError


class MissingExtra(ConfigurationError, ImportError):
    """What is needed is not installed; the text says what to install."""


def missing_extra(error: ImportError, extra: str, what: str) -> MissingExtra:
    """What to raise in place of an import's error.

    Args:
        error: What the import has raised.
        extra: The extra that brings what is missing, such as `redis`.
        what: What it is needed for, as the beginning of a sentence, such as `Copies in Redis`.

    Returns:
        The error that says what to install.

    Raises:
        ImportError: The error itself, where it is of a module of ours: that is a fault, and no extra mends it.
    """
    name = error.name or "something"
    if name.partition(".")[0].startswith("promptport"):
        raise error
    made = MissingExtra(f'{what} needs {name}, which is not installed: pip install "promptport[{extra}]"')
    made.name = name
    return made
