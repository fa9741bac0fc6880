"""Where something goes on while nobody waits: blocking clients share one thread."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from ..concurrency.background import background
from .refreshes import dead


def spawn(work: Callable[[], Coroutine[Any, Any, None]]) -> Callable[[], bool]:
    """Run something that deals with its own errors, without waiting for it.

    Returns:
        What tells whether it can't end any more, or has ended: there is no thread while the process ends.
    """
    future = background.spawn(work)
    return dead if future is None else future.done
