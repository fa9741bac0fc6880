"""PromptRails as a source of `promptport.Client`."""

from __future__ import annotations

from typing import Any

from ..platform import Registration


def _blocking(place: str = "", **settings: Any) -> Any:
    from ._sync.source import (
        PromptRailsSource,
    )  # each variant has an engine of its own, of which an application needs one

    return PromptRailsSource(place, **settings)


def _asyncio(place: str = "", **settings: Any) -> Any:
    from ._async.source import AsyncPromptRailsSource

    return AsyncPromptRailsSource(place, **settings)


VARIABLES = {
    "api_key": "PROMPTRAILS_API_KEY",
    "base_url": "PROMPTRAILS_BASE_URL",
    "account": "PROMPTRAILS_ACCOUNT",
    "release": "PROMPTRAILS_RELEASE",
}
SETTINGS = (
    "api_key",
    "base_url",
    "timeout",
    "max_retries",
    "idle_timeout",
    "proxy",
    "verify",
    "hooks",
    "max_answer",
    "release",
    "transport",
    "http_client",
    "account",
)
HARMLESS = ("timeout", "max_retries", "idle_timeout", "max_answer", "release")
PLATFORM = Registration(_blocking, _asyncio, VARIABLES, SETTINGS, HARMLESS, paths=("verify",))
