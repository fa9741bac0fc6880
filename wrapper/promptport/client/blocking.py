"""What a blocking client is made of: the blocking variant of its platform for callers, the asyncio one for refreshes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextvars import copy_context
from inspect import isawaitable, iscoroutinefunction
from threading import RLock
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from ..cache.disk import Disk, folder_of
from ..cache.store import Store
from ..concurrency.background import background
from ..concurrency.fork import register_at_fork
from ..concurrency.happening import Happening
from ..concurrency.importing import importing
from ..concurrency.threads import start
from ..errors import ArgumentError, ClosedError, ConfigurationError
from ..http.key import close_unawaited
from ..http.mocks import UnderMock
from ..http.principals import answered_to, principals
from ..platform import AsyncPromptSource, Fetched, PromptSource, Query, Share, Traits, find
from ..prompt.prompt import Prompt
from .fallback import AsyncFallback, Nothing, Plain, check
from .keyless import AsyncKeyless, Keyless
from .opening import BUNDLE, Opening
from .watching import Watching

if TYPE_CHECKING:
    from ..cache.refresh import Refetch

if TYPE_CHECKING:
    from .reporting.reporting import Reporting

P = ParamSpec("P")
T = TypeVar("T")


def get_ready() -> None:
    """Do nothing: whoever reports first waits for what that needs, and holds up nobody else."""


def elsewhere(work: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
    """What a piece of work answers, which is done here: a thread holds up nobody."""
    return work(*arguments, **named)


class Refresher:
    """Fetches for the cache while nobody waits, in the thread that all clients share.

    It asks the asyncio variant of the platform, which is opened when it is first needed.

    Args:
        opening: What the client was opened with.
        source: The platform's blocking variant.
        options: The arguments of `with_options` that the client was built with.
        watching: Whoever is told.
    """

    def __init__(self, opening: Opening, source: PromptSource, options: dict[str, Any], watching: Watching) -> None:
        self._opening, self._blocking, self._options, self._watching = opening, source, options, watching
        self._keyless = source.for_refreshes() if isinstance(source, Keyless) else None
        self._closed = False
        self._source: AsyncPromptSource | None = None
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """A child has a loop of its own, and builds what runs in it anew."""
        self._lock = RLock()
        self._source = None
        self._asked: AsyncPromptSource | None = None

    def begin(self, query: Query) -> Refetch:
        """What fetches a version of a prompt from the platform, for the sake of a call that does not wait for it."""
        watched, under_mock = self._watching.refreshing(query), UnderMock(f"{self._blocking.traits.origin}/")

        async def fetch(query: Query, deadline: float) -> Fetched:
            with watched, under_mock:
                return await self.fetch(query, deadline)

        return fetch

    async def fetch(self, query: Query, deadline: float) -> Fetched:
        """Fetch a version of a prompt from the platform, by its asyncio variant."""
        from .choosing._async import fetching  # many a process ends before a copy is old

        with self._lock:
            if self._closed:
                raise ClosedError("The client is closed; build another one.")
            if self._asked is None:
                self._source = self._opened()
                self._asked = self._source.with_options(**self._options) if self._options else self._source
            asked = self._asked
        with self._watching.tracker.asking(query, deadline), principals() as seen:
            return answered_to(seen, await fetching(asked)(query, deadline))

    def _opened(self) -> AsyncPromptSource:
        if self._keyless is not None:
            return self._keyless
        if _blocks(self._opening.settings):
            return _InThreads(self._blocking)
        opened = self._opening.variant(self._opening.registration.async_, AsyncKeyless)
        # A key that a function answers is both variants' own, so they are compared as of this moment. Nothing is connected yet.
        if opened.traits != self._blocking.traits:
            raise ConfigurationError(
                "What the environment says of the account or the address has changed since the client was built, so copies "
                "are not fetched anew while nobody waits: give both as arguments."
            )
        return opened

    def close(self) -> None:
        """Let go of the connections of the asyncio variant."""
        with self._lock:
            self._closed = True
            source, self._source, self._asked = self._source, None, None
        if source is not None:
            background.finish(source.aclose)


class _InThreads:
    """A blocking platform in the place of its asyncio variant, which can't use a transport or a client that blocks.

    Args:
        source: The platform, with the client's options.
    """

    def __init__(self, source: PromptSource) -> None:
        self._source = source

    @property
    def traits(self) -> Traits:
        """What the platform can do."""
        return self._source.traits

    async def fetch(self, query: Query, deadline: float) -> Fetched:
        """Fetch a version of a prompt."""
        from ..concurrency.off_loop import fetches  # with asyncio, which blocking programs need for nothing else

        return await fetches.run(None, copy_context().run, self._source.fetch, query, deadline)

    async def shares(self, name: str, deadline: float) -> Sequence[Share]:
        """The weights of a prompt's versions; only asked for where the platform has such a thing."""
        from ..concurrency.off_loop import fetches

        shares: Callable[[str, float], Sequence[Share]] = self._source.shares  # type: ignore[attr-defined]
        return await fetches.run(None, copy_context().run, shares, name, deadline)

    async def names(self, deadline: float) -> Iterable[str]:
        """The names of all prompts."""
        from ..concurrency.off_loop import fetches

        return await fetches.run(None, copy_context().run, self._source.names, deadline)

    def with_options(self, **options: Any) -> AsyncPromptSource:
        """Itself: the platform has these options."""
        return self

    async def aclose(self) -> None:
        """Do nothing: the client closes its platform."""


