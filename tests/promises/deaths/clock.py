"""Lets the time of a subject go faster, before what it tests is imported."""

from __future__ import annotations

import os
import selectors
import time
from collections.abc import Callable
from typing import Any, cast


def hasten_as_told() -> None:
    """Let everything go as fast as DEATHS_SPEED says, after as many seconds of the date as DEATHS_LATER says."""
    if later := float(os.environ.get("DEATHS_LATER", "0")):
        now = time.time
        time.time = lambda: now() + later
    if (factor := float(os.environ.get("DEATHS_SPEED", "1"))) != 1:
        hasten(factor)


def hasten_the_date(factor: float) -> None:
    """The date goes faster, so that what may go only after minutes goes soon; whatever waits for an answer does not."""
    begun, at = time.time(), time.monotonic
    start = at()
    time.time = lambda: begun + (at() - start) * factor


def hasten(factor: float) -> None:
    """Everything goes faster: the date, the clocks, what sleeps, and every event loop."""
    hasten_the_date(factor)
    begun, at, clock, chosen = time.monotonic(), time.monotonic, cast(Any, time), cast(Any, selectors.DefaultSelector)
    sleep = clock.sleep
    clock.monotonic = lambda: begun + (at() - begun) * factor
    clock.sleep = lambda seconds: sleep(seconds / factor)
    chosen.select = _shortened(chosen.select, factor)


def _shortened(select: Callable[..., Any], factor: float) -> Callable[..., Any]:
    def shortened(self: Any, timeout: float | None = None) -> Any:
        return select(self, timeout and timeout / factor)

    return shortened
