"""Promptic as a source of `promptport.Client`."""

from __future__ import annotations

from typing import Any

from ...platform import Registration
from ._sync import PrompticSource


def _asyncio(place: str = "", **settings: Any) -> Any:
    from ._async import AsyncPrompticSource  # aiohttp costs 150 ms, for those who need it

    return AsyncPrompticSource(place, **settings)


PLATFORM = Registration(blocking=PrompticSource, asyncio=_asyncio)
