"""Scope as a source of `promptport.Client`."""

from __future__ import annotations

from typing import Any

from ..platform import Registration
from ._sync.source import ScopeSource


def _asyncio(place: str = "", **settings: Any) -> Any:
    from ._async.source import AsyncScopeSource  # aiohttp costs 150 ms, for those who need it

    return AsyncScopeSource(place, **settings)


PLATFORM = Registration(
    ScopeSource,
    _asyncio,
    {
        "org_id": "SCOPE_ORG_ID",
        "base_url": "SCOPE_API_URL",
        "auth_api_url": "SCOPE_AUTH_API_URL",
        "environment": "SCOPE_ENVIRONMENT",
        "token_refresh_buffer": "SCOPE_TOKEN_REFRESH_BUFFER",
    },
)
