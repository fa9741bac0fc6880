"""PromptRails as a source of `promptport.Client`."""

from __future__ import annotations

from typing import Any

from ..base.arguments import named
from ..platform import Registration
from ._sync.client import PromptRails
from ._sync.source import PromptRailsSource


def _asyncio(place: str = "", **settings: Any) -> Any:
    from ._async.source import AsyncPromptRailsSource  # aiohttp costs 150 ms, for those who need it

    return AsyncPromptRailsSource(place, **settings)


VARIABLES = {"api_key": "PROMPTRAILS_API_KEY", "base_url": "PROMPTRAILS_BASE_URL", "account": "PROMPTRAILS_ACCOUNT"}
HARMLESS = ("timeout", "max_retries", "idle_timeout", "max_answer")
PLATFORM = Registration(
    PromptRailsSource, _asyncio, VARIABLES, (*named(PromptRails), "account"), HARMLESS, paths=("verify",)
)
