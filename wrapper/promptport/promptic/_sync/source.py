# Made from wrapper/promptport/promptic/_async/source.py by `python tools/unasync.py`: change that file, never this one.
"""Promptic as a source of prompts. The asyncio twin is the source of this file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from promptport_api.promptic.api.client import get_deployed_prompt, list_components

from ...base._sync.source import NamedSource
from ...errors import NotFound
from ...http.bounds import FETCHED
from ...http.clock import Deadline
from ...platform import Fetched, Query, Traits
from ..errors import PrompticAPIError
from ..reading import fetched
from .client import PrompticClient


class PrompticSource(NamedSource[PrompticClient]):
    """The deployed prompts of Promptic, by the names of their components.

    Args:
        place: Nothing: Promptic has one place for all components of a workspace.
        settings: The arguments of `PrompticClient`.
    """

    def __init__(self, place: str = "", **settings: Any) -> None:
        client = PrompticClient(**{"max_answer": FETCHED, **settings})
        super().__init__(client, Traits("promptic", client.endpoint, client.rules.account, labels=(), versions=""))

    def listing(self, deadline: Deadline) -> Mapping[str, str]:
        """The components of the workspace."""
        found = self.client.send(list_components.request(), list_components.parse, deadline=deadline)
        return {each.id: each.name or each.id for each in found.data}

    def read(self, query: Query, identity: str, deadline: Deadline) -> Fetched:
        """Fetch what a component uses now."""
        request = get_deployed_prompt.request(identity)
        try:
            found = self.client.send(request, get_deployed_prompt.parse, deadline=deadline)
        except PrompticAPIError as error:
            if error.says_nothing_is_deployed:
                found = None
            elif error.status_code == 404 and error.details is not None:
                raise NotFound(str(error), *query) from error
            else:
                raise
        if found is None:
            raise NotFound(f"The component {query.name!r} has no deployed prompt: deploy an experiment of it.", *query)
        return fetched(query, found)
