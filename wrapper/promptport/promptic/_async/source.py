"""Promptic as a source of prompts. The blocking twin is made from this file by `tools/unasync.py`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...base._async.source import AsyncNamedSource, account
from ...errors import NotFound
from ...platform import Fetched, Query, Traits
from ..errors import PrompticAPIError
from ..reading import fetched
from .client import AsyncPrompticClient


class AsyncPrompticSource(AsyncNamedSource[AsyncPrompticClient]):
    """The deployed prompts of Promptic, by the names of their components.

    Args:
        place: Nothing: Promptic has one place for all components of a workspace.
        settings: The arguments of `AsyncPrompticClient`.
    """

    def __init__(self, place: str = "", **settings: Any) -> None:
        client = AsyncPrompticClient(**settings)
        named = account(*client._pipeline.rules.secrets, client.workspace_id)
        super().__init__(client, Traits("promptic", client.endpoint, named, labels=(), versions=""))

    async def listing(self, client: AsyncPrompticClient) -> Mapping[str, str]:
        """The components of the workspace."""
        return {each.id: each.name or each.id for each in (await client.list_components()).data}

    async def read(self, client: AsyncPrompticClient, query: Query, identity: str) -> Fetched:
        """Fetch what a component uses now."""
        try:
            found = await client.get_deployed_prompt(identity)
        except PrompticAPIError as error:
            if error.status_code == 404 and error.details is not None:
                raise NotFound(str(error), *query) from error
            raise
        if found is None:
            raise NotFound(f"The component {query.name!r} has no deployed prompt: deploy an experiment of it.", *query)
        return fetched(query, found)
