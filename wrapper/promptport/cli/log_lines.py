"""Warnings of the library while a command runs: each a line on stderr, which steers no terminal."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

LOGGERS = ("promptport", "promptport_local", "promptrails.tracing")


class Lines(logging.Handler):
    """Shows what is logged.

    Args:
        line: Makes one line of a text, without what would steer a terminal.
    """

    def __init__(self, line: Callable[[str], str]) -> None:
        super().__init__(logging.WARNING)
        self._line = line

    def emit(self, record: logging.LogRecord) -> None:
        """Show a record."""
        try:
            typer.echo(f"promptport: {self._line(record.getMessage())}", err=True)
        except Exception:  # as every handler does: logging has a way to tell it, and no log fails a command
            self.handleError(record)


@contextmanager
def warnings_shown(line: Callable[[str], str]) -> Iterator[None]:
    """Show warnings, and what is worse, for as long as this lasts.

    Args:
        line: Makes one line of a text, without what would steer a terminal.
    """
    lines = Lines(line)
    for name in LOGGERS:
        logging.getLogger(name).addHandler(lines)
    try:
        yield
    finally:
        for name in LOGGERS:
            logging.getLogger(name).removeHandler(lines)


@contextmanager
def warnings_hidden() -> Iterator[None]:
    """Show no warnings of the library for as long as this lasts: the command says itself what there is to say."""
    logger = logging.getLogger("promptport")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(level)
