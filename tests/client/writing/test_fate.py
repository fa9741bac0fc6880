"""Proves what is known of a write that failed."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from promptport import AsyncClient, CallError, NotFound
from promptport.client.writing.fate import fate_of
from promptport.platform import Fetched, NewVersion, Registration, Variable
from promptport.testing import Platform
from promptport_local.promptrails import settings

from ...testing.outside import AsyncDesk, Desk


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


@pytest.mark.parametrize(
    ("kind", "unknown"), [("timeout", True), ("unreadable", True), ("connection", False), ("credential", False)]
)
def test_how_it_failed(kind: Any, unknown: bool) -> None:
    """A connection that broke is for the source to judge: it may never have been made."""
    error = CallError("no", kind=kind)
    assert fate_of(error) is unknown
    error.operation = "prompts_list"
    error.may_have_arrived = False
    assert not fate_of(error)


async def test_a_caller_who_gives_up(platform: Platform) -> None:
    """A cancelled creation is sent once, and the platform is asked again: nobody knows what it has now."""
    given = {**settings(platform.url("promptrails")), "disk": False, "ttl": 3600.0}
    async with AsyncClient("promptrails", **given) as client:
        await client.get("welcome")
        platform.script("promptrails", {"operation": "prompts_create_version", "delay": 20.0, "times": None})
        task = asyncio.create_task(client.create_version("welcome", "Hi"))
        while not [each for each in platform.requests if each.operation == "prompts_list_versions"]:
            await asyncio.sleep(0.01)  # the platform is a thread of its own
        await asyncio.sleep(0.05)  # so that the next request is on its way; the outcome is the same where it is not
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert (await client.get("welcome")).origin.source == "network"
    platform.reset()


async def test_a_source_repeats_nothing() -> None:
    """It is asked for a creation with no retries at all, whatever the client has; for whatever else, as the client says."""
    seen: list[dict[str, Any]] = []

    class Source(AsyncDesk):
        def with_options(self, **options: Any) -> Any:
            seen.append(options)
            return self

        async def create_version(self, version: NewVersion, deadline: float) -> Fetched:
            raise CallError("no", 503)

    async with AsyncClient(Registration(Desk, Source), retries=5, spool=False, disk=False) as client:
        with pytest.raises(CallError) as caught:
            await client.create_version("p", "Hi", variables=[Variable("name", "string")])
        with pytest.raises(NotFound):
            await client.label("p", "live", version="1")
    assert caught.value.may_have_arrived
    assert [each.get("retries") for each in seen] == [5, 0]
