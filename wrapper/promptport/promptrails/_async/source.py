"""PromptRails as a source of prompts. The blocking twin is made from this file by `tools/unasync.py`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...base._async.source import AsyncNamedSource, account
from ...errors import NotFound
from ...platform import Fetched, Query, Traits
from ..exceptions import NotFoundError
from ..reading import chosen, fetched, kind_of
from .client import AsyncPromptRails

PAGE = 100  # prompts of a page


class AsyncPromptRailsSource(AsyncNamedSource[AsyncPromptRails]):
    """PromptRails' prompts, by name; a version is its author's label, such as `1.0.0`, or its id.

    Args:
        place: Nothing: PromptRails has one place for all prompts of a workspace.
        settings: The arguments of `AsyncPromptRails`.
    """

    def __init__(self, place: str = "", **settings: Any) -> None:
        client = AsyncPromptRails(**settings)
        (key,) = client._pipeline.rules.secrets
        super().__init__(client, Traits("promptrails", client.base_url, account(key), labels=(), versions="id"))

    async def listing(self, client: AsyncPromptRails) -> Mapping[str, str]:
        """The prompts of the workspace."""
        return {each.id: each.name or each.id async for each in client.prompts.iter(limit=PAGE)}

    async def read(self, client: AsyncPromptRails, query: Query, identity: str) -> Fetched:
        """Fetch a version: the current one, unless another is asked for."""
        try:
            version = None if query.version is not None else (await client.prompts.get(identity)).current_version
            if version is None:
                version = chosen(query, await client.prompts.list_versions(identity))
        except NotFoundError as error:
            raise NotFound(str(error), *query) from error
        return fetched(query, version)

    async def score(
        self, trace: str, name: str, value: float | str | bool, comment: str | None, deadline: float
    ) -> None:
        """Say how good what came of a trace is."""
        client = self.client.with_options(deadline=deadline)
        await client.scores.create(trace_id=trace, name=name, comment=comment, **kind_of(value))
