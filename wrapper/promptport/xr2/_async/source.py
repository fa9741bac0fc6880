"""xR2 as a source of prompts. The blocking twin is made from this file by `tools/unasync.py`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...base._async.source import AsyncSource, account
from ...errors import NotFound
from ...platform import Fetched, Query, Traits
from ..errors import PromptNotFoundError
from ..reading import fetched, number
from .client import AsyncxR2Client


class AsyncXR2Source(AsyncSource[AsyncxR2Client]):
    """xR2's prompts, by slug; a label is a status.

    Args:
        place: Nothing: xR2 has one place for all prompts of a key.
        settings: The arguments of `AsyncxR2Client`.
    """

    def __init__(self, place: str = "", **settings: Any) -> None:
        client = AsyncxR2Client(**settings)
        (key,) = client._pipeline.rules.secrets
        labels = ("production", "testing", "draft", "inactive", "deprecated")
        super().__init__(client, Traits("xr2", client.base_url, account(key), labels, "number", lists=False))

    async def fetch(self, query: Query, deadline: float) -> Fetched:
        """Fetch a version; each fetch has a trace of its own, and one within an A/B test is for this caller alone."""
        client = self.client.with_options(deadline=deadline)
        response = await client.get_prompt(slug=query.name, version_number=number(query), status=query.label)
        error = response.exception
        if isinstance(error, PromptNotFoundError) and isinstance(error.details, Mapping):
            raise NotFound(str(error), *query) from error
        return fetched(query, response.unwrap())
