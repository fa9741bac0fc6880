"""Scope as a source of `promptport.Client`."""

from __future__ import annotations

from typing import Any

from ...platform import Registration
from ._sync import ScopeSource


def _asyncio(place: str = "", **settings: Any) -> Any:
    from ._async import AsyncScopeSource  # aiohttp costs 150 ms, for those who need it

    return AsyncScopeSource(place, **settings)


PLATFORM = Registration(blocking=ScopeSource, asyncio=_asyncio)
