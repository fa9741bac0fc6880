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

if TYPE_CHECKING:
    from ._async import AsyncCache
    from ._sync import Cache

Refetch = Callable[[Query, float], Awaitable[Fetched]]
logger = logging.getLogger("promptport")


async def refresh(cache: AsyncCache | Cache, query: Query) -> None:
    """Fetch something anew, and keep it.

    Args:
        cache: Where it is kept.
        query: Which prompt.
    """
    problem: CallError | None = None
    done: object
    try:
        epoch = cache.memory.epoch
        try:
            async with asyncio.timeout(cache.terms.patience + 1):
                fetched = await cache.refetch(query, cache.terms.patience)
            done = cache.keep(query, fetched, epoch)
        except NotFound as error:
            done = cache.forget(query, error)
        if isawaitable(done):
            await done
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
        cache.renewed(query, problem)
