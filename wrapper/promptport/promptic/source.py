"""Promptic as a source of `promptport.Client`."""

from __future__ import annotations

from typing import Any

from ..platform import Registration


def _blocking(place: str = "", **settings: Any) -> Any:
    from ._sync.source import PrompticSource  # each variant has an engine of its own, of which an application needs one

    return PrompticSource(place, **settings)


def _asyncio(place: str = "", **settings: Any) -> Any:
    from ._async.source import AsyncPrompticSource

    return AsyncPrompticSource(place, **settings)


VARIABLES = {
    "api_key": "PROMPTIC_API_KEY",
    "access_token": "PROMPTIC_ACCESS_TOKEN",
    "ai_application_id": "PROMPTIC_AI_APPLICATION_ID",
    "workspace_id": "PROMPTIC_WORKSPACE_ID",
    "endpoint": "PROMPTIC_ENDPOINT",
    "account": "PROMPTIC_ACCOUNT",
    "release": "PROMPTIC_RELEASE",
}
SETTINGS = (
    "api_key",
    "access_token",
    "ai_application_id",
    "workspace_id",
    "endpoint",
    "timeout",
    "retries",
    "backoff_factor",
    "proxy",
    "verify",
    "hooks",
    "max_answer",
    "release",
    "transport",
    "http_client",
    "account",
)
HARMLESS = ("ai_application_id", "workspace_id", "timeout", "retries", "backoff_factor", "max_answer", "release")
ALIASES = {"workspace_id": "ai_application_id"}
PLATFORM = Registration(_blocking, _asyncio, VARIABLES, SETTINGS, HARMLESS, paths=("verify",), aliases=ALIASES)
