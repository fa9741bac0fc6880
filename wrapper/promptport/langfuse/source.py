"""Langfuse as a source of `promptport.Client`."""

from __future__ import annotations

from typing import Any

from ..platform import Registration
from .linking import attributes_of


def _blocking(place: str = "", **settings: Any) -> Any:
    from ._sync.source import LangfuseSource  # each variant has an engine of its own, of which an application needs one

    return LangfuseSource(place, **settings)


def _asyncio(place: str = "", **settings: Any) -> Any:
    from ._async.source import AsyncLangfuseSource

    return AsyncLangfuseSource(place, **settings)


VARIABLES = {
    "public_key": "LANGFUSE_PUBLIC_KEY",
    "secret_key": "LANGFUSE_SECRET_KEY",
    "base_url": "LANGFUSE_BASE_URL",
    "host": "LANGFUSE_HOST",
    "timeout": "LANGFUSE_TIMEOUT",
    "account": "LANGFUSE_ACCOUNT",
}
SETTINGS = (
    "public_key",
    "secret_key",
    "base_url",
    "host",
    "timeout",
    "max_retries",
    "proxy",
    "verify",
    "hooks",
    "max_answer",
    "transport",
    "http_client",
    "account",
)
HARMLESS = ("timeout", "max_retries", "max_answer")
ALIASES = {"host": "base_url"}
PLATFORM = Registration(
    _blocking, _asyncio, VARIABLES, SETTINGS, HARMLESS, paths=("verify",), aliases=ALIASES, attributes=attributes_of
)
