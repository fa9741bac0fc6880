"""Blocks around the requests of a write, so that its error says whether it may have been done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ..errors import CallError


@contextmanager
def looking() -> Iterator[None]:
    """What is asked before anything is written: an error of it says that nothing was."""
    try:
        yield
    except CallError as error:
        error.may_have_arrived = False
        raise


@contextmanager
def writing(done: str = "") -> Iterator[None]:
    """What writes. A server may fail after it has written, and so may what stands before it: a 5xx says nothing of that.

    Args:
        done: What was written before, for the error.
    """
    try:
        yield
    except CallError as error:
        unknown = error.status_code == 408 or error.status_code >= 500 or error.kind == "unreadable"
        error.may_have_arrived = error.may_have_arrived or unknown
        if done:
            error.hint = f"{done} {error.hint or ''}".strip()
        raise
