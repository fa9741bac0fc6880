"""Where something goes on while nobody waits: blocking clients share one thread."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from ..concurrency.background import background


def spawn(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run something that deals with its own errors, without waiting for it."""
    background.spawn(work)
