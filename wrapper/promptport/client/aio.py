"""How an asyncio client fetches anew while nobody waits: as it always does."""

from __future__ import annotations

from typing import Any

from ..cache.disk import AsyncDisk as AsyncDisk
from ..platform import AsyncPromptSource, Fetched, Query
from .opening import Opening


class AsyncRefresher:
    """Fetches for the cache.

    Args:
        opening: What the client was opened with.
        source: The platform, with the client's options.
        options: These options; a blocking client needs them here.
    """

    def __init__(self, opening: Opening, source: AsyncPromptSource, options: dict[str, Any]) -> None:
        self._source = source

    async def fetch(self, query: Query, deadline: float) -> Fetched:
        """Fetch a version of a prompt from the platform."""
        return await self._source.fetch(query, deadline)

    def close(self) -> None:
        """The client closes the platform."""


def source_of(opening: Opening) -> AsyncPromptSource:
    """The platform."""
    return opening.variant(opening.registration.async_)
