"""What tests of both worlds do in different ways: several things at once, and waiting. This is the asyncio form."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

HALF = "_async"


async def at_once(*works: Callable[[], Coroutine[Any, Any, Any]]) -> list[Any]:
    """What several pieces of work answer or raise that begin together."""
    return list(await asyncio.gather(*(work() for work in works), return_exceptions=True))


async def until(condition: Callable[[], object], seconds: float = 10.0) -> None:
    """Wait until something is so, which goes on elsewhere; fail where it is not so in time."""
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.002)


async def pause(seconds: float) -> None:
    """Give what goes on elsewhere a while in which it could do what it must not."""
    await asyncio.sleep(seconds)


def mind_no_tale() -> None:
    """Let the running event loop tell nobody what broke in it; callers are told by what they await."""
    asyncio.get_running_loop().set_exception_handler(lambda *_: None)
