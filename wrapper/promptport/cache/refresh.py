"""Fetching anew while nobody waits.

It runs in an event loop for blocking clients as well, so that no prompt that hangs holds up another.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from inspect import isawaitable
from typing import Any

from ..errors import CallError, ClosedError, NotFound
from ..platform import Fetched, Query
from .envelope import cache_key
from .state import CacheState
from .store import AsyncStore, Store

Refetch = Callable[[Query, float], Awaitable[Fetched]]
OTHERS = 0.1  # seconds between two looks at what another process fetches
logger = logging.getLogger("promptport")


async def refresh(state: CacheState, store: Store | AsyncStore | None, fetch: Refetch, query: Query) -> None:
    """Fetch something anew, and keep it. Of the processes that share a store one does, and the others take what it gets.

    Args:
        state: Where it is kept.
        store: Where it is kept for other processes.
        fetch: Asks the platform, within so many seconds.
        query: Which prompt.
    """
    problem: CallError | None = None
    key = cache_key(state.traits, query)
    claim: object = None
    try:
        if store is not None:
            claim = await _settled(store.claim(key, state.settings.deadline))
            if claim is None:
                await asyncio.sleep(OTHERS)  # another process is at it; whoever asks after this looks again
                return
            epoch = state.memory.epoch
            if state.is_fresh(state.restore(query, await _settled(store.read(key)), epoch)):
                return  # another process was faster
        await _fetch(state, store, fetch, query)
    except CallError as error:
        problem = error
        logger.info("%s could not be fetched anew: %s", query.name, error.message)
    except ClosedError:
        logger.debug("%s was being fetched anew when the client was closed", query.name)
    except TimeoutError:
        problem = CallError("The platform took longer than it was given.", kind="timeout", platform=state.traits.name)
        logger.info("%s could not be fetched anew: %s", query.name, problem.message)
    except Exception as error:  # nobody waits to whom it could be raised
        problem = CallError(str(error), kind="unreadable")
        logger.exception("%s could not be fetched anew", query.name)
    finally:
        if store is not None and claim is not None:
            await _settled(store.release(claim))
        state.end_refresh(query, problem)


async def _fetch(state: CacheState, store: Store | AsyncStore | None, fetch: Refetch, query: Query) -> None:
    epoch = state.memory.epoch
    key = cache_key(state.traits, query)
    try:
        async with asyncio.timeout(state.settings.deadline + 1):
            fetched = await fetch(query, state.settings.deadline)
    except NotFound as error:
        state.forget(query, error)
        if store is not None:
            await _settled(store.drop(key))
        return
    _, envelope = state.keep(query, fetched, epoch)
    if store is not None and envelope is not None:
        await _settled(store.write(key, envelope))


async def _settled(result: Any) -> Any:
    """What a method of a store answers, whether it blocks or is awaited."""
    return await result if isawaitable(result) else result
