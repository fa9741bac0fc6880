"""xR2 as a source of `promptport.Client`."""

from __future__ import annotations

from typing import Any

from ..platform import Registration


def _blocking(place: str = "", **settings: Any) -> Any:
    from ._sync.source import XR2Source  # each variant has an engine of its own, of which an application needs one

    return XR2Source(place, **settings)


def _asyncio(place: str = "", **settings: Any) -> Any:
    from ._async.source import AsyncXR2Source

    return AsyncXR2Source(place, **settings)


VARIABLES = {"api_key": "XR2_API_KEY", "base_url": "XR2_BASE_URL", "account": "XR2_ACCOUNT"}
SETTINGS = (
    "api_key",
    "base_url",
    "timeout",
    "total_retries",
    "backoff_factor",
    "proxy",
    "verify",
    "hooks",
    "max_answer",
    "transport",
    "http_client",
    "account",
)
HARMLESS = ("timeout", "total_retries", "backoff_factor", "max_answer")
PLATFORM = Registration(_blocking, _asyncio, VARIABLES, SETTINGS, HARMLESS, paths=("verify",))
