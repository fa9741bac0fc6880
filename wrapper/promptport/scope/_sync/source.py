# Made from wrapper/promptport/scope/_async/source.py by `python tools/unasync.py`: change that file, never this one.
"""Scope as a source of prompts. The asyncio twin is the source of this file."""

from __future__ import annotations

from typing import Any

from ...base._sync.source import Source, account
from ...errors import NotFound
from ...platform import Fetched, Query, Traits
from ..credentials import ApiKeyCredentials
from ..errors import NoProductionVersionError, NotFoundError
from ..reading import fetched, identity, is_own_404
from .client import LABELS, ScopeClient


class ScopeSource(Source[ScopeClient]):
    """Scope's prompts, by name; a version is an id.

    Args:
        place: Nothing: Scope has one place for all prompts of an organisation.
        org_id: The organisation's id; else SCOPE_ORG_ID.
        api_key: The API key; else SCOPE_API_KEY.
        api_secret: The API secret; else SCOPE_API_SECRET.
        settings: The other arguments of `ScopeClient`.
    """

    def __init__(
        self,
        place: str = "",
        *,
        org_id: str | None = None,
        api_key: str | None = None,
        api_secret: str | None = None,
        **settings: Any,
    ) -> None:
        if org_id or api_key or api_secret:
            env = ApiKeyCredentials.from_env()
            settings["credentials"] = ApiKeyCredentials(
                org_id or env.org_id, api_key or env.api_key, api_secret or env.api_secret
            )
        client = ScopeClient(**settings)
        who = client.config.credentials
        named = account(who.org_id, who.api_key) if who else ""
        super().__init__(client, Traits("scope", client.config.base_url, named, LABELS, "id", lists=False))

    def fetch(self, query: Query, deadline: float) -> Fetched:
        """Fetch a version."""
        client = self.client.with_options(deadline=deadline)
        version = identity(query)
        try:
            found = client.get_prompt_version(query.name, label=query.label, version=version, cache=False)
        except (NotFoundError, NoProductionVersionError) as error:
            refusal = error if isinstance(error, NotFoundError) else error.__cause__
            if isinstance(refusal, NotFoundError) and not is_own_404(refusal):
                raise refusal from None
            raise NotFound(str(error), *query) from error
        return fetched(query, found)
