"""Scope as a source of `promptport.Client`."""

from __future__ import annotations

from typing import Any

from ..platform import Registration


def _blocking(place: str = "", **settings: Any) -> Any:
    from ._sync.source import ScopeSource  # each variant has an engine of its own, of which an application needs one

    return ScopeSource(place, **settings)


def _asyncio(place: str = "", **settings: Any) -> Any:
    from ._async.source import AsyncScopeSource

    return AsyncScopeSource(place, **settings)


VARIABLES = {
    "account": "SCOPE_ACCOUNT",
    "org_id": "SCOPE_ORG_ID",
    "api_key": "SCOPE_API_KEY",
    "api_secret": "SCOPE_API_SECRET",
    "base_url": "SCOPE_API_URL",
    "auth_api_url": "SCOPE_AUTH_API_URL",
    "environment": "SCOPE_ENVIRONMENT",
    "token_refresh_buffer": "SCOPE_TOKEN_REFRESH_BUFFER",
}
SETTINGS = (
    "org_id",
    "api_key",
    "api_secret",
    "credentials",
    "config",
    "base_url",
    "proxy",
    "verify",
    "hooks",
    "max_answer",
    "transport",
    "http_client",
    "api_version",
    "auth_api_url",
    "cache_enabled",
    "cache_ttl",
    "environment",
    "max_retries",
    "open_timeout",
    "retry_base_delay",
    "retry_max_delay",
    "telemetry_enabled",
    "timeout",
    "token_refresh_buffer",
    "account",
)
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
PLATFORM = Registration(_blocking, _asyncio, VARIABLES, SETTINGS, HARMLESS, paths=("verify",))
