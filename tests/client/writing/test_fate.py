"""Proves what is known of a write that failed."""

from __future__ import annotations

import asyncio

import pytest

from promptport import AsyncClient, CallError
from promptport.client.writing.fate import fate_of
from promptport.testing import Platform
from promptport_local.promptrails import settings


@pytest.mark.parametrize(
    ("status", "operation", "said", "unknown"),
    [
        (0, None, False, False),
        (0, None, True, True),
        (400, None, False, False),
        (429, None, False, False),
        (408, None, False, True),
        (500, None, False, True),
        (503, None, False, True),
        (503, "prompts_list", False, False),  # a source with a contract knows which of its requests writes
        (503, "prompts_create", True, True),
    ],
)
def test_whether_it_may_have_been_done(status: int, operation: str | None, said: bool, unknown: bool) -> None:
    error = CallError("no", status, operation=operation, hint="Try again.")
    error.may_have_arrived = said
    assert fate_of(error) is unknown
    assert error.may_have_arrived is unknown
    assert fate_of(error) is unknown
    assert str(error).count("before you repeat it") == unknown
    assert str(error).endswith("Try again.")


async def test_a_caller_who_gives_up(platform: Platform) -> None:
    """A cancelled creation is sent once, and the platform is asked again: nobody knows what it has now."""
    given = {**settings(platform.url("promptrails")), "disk": False, "ttl": 3600.0}
    async with AsyncClient("promptrails", **given) as client:
        await client.get("welcome")
        platform.script("promptrails", {"operation": "prompts_create_version", "delay": 20.0, "times": None})
        task = asyncio.create_task(client.create_version("welcome", "Hi"))
        while not [each for each in platform.requests if each.operation == "prompts_list_versions"]:
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.05)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert (await client.get("welcome")).origin.source == "network"
    platform.reset()
