"""xR2 as a source of `promptport.Client`."""

from __future__ import annotations

from typing import Any

from ..base.arguments import named
from ..platform import Registration
from ._sync.client import xR2Client
from ._sync.source import XR2Source


def _asyncio(place: str = "", **settings: Any) -> Any:
    from ._async.source import AsyncXR2Source  # aiohttp costs 150 ms, for those who need it

    return AsyncXR2Source(place, **settings)


VARIABLES = {"api_key": "XR2_API_KEY", "base_url": "XR2_BASE_URL", "account": "XR2_ACCOUNT"}
HARMLESS = ("timeout", "total_retries", "backoff_factor", "max_answer")
PLATFORM = Registration(XR2Source, _asyncio, VARIABLES, (*named(xR2Client), "account"), HARMLESS, paths=("verify",))
