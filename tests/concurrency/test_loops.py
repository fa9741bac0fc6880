"""Proves what is said where no event loop of asyncio runs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from promptport import AsyncClient, ConfigurationError
from promptport.concurrency.loops import running_loop
from promptport.promptic import AsyncPrompticClient
from promptport.xr2 import AsyncxR2Client


def test_the_loop_that_runs() -> None:
    async def ask() -> bool:
        return running_loop() is asyncio.get_running_loop()

    assert asyncio.run(ask())
    with pytest.raises(ConfigurationError, match="trio"):
        running_loop()


def step(coroutine: object) -> None:
    """Let something begin that another library runs."""
    coroutine.send(None)  # type: ignore[attr-defined]


def test_clients_under_another_library() -> None:
    """One clear error in the first step, whatever is asked; nothing is raised from deep inside, and leaving says no more."""
    client = AsyncClient("xr2", api_key="k", base_url="http://127.0.0.1:9", disk=False)
    vendor, other = (
        AsyncxR2Client("k", base_url="http://127.0.0.1:9"),
        AsyncPrompticClient("k", endpoint="http://127.0.0.1:9"),
    )
    calls: list[Callable[[], object]] = [
        lambda: client.get("welcome"), vendor.check_api_key, lambda: other.get_component("c"),
    ]  # fmt: skip
    for call in calls:
        with pytest.raises(ConfigurationError, match="asyncio"):
            step(call())

    async def use() -> None:
        async with vendor:
            await vendor.check_api_key()

    with pytest.raises(ConfigurationError, match="trio"):
        step(use())
    for leave in (client.aclose, other.aclose):
        with pytest.raises(StopIteration):
            step(leave())
