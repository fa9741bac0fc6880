"""Scope as a source of prompts. The blocking twin is made from this file by `tools/unasync.py`."""

from __future__ import annotations

from typing import Any

from ...base._async.source import AsyncSource
from ...errors import NotFound
from ...http.bounds import FETCHED
from ...http.key import AsyncKey
from ...platform import Fetched, Query, Traits
from ...settings import account_name
from ..credentials import credentials_of
from ..errors import NotFoundError
from ..reading import fetched, identity, is_own_404
from ..requests import LABELS, check, not_found, version_request
from .client import AsyncScopeClient


class AsyncScopeSource(AsyncSource[AsyncScopeClient]):
    """Scope's prompts, by name; a version is an id.

    Args:
        place: Nothing: Scope has one place for all prompts of an organisation.
        org_id: The organisation's id; else SCOPE_ORG_ID.
        api_key: The API key; else SCOPE_API_KEY. A function, or one to await, called when the key is first needed, and again
            after a 401, may answer it.
        api_secret: The API secret; else SCOPE_API_SECRET. It may be such a function, too.
        account: A name for the account, which outlives a change of keys; else SCOPE_ACCOUNT. Without, a new key is a new
            account.
        settings: The other arguments of `AsyncScopeClient`.

    Attributes:
        no_events: What there is in place of events.
        no_scores: What there is in place of scores.
        no_versions_made: What there is in place of writing.
    """

    no_events = "It has prompts and their versions alone."
    no_scores = no_events
    no_versions_made = "Its API reads prompts: versions are made, promoted and deleted in Scope itself."

    def __init__(
        self,
        place: str = "",
        *,
        org_id: str | None = None,
        api_key: AsyncKey | None = None,
        api_secret: AsyncKey | None = None,
        account: str | None = None,
        **settings: Any,
    ) -> None:
        if org_id or api_key or api_secret:
            settings["credentials"] = credentials_of(org_id, api_key, api_secret)
        client = AsyncScopeClient(**{"max_answer": FETCHED, **settings})
        traits = Traits("scope", client.config.base_url, labels=LABELS, versions="id", lists=False)
        super().__init__(client, traits, account_name(account, "SCOPE_ACCOUNT"))

    async def fetch(self, query: Query, deadline: float) -> Fetched:
        """Fetch a version."""
        version = identity(query)
        name, version = check(query.name, version, query.label)
        request, parse = version_request(self.client.config, name, version, query.label)
        try:
            found = await self.client.send(request, parse, deadline=deadline)
        except NotFoundError as error:
            if not is_own_404(error):
                raise
            raise NotFound(str(not_found(error, query.name, version, query.label)), *query) from error
        return fetched(query, found)
