"""Warnings of the library while a command runs: each a line on stderr, which steers no terminal."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import typer

LOGGERS = ("promptport", "promptport_local", "promptrails.tracing")


class Lines(logging.Handler):
    """Shows what is logged."""

    def emit(self, record: logging.LogRecord) -> None:
        """Show a record."""
        from .terminal import line

        try:
            typer.echo(f"promptport: {line(record.getMessage())}", err=True)
        except Exception:  # as every handler does: logging has a way to tell it, and no log fails a command
            self.handleError(record)


@contextmanager
def warnings_shown() -> Iterator[None]:
    """Show warnings, and what is worse, for as long as this lasts."""
    lines = Lines(logging.WARNING)
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
