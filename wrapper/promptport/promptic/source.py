"""Promptic as a source of `promptport.Client`."""

from __future__ import annotations

from typing import Any

from ..base.arguments import named
from ..platform import Registration
from ._sync.client import PrompticClient
from ._sync.source import PrompticSource


def _asyncio(place: str = "", **settings: Any) -> Any:
    from ._async.source import AsyncPrompticSource  # aiohttp costs 150 ms, for those who need it

    return AsyncPrompticSource(place, **settings)


VARIABLES = {
    "api_key": "PROMPTIC_API_KEY",
    "access_token": "PROMPTIC_ACCESS_TOKEN",
    "workspace_id": "PROMPTIC_WORKSPACE_ID",
    "endpoint": "PROMPTIC_ENDPOINT",
    "account": "PROMPTIC_ACCOUNT",
}
HARMLESS = ("workspace_id", "timeout", "retries", "backoff_factor", "max_answer")
PLATFORM = Registration(
    PrompticSource, _asyncio, VARIABLES, (*named(PrompticClient), "account"), HARMLESS, paths=("verify",)
)
