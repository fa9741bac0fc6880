"""Every operation on files fails once, in turn (D20)."""

from __future__ import annotations

import fcntl
import os
import tomllib
from collections.abc import Callable, Iterator
from errno import EINTR, EIO, EMFILE, ENOSPC
from types import ModuleType
from typing import Any

import pytest

OPERATIONS: list[tuple[ModuleType, str]] = [
    *((os, name) for name in ("open", "close", "fstat", "stat", "lstat", "read", "mkdir", "chmod", "fchmod", "utime")),
    *((os, name) for name in ("fsync", "replace", "unlink", "fdopen", "getcwd")),
    (fcntl, "flock"),
    (tomllib, "loads"),
]
ERRORS: list[Callable[[], BaseException]] = [
    *(lambda number=number: OSError(number, os.strerror(number)) for number in (EIO, ENOSPC, EMFILE, EINTR)),
    MemoryError,
]


CLOSE = os.close


class Turn:
    """The operation whose turn it is to fail.

    Args:
        at: Which of them, from 1.
        error: How it fails.
    """

    def __init__(self, at: int, error: Callable[[], BaseException]) -> None:
        self.at, self.error, self.reached = at, error, 0

    def failing(self, operation: Callable[..., Any]) -> Callable[..., Any]:
        """An operation that fails when it is its turn."""

        def run(*arguments: Any, **named: Any) -> Any:
            self.reached += 1
            if self.reached == self.at:
                if operation is CLOSE:
                    CLOSE(*arguments)  # as the system does: a descriptor is closed, whatever it answers
                raise self.error()
            return operation(*arguments, **named)

        return run


def failures(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> Iterator[BaseException | None]:
    """Let each operation of something fail once in each way, and answer how that ended; None where it ended well."""
    for error in ERRORS:
        turn = Turn(0, error)
        while turn.reached >= turn.at:
            turn = Turn(turn.at + 1, error)
            with monkeypatch.context() as there:
                for module, name in OPERATIONS:
                    there.setattr(module, name, turn.failing(getattr(module, name)))
                try:
                    act()
                    ended = None
                except Exception as raised:
                    ended = raised
            yield ended
