"""Fetching anew while nobody waits.

It runs in an event loop for blocking clients as well, so that no prompt that hangs holds up another.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from inspect import isawaitable
from typing import Any

from ..errors import CallError, ClosedError, NotFound
from ..platform import Fetched, Query
from .envelope import cache_key
from .refreshes import Refresh
from .state import CacheState, failed
from .store import AsyncStore, Store
from .telling import Steps, refusing, withdrawing

Refetch = Callable[[Query, float], Awaitable[Fetched]]
Refetching = Callable[[Query], Refetch]
OTHERS = 0.1  # seconds between two looks at what another process fetches
logger = logging.getLogger("promptport")


async def refresh(
    state: CacheState, store: Store | AsyncStore | None, fetch: Refetch, query: Query, begun: Refresh
) -> None:
    """Fetch something anew, and keep it. Of the processes that share a store one does, and the others take what it gets.

    Args:
        state: Where it is kept.
        store: Where it is kept for other processes.
        fetch: Asks the platform, within so many seconds.
        query: Which prompt.
        begun: What others know of this. Where it is cancelled, or its event loop is closed, the next caller learns from it.
    """
    key, ended = cache_key(state.traits, query), True
    try:
        if store is not None:
            begun.claim = await _settled(store.claim(key, state.settings.deadline))
            if begun.claim is None:
                await asyncio.sleep(OTHERS)  # another process is at it; whoever asks after this looks again
                return
            epoch = state.memory.epoch
            if state.is_fresh(state.restore(query, await _settled(store.read(key)), epoch)):
                return  # another process was faster
        await _fetch(state, store, fetch, query)
    except ClosedError as error:
        logger.debug("%s was not fetched anew: %s", query.name, error)
    except asyncio.CancelledError:
        ended = False
        raise
    except GeneratorExit:  # the collector's; nothing can be waited for, so whoever finds it gives the claim back
        ended, store = False, None
        raise
    finally:
        if store is not None and begun.claim is not None:
            await _settled(store.release(begun.claim))
        if ended:
            state.refreshing.end(query, begun)


async def _fetch(state: CacheState, store: Store | AsyncStore | None, fetch: Refetch, query: Query) -> None:
    asked = state.asking()
    try:
        async with asyncio.timeout(state.settings.deadline + 1):
            fetched = await fetch(query, state.settings.deadline)
    except NotFound as error:
        await _take(store, withdrawing(state, query, state.forget(query, error, asked)))
        return
    except ClosedError:
        raise
    except Exception as error:
        problem = _told(state, query, error)
        failed(state, query, problem, asked)
        if problem.refused:
            await _take(store, refusing(state, query))
        return
    _, envelope = state.keep(query, fetched, asked)
    if store is not None and envelope is not None:
        await _settled(store.write(cache_key(state.traits, query), envelope))


async def _take(store: Store | AsyncStore | None, steps: Steps[None]) -> None:
    """Take the steps that a store is told something by; without one they lead nowhere."""
    answer = None
    with suppress(StopIteration):
        while True:
            step = steps.send(answer)
            answer = None if store is None else await _settled(step.take(store))


def _told(state: CacheState, query: Query, error: Exception) -> CallError:
    """What went wrong, where nobody waits to whom it could be raised."""
    if isinstance(error, CallError):
        problem = error
    elif isinstance(error, TimeoutError):
        told = "The platform took longer than it was given."
        problem = CallError(told, kind="timeout", platform=state.traits.name)
    else:
        logger.error("%s could not be fetched anew", query.name, exc_info=error)
        told = f"The platform's source failed: {type(error).__name__}."  # not its text, which may hold anything
        return CallError(told, kind="unreadable", platform=state.traits.name)
    logger.debug("%s could not be fetched anew: %s", query.name, problem.message)  # `client` tells of outages
    return problem


async def _settled(result: Any) -> Any:
    """What a method of a store answers, whether it blocks or is awaited."""
    return await result if isawaitable(result) else result
