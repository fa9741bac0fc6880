# Made from wrapper/promptport/promptrails/_async/source.py by `python tools/unasync.py`: change that file, never this one.
"""PromptRails as a source of prompts. The asyncio twin is the source of this file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...base._sync.source import NamedSource, account
from ...errors import NotFound
from ...platform import Fetched, Query, Traits
from ..exceptions import NotFoundError
from ..reading import chosen, fetched, kind_of
from .client import PromptRails

PAGE = 100  # prompts of a page


class PromptRailsSource(NamedSource[PromptRails]):
    """PromptRails' prompts, by name; a version is its author's label, such as `1.0.0`, or its id.

    Args:
        place: Nothing: PromptRails has one place for all prompts of a workspace.
        settings: The arguments of `PromptRails`.
    """

    def __init__(self, place: str = "", **settings: Any) -> None:
        client = PromptRails(**settings)
        (key,) = client._pipeline.rules.secrets
        super().__init__(client, Traits("promptrails", client.base_url, account(key), labels=(), versions="id"))

    def listing(self, client: PromptRails) -> Mapping[str, str]:
        """The prompts of the workspace."""
        return {each.id: each.name or each.id for each in client.prompts.iter(limit=PAGE)}

    def read(self, client: PromptRails, query: Query, identity: str) -> Fetched:
        """Fetch a version: the current one, unless another is asked for."""
        try:
            version = None if query.version is not None else (client.prompts.get(identity)).current_version
            if version is None:
                version = chosen(query, client.prompts.list_versions(identity))
        except NotFoundError as error:
            raise NotFound(str(error), *query) from error
        return fetched(query, version)

    def score(
        self, trace: str, name: str, value: float | str | bool, comment: str | None, deadline: float
    ) -> None:
        """Say how good what came of a trace is."""
        client = self.client.with_options(deadline=deadline)
        client.scores.create(trace_id=trace, name=name, comment=comment, **kind_of(value))
