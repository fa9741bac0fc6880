"""What stands for a platform's asyncio variant where an application has brought what carries requests."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from ...concurrency.off_loop import fetches
from ...errors import CallError
from ...platform import Event, PromptSource, Query

NOWHERE = "The event loop of the application, in which its own `transport` or `http_client` works, does not run."
DEADLINE = 4  # its place among what a score is given
GRACE = 1.0  # seconds beside those of the call


class InThreads:
    """A blocking platform, with what carries requests for it.

    Args:
        source: The platform.
    """

    def __init__(self, source: PromptSource) -> None:
        self._source: Any = source
        self.has_score_ids = getattr(source, "has_score_ids", False)

    async def identify(self, deadline: float) -> None:
        """See that the account is known."""
        await self._run("identify", deadline)

    async def trace(self, query: Query, deadline: float) -> Any:
        """Obtain a trace."""
        return await self._run("trace", query, deadline)

    async def event(self, event: Event, deadline: float) -> Any:
        """Record an event."""
        return await self._run("event", event, deadline)

    async def score(self, *given: Any) -> None:
        """Say how good what came of a trace is."""
        await self._run("score", *given)

    async def _run(self, name: str, *given: Any) -> Any:
        return await fetches.run(None, getattr(self._source, name), *given)


class InLoop:
    """A platform for asyncio whose carrier belongs to the application's event loop.

    Args:
        source: The platform.
        loop: Tells the event loop; None where none is known.
    """

    def __init__(self, source: Any, loop: Callable[[], asyncio.AbstractEventLoop | None]) -> None:
        self._source, self._loop = source, loop
        self.has_score_ids = getattr(source, "has_score_ids", False)

    async def identify(self, deadline: float) -> None:
        """See that the account is known."""
        await self._run(self._source.identify(deadline), deadline)

    async def trace(self, query: Query, deadline: float) -> Any:
        """Obtain a trace."""
        return await self._run(self._source.trace(query, deadline), deadline)

    async def event(self, event: Event, deadline: float) -> Any:
        """Record an event."""
        return await self._run(self._source.event(event, deadline), deadline)

    async def score(self, *given: Any) -> None:
        """Say how good what came of a trace is."""
        await self._run(self._source.score(*given), given[DEADLINE])

    async def _run(self, work: Coroutine[Any, Any, Any], deadline: float) -> Any:
        loop = self._loop()
        if loop is None or not loop.is_running():
            work.close()
            raise CallError(NOWHERE, kind="connection")
        begun = asyncio.run_coroutine_threadsafe(work, loop)
        try:
            async with asyncio.timeout(deadline + GRACE):
                return await asyncio.wrap_future(begun)
        except TimeoutError:
            error = CallError(NOWHERE, kind="timeout")
            error.may_have_arrived = True
            raise error from None
