"""What an asyncio client is made of: the asyncio variant of its platform, asked by callers and by refreshes alike."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable, Iterable
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from ..cache.disk import AsyncDisk, folder_of
from ..cache.refresh import Refetch
from ..cache.store import AsyncStore
from ..concurrency.importing import importing
from ..concurrency.loops import running_loop
from ..errors import ConfigurationError
from ..http.mocks import UnderMock
from ..http.principals import answered_to, principals
from ..platform import AsyncPromptSource, Fetched, Query, Traits, find
from ..prompt.prompt import Prompt
from .ahead import import_ahead
from .choosing._async import fetching
from .fallback import AsyncFallback, Nothing, Plain, check
from .keyless import AsyncKeyless
from .opening import BUNDLE, Opening
from .watching import Watching

if TYPE_CHECKING:
    from .reporting.reporting import Reporting

P = ParamSpec("P")
T = TypeVar("T")


async def elsewhere(work: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
    """What a piece of work answers, which would hold up the event loop."""
    from ..concurrency.off_loop import off_loop

    return await off_loop.run(None, work, *arguments, **named)


def get_ready() -> None:
    """See that what the first event needs is there before it comes."""
    import_ahead()


class AsyncRefresher:
    """Fetches for the cache while nobody waits.

    Args:
        opening: What the client was opened with.
        source: The platform, with the client's options.
        options: These options; a blocking client needs them here.
        watching: Whoever is told.
    """

    def __init__(
        self, opening: Opening, source: AsyncPromptSource, options: dict[str, Any], watching: Watching
    ) -> None:
        self._source, self._watching = source, watching

    def begin(self, query: Query) -> Refetch:
        """What fetches a version of a prompt from the platform, for the sake of a call that does not wait for it."""
        watched, under_mock = self._watching.refreshing(query), UnderMock(f"{self._source.traits.origin}/")

        async def fetch(query: Query, deadline: float) -> Fetched:
            with watched, under_mock:
                return await self.fetch(query, deadline)

        return fetch

    async def fetch(self, query: Query, deadline: float) -> Fetched:
        """Fetch a version of a prompt from the platform."""
        with self._watching.tracker.asking(query, deadline), principals() as seen:
            return answered_to(seen, await fetching(self._source)(query, deadline))

    def close(self) -> None:
        """Do nothing: the client closes its platform."""


def source_of(opening: Opening) -> AsyncPromptSource:
    """Open the platform."""
    return opening.variant(opening.registration.async_, AsyncKeyless)


def bundle_of(opening: Opening, platform: str) -> AsyncPromptSource:
    """Open the folder that prompts were pulled into; see `Opening.bundle`."""
    return opening.bundle(find(BUNDLE).async_, platform)


def reporting_of(opening: Opening, source: AsyncPromptSource) -> Reporting:
    """What a client reports by; see `promptport.client.reporting`."""
    with importing.lock:
        from .reporting.aio import VARIANT
        from .reporting.finding import reporting_of as found

    return found(opening, source, VARIANT)


def check_fallback(fallback: AsyncFallback | Nothing) -> None:
    """See that a fallback is one before it is needed.

    Raises:
        ArgumentError: It is something else.
    """
    check(fallback)


async def answer_of(fallback: AsyncFallback) -> Plain:
    """What a fallback is; of a function, what it answers, or what comes of that once it is awaited."""
    if isinstance(fallback, Prompt) or not callable(fallback):
        return fallback
    answer = fallback()
    return await answer if isawaitable(answer) else answer


def check_store(store: AsyncStore | None) -> None:
    """See that a store is of the kind that is awaited.

    Raises:
        ConfigurationError: It is of another kind.
    """
    if store is not None and not hasattr(store, "aclose"):  # a blocking store has another name for it
        raise ConfigurationError(
            "`store` must be of the kind AsyncStore, such as AsyncRedisStore: it has no method `aclose`."
        )


def store_of(store: AsyncStore | None, disk: bool | str | os.PathLike[str], traits: Traits) -> AsyncStore | None:
    """Where the copies of a client outlive the process: the store that was given, else the disk, unless it is off."""
    if store is None and not traits.local and (folder := folder_of(disk)) is not None:
        return AsyncDisk(folder)
    return store


async def each(work: Callable[[T], Awaitable[None]], items: Iterable[T], most: int) -> None:
    """Do something with each of many, some at once. What is raised for one ends all of it.

    Args:
        work: What to do.
        items: With what.
        most: How many at once.
    """
    waiting, loop = list(items)[::-1], running_loop()

    async def go_on() -> None:
        while waiting:
            await work(waiting.pop())

    tasks = [loop.create_task(go_on()) for _ in range(min(most, len(waiting)))]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
