"""Where something goes on while nobody waits: blocking clients share one thread."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from ..concurrency.background import background
from .refreshes import alive

__all__ = ["refresh_copy", "spawn"]


def spawn(work: Callable[[], Coroutine[Any, Any, None]]) -> Callable[[], bool]:
    """Run something that deals with its own errors, without waiting for it.

    Returns:
        What tells whether it can't end any more, or has ended. While the process ends nobody need do in its place what the
        thread no longer does.
    """
    future = background.spawn(work)
    return alive if future is None else lambda: future.done() and not background.ended


async def refresh_copy(*given: Any) -> None:
    """Fetch something anew, and keep it: as `promptport.cache.refresh` does: imported in the thread, where asyncio is."""
    from .refresh import refresh

    await refresh(*given)
