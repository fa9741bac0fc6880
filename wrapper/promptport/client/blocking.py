"""How a blocking client fetches anew while nobody waits: by the platform's asyncio half, in the thread that all share."""

from __future__ import annotations

from threading import Lock
from typing import Any

from ..cache.disk import Disk as Disk
from ..concurrency.background import background
from ..concurrency.fork import register_at_fork
from ..errors import ClosedError
from ..platform import AsyncPlatform, Fetched, Platform, Query
from .opening import Opening


class Again:
    """Fetches for the cache. The asyncio half is built when it is first needed.

    Args:
        opening: What the client was opened with.
        source: The platform's blocking half.
        options: The arguments of `with_options` that the client was built with.
    """

    def __init__(self, opening: Opening, source: Platform, options: dict[str, Any]) -> None:
        self._opening, self._options = opening, options
        self._closed = False
        self._source: AsyncPlatform | None = None
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """A child has a loop of its own, and builds what runs in it anew."""
        self._lock = Lock()
        self._source = None
        self._asked: AsyncPlatform | None = None

    async def fetch(self, query: Query, seconds: float) -> Fetched:
        """As `AsyncPlatform.fetch`."""
        with self._lock:
            if self._closed:
                raise ClosedError("The client is closed; build another one.")
            if self._asked is None:
                self._source = self._opening.half(self._opening.registration.asyncio)
                self._asked = self._source.with_options(**self._options) if self._options else self._source
            asked = self._asked
        return await asked.fetch(query, seconds)

    def close(self) -> None:
        """Let go of the connections of the asyncio half."""
        with self._lock:
            self._closed = True
            source, self._source, self._asked = self._source, None, None
        if source is not None:
            background.finish(source.aclose)


def source_of(opening: Opening) -> Platform:
    """The platform's blocking half."""
    return opening.half(opening.registration.blocking)