def _blocks(settings: Mapping[str, Any]) -> bool:
    """Whether what is to carry requests is of the kind that blocks alone."""
    transport = settings.get("transport")
    if settings.get("http_client") is not None:
        return True
    return transport is not None and not hasattr(transport, "handle_async_request")


def source_of(opening: Opening) -> PromptSource:
    """Open the platform."""
    return opening.variant(opening.registration.sync, Keyless)


def bundle_of(opening: Opening, platform: str) -> PromptSource:
    """Open the folder that prompts were pulled into; see `Opening.bundle`."""
    return opening.bundle(find(BUNDLE).sync, platform)


def reporting_of(opening: Opening, source: PromptSource) -> Reporting:
    """What a client reports by; see `promptport.client.reporting`."""
    with importing.lock:
        from .reporting.blocking import VARIANT
        from .reporting.finding import reporting_of as found

    return found(opening, source, VARIANT)


def check_fallback(fallback: AsyncFallback | Nothing) -> None:
    """See that a fallback is one before it is needed.

    Raises:
        ArgumentError: It is something else, or is to be awaited.
    """
    check(fallback)
    if iscoroutinefunction(fallback):
        raise _awaited()


def answer_of(fallback: AsyncFallback) -> Plain:
    """What a fallback is; of a function, what it answers.

    Raises:
        ArgumentError: It answers something to await.
    """
    if isinstance(fallback, Prompt) or not callable(fallback):
        return fallback
    answer = fallback()
    if isawaitable(answer):
        close_unawaited(answer)
        raise _awaited()
    return answer


def _awaited() -> ArgumentError:
    return ArgumentError(
        "A fallback that is to be awaited is for `AsyncClient`: here it needs a function that answers itself."
    )


def check_store(store: Store | None) -> None:
    """See that a store is of the kind that blocks.

    Raises:
        ConfigurationError: It is of another kind.
    """
    if store is not None and not hasattr(store, "close"):  # one for asyncio has another name for it
        raise ConfigurationError("`store` must be of the kind Store, such as RedisStore: it has no method `close`.")


def store_of(store: Store | None, disk: bool | str | os.PathLike[str], traits: Traits) -> Store | None:
    """Where the copies of a client outlive the process: the store that was given, else the disk, unless it is off."""
    if store is None and not traits.local and (folder := folder_of(disk)) is not None:
        return Disk(folder)
    return store


def each(work: Callable[[T], None], items: Iterable[T], most: int) -> None:
    """Do something with each of many, some at once, in threads that end with it. What is raised for one ends all of it.

    Args:
        work: What to do.
        items: With what.
        most: How many at once.
    """
    waiting, over, broken = list(items)[::-1], list[Happening](), list[BaseException]()

    def go_on() -> None:
        while True:
            try:
                item = waiting.pop()
            except IndexError:  # another thread was faster
                return
            work(item)

    def beside(ended: Happening) -> None:
        try:
            go_on()
        except BaseException as error:  # it is raised where all of this is waited for
            broken.append(error)
            waiting.clear()
        finally:
            ended.set()

    try:
        for _ in range(min(most, len(waiting)) - 1):
            ended = Happening()
            if start(copy_context().run, beside, ended, name="promptport-prefetch") is None:
                break  # there can be no more threads
            over.append(ended)
        go_on()  # the caller's thread does its share
        for each_of_them in over:
            each_of_them.wait(None)
    finally:
        waiting.clear()  # where the caller was interrupted, nobody goes on
    if broken:
        raise broken[0]
