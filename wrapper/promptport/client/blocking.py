"""How a blocking client fetches anew while nobody waits: by the platform's asyncio variant, in the thread that all share."""

from __future__ import annotations

from threading import Lock
from typing import Any

from ..cache.disk import Disk as Disk
from ..concurrency.background import background
from ..concurrency.fork import register_at_fork
from ..errors import ClosedError
from ..platform import AsyncPromptSource, Fetched, PromptSource, Query
from .opening import Opening


class Refresher:
    """Fetches for the cache. The asyncio variant is built when it is first needed.

    Args:
        opening: What the client was opened with.
        source: The platform's blocking variant.
        options: The arguments of `with_options` that the client was built with.
    """

    def __init__(self, opening: Opening, source: PromptSource, options: dict[str, Any]) -> None:
        self._opening, self._options = opening, options
        self._closed = False
        self._source: AsyncPromptSource | None = None
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """A child has a loop of its own, and builds what runs in it anew."""
        self._lock = Lock()
        self._source = None
        self._asked: AsyncPromptSource | None = None

    async def fetch(self, query: Query, deadline: float) -> Fetched:
        """Fetch a version of a prompt from the platform, by its asyncio variant."""
        with self._lock:
            if self._closed:
                raise ClosedError("The client is closed; build another one.")
            if self._asked is None:
                self._source = self._opening.variant(self._opening.registration.async_)
                self._asked = self._source.with_options(**self._options) if self._options else self._source
            asked = self._asked
        return await asked.fetch(query, deadline)

    def close(self) -> None:
        """Let go of the connections of the asyncio variant."""
        with self._lock:
            self._closed = True
            source, self._source, self._asked = self._source, None, None
        if source is not None:
            background.finish(source.aclose)


def source_of(opening: Opening) -> PromptSource:
    """The platform's blocking variant."""
    return opening.variant(opening.registration.sync)
