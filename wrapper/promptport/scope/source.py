"""Scope as a source of `promptport.Client`."""

from __future__ import annotations

from typing import Any

from ..base.arguments import named
from ..platform import Registration
from ._sync.client import ScopeClient
from ._sync.source import ScopeSource
from .config import ClientOptions


def _asyncio(place: str = "", **settings: Any) -> Any:
    from ._async.source import AsyncScopeSource  # aiohttp costs 150 ms, for those who need it

    return AsyncScopeSource(place, **settings)


VARIABLES = {
    "account": "SCOPE_ACCOUNT",
    "org_id": "SCOPE_ORG_ID",
    "base_url": "SCOPE_API_URL",
    "auth_api_url": "SCOPE_AUTH_API_URL",
    "environment": "SCOPE_ENVIRONMENT",
    "token_refresh_buffer": "SCOPE_TOKEN_REFRESH_BUFFER",
}
SETTINGS = ("org_id", "api_key", "api_secret", *named(ScopeClient), *sorted(ClientOptions.__optional_keys__), "account")
HARMLESS = (
    "org_id",
    "api_version",
    "cache_enabled",
    "cache_ttl",
    "environment",
    "max_answer",
    "max_retries",
    "open_timeout",
    "retry_base_delay",
    "retry_max_delay",
    "telemetry_enabled",
    "timeout",
    "token_refresh_buffer",
)
PLATFORM = Registration(ScopeSource, _asyncio, VARIABLES, SETTINGS, HARMLESS, paths=("verify",))
