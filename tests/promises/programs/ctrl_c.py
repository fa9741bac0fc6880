"""Ctrl-C at random moments of an event loop that fetches: `ctrl_c.py ADDRESS FOLDER HOW-OFTEN`, which prints how often.

It is a program of its own, since what an interrupt leaves half-way, an event loop for one, is let go of when nobody expects it.
"""

from __future__ import annotations

import asyncio
import random
import signal
import sys
import time
import traceback
from pathlib import Path
from types import FrameType

from promptport import AsyncClient
from promptport.cache.disk import AsyncDisk

IN_TIME = 6.0  # seconds: the longest deadline of a call, and a second
pressed = False


def press(number: int, frame: FrameType | None) -> None:
    """The handler of the timer, in whose place a person would press."""
    global pressed  # noqa: PLW0603 # the only way out of a handler
    pressed = True
    signal.raise_signal(signal.SIGINT)


def interrupted(client: AsyncClient, moment: float) -> bool:
    """Fetch, and press after some seconds, or never where these are 0; whether that ended it."""
    global pressed  # see `press`

    async def get() -> None:
        await asyncio.gather(*(client.get("welcome") for _ in range(3)))

    # An interrupt at the very end of `asyncio.run` leaves the handler that it had installed.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    pressed, began = False, time.monotonic()
    try:
        signal.setitimer(signal.ITIMER_REAL, moment)
        asyncio.run(get())
        signal.setitimer(signal.ITIMER_REAL, 0)
    except (KeyboardInterrupt, asyncio.CancelledError):  # the latter where the task had not begun, or has just ended
        assert pressed
        return True
    except RuntimeError as error:  # asyncio's own, where it was setting up or tidying up
        raised_by = Path(traceback.extract_tb(error.__traceback__)[-1].filename)
        assert (pressed, raised_by.parent) == (True, Path(asyncio.__file__).parent)
        return True
    finally:
        assert time.monotonic() - began < IN_TIME
    return False


def main(address: str, folder: str, wanted: int) -> None:
    """Interrupt so often, each time followed by a run that gets every prompt."""
    store = AsyncDisk(folder)
    client = AsyncClient("xr2", api_key="YOUR_PRODUCT_API_KEY", base_url=address, ttl=0, stale=0, store=store)
    chance, hit = random.Random(20), 0
    signal.signal(signal.SIGALRM, press)
    interrupted(client, 0)
    for _ in range(wanted * 20):
        if interrupted(client, chance.random() * 0.005 + 1e-5):
            signal.setitimer(signal.ITIMER_REAL, 0)
            assert not interrupted(client, 0)
            hit += 1
        if hit == wanted:
            break
    print(hit)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
