"""Where something goes on while nobody waits: asyncio clients use the loop they run in."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from ..concurrency.loops import running_loop

_running: set[asyncio.Task[None]] = set()  # a task that nobody holds may vanish


def spawn(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run something that deals with its own errors, without waiting for it."""
    task = running_loop().create_task(work())
    _running.add(task)
    task.add_done_callback(_running.discard)
