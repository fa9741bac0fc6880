"""Fetching anew while nobody waits.

It runs in an event loop for blocking clients as well, so that no prompt that hangs holds up another.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from inspect import isawaitable
from typing import TYPE_CHECKING

from ..errors import CallError, ClosedError, NotFound
from ..platform import Fetched, Query
from .envelope import cache_key

if TYPE_CHECKING:
    from ._async import AsyncCache
    from ._sync import Cache

Refetch = Callable[[Query, float], Awaitable[Fetched]]
WHILE = 0.1  # seconds
logger = logging.getLogger("promptport")


async def refresh(cache: AsyncCache | Cache, query: Query) -> None:
    """Fetch something anew, and keep it. Of the processes that share a store one does, and the others take what it gets.

    Args:
        cache: Where it is kept.
        query: Which prompt.
    """
    problem: CallError | None = None
    store, key = cache.store, cache_key(cache.traits, query)
    claim: object = None
    try:
        if store is not None:
            claim = await _settled(store.claim(key, cache.settings.deadline))
            if claim is None:
                await asyncio.sleep(WHILE)  # another process is at it; whoever asks after this looks again
                return
            if await _settled(cache.caught_up(query)):
                return
        await _fetch(cache, query)
    except CallError as error:
        problem = error
        logger.info("%s could not be fetched anew: %s", query.name, error.message)
    except ClosedError:
        logger.debug("%s was being fetched anew when the client was closed", query.name)
    except TimeoutError:
        problem = CallError("The platform took longer than it was given.", kind="timeout", platform=cache.traits.name)
        logger.info("%s could not be fetched anew: %s", query.name, problem.message)
    except Exception as error:  # nobody waits who could be told
        problem = CallError(str(error), kind="unreadable")
        logger.exception("%s could not be fetched anew", query.name)
    finally:
        if store is not None and claim is not None:
            await _settled(store.release(claim))
        cache.renewed(query, problem)


async def _fetch(cache: AsyncCache | Cache, query: Query) -> None:
    epoch = cache.memory.epoch
    try:
        async with asyncio.timeout(cache.settings.deadline + 1):
            fetched = await cache.refetch(query, cache.settings.deadline)
    except NotFound as error:
        await _settled(cache.forget(query, error))
    else:
        await _settled(cache.keep(query, fetched, epoch))


async def _settled(result: object) -> object:
    """What a method answers, of the blocking form or of the other."""
    return await result if isawaitable(result) else result
