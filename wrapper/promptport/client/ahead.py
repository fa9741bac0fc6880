"""What the first event needs is imported before it comes, piece by piece, while an event loop waits for something else.

All of it at once takes some twenty milliseconds, for which the first `track` would hold up the loop.
"""

from __future__ import annotations

import asyncio
from importlib import import_module
from sys import modules
from weakref import WeakSet

from ..concurrency.importing import importing

OF_OUTBOX = (
    "place account books exit notes settings compact_json entry aside balance frames buffers segment part instance drops marks "
    "result maker adoption spool batch janitor interrupted worker outbox shared accounts"
)
OF_REPORTING = "findings round deliveries destination leases outlet checks receipt seen reporting sources aio finding"
# Each after those that it imports, so that each takes a millisecond at the most.
PIECES = (
    "promptport.concurrency.loop_thread",
    "promptport.concurrency.background",
    "mmap",
    "secrets",
    "promptport.system.alive",
    *(f"promptport.outbox.{each}" for each in OF_OUTBOX.split()),
    "promptport.concurrency.off_loop",
    "promptport.base.delivering",
    *(f"promptport.client.reporting.{each}" for each in OF_REPORTING.split()),
)
WAIT = 0.02  # seconds after a fetch; a process that ends by then has nothing to report
_begun: WeakSet[asyncio.AbstractEventLoop] = WeakSet()


def import_ahead() -> None:
    """Begin to import, in the event loop that runs, unless all of it is there, or this loop is about it."""
    if PIECES[-1] in modules or (loop := asyncio.get_running_loop()) in _begun:
        return
    _begun.add(loop)
    loop.call_later(WAIT, _import_one, loop, 0)


def _import_one(loop: asyncio.AbstractEventLoop, number: int) -> None:
    while number < len(PIECES) and PIECES[number] in modules:
        number += 1
    if number < len(PIECES):
        with importing.lock:
            import_module(PIECES[number])
        loop.call_soon(_import_one, loop, number + 1)
