"""Where something goes on while nobody waits: asyncio clients use the loop they run in."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Coroutine
from typing import Any

from ..concurrency.loops import loop_if_any, running_loop
from .refresh import refresh as refresh_copy

__all__ = ["refresh_copy", "spawn"]

_running: set[asyncio.Task[None]] = set()  # a task that nobody holds may vanish


def spawn(work: Callable[[], Coroutine[Any, Any, None]]) -> Callable[[], bool]:
    """Run something that deals with its own errors, without waiting for it.

    Returns:
        What tells whether it can't end any more, or has ended: its loop was closed, or stopped and begun anew. Such a loop may
        stop again before anything comes of it, as one does that is run a call at a time.
    """
    loop = running_loop()
    task = loop.create_task(work())
    _running.add(task)
    task.add_done_callback(_running.discard)
    run = _run()

    def dead() -> bool:
        return task.done() or loop.is_closed() or (loop_if_any() is loop and _run() is not run)

    return dead


def _run() -> object:
    # A loop sets its hooks for asynchronous generators each time that it begins to run, and they are new objects then.
    return sys.get_asyncgen_hooks().firstiter
