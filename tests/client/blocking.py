"""What tests of both worlds do in different ways: several things at once, and waiting. This is the form with threads."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

HALF = "_sync"


def at_once(*works: Callable[[], Any]) -> list[Any]:
    """What several pieces of work answer or raise that begin together."""
    ended: list[Any] = [None] * len(works)
    start = Barrier(len(works))

    def run(at: int) -> None:
        start.wait(30)
        try:
            ended[at] = works[at]()
        except Exception as error:  # the test looks at what was raised
            ended[at] = error

    threads = [Thread(target=run, args=(at,)) for at in range(len(works))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ended


def until(condition: Callable[[], object], seconds: float = 10.0) -> None:
    """Wait until something is so, which goes on elsewhere; fail where it is not so in time."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.002)  # it goes on in another thread


def pause(seconds: float) -> None:
    """Give what goes on elsewhere a while in which it could do what it must not."""
    time.sleep(seconds)  # nothing tells that something has not happened


def mind_no_tale() -> None:
    """There is no event loop that could tell anybody anything."""
