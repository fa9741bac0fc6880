"""How an asyncio client fetches anew while nobody waits: as it always does."""

from __future__ import annotations

from typing import Any

from ..cache.disk import AsyncDisk as AsyncDisk
from ..platform import AsyncPlatform, Fetched, Query
from .opening import Opening


class AsyncAgain:
    """Fetches for the cache.

    Args:
        opening: What the client was opened with.
        source: The platform, with the client's options.
        options: These options; a blocking client needs them here.
    """

    def __init__(self, opening: Opening, source: AsyncPlatform, options: dict[str, Any]) -> None:
        self._source = source

    async def fetch(self, query: Query, seconds: float) -> Fetched:
        """As `AsyncPlatform.fetch`."""
        return await self._source.fetch(query, seconds)

    def close(self) -> None:
        """The client closes the platform."""


def source_of(opening: Opening) -> AsyncPlatform:
    """The platform."""
    return opening.half(opening.registration.asyncio)
