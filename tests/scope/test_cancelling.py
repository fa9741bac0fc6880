"""Proves that a task that is cancelled while it fetches for others harms none of them, and leaves nothing behind."""

from __future__ import annotations

import asyncio

import pytest

from promptport.scope import ApiKeyCredentials, AsyncScopeClient
from promptport.testing import Platform

from ..together.aio import until

WHO = ApiKeyCredentials("my-org", "key_abc123", "secret_xyz")


@pytest.fixture
def url(platform: Platform) -> str:
    """Where the local Scope is."""
    return platform.url("scope")


@pytest.mark.parametrize("operation", ["auth_login", "prompts_get_production"])
async def test_the_fetching_task_is_cancelled(platform: Platform, url: str, operation: str) -> None:
    """The others are answered, by the same token request and the same prompt request."""
    platform.script("scope", {"delay": 0.3, "operation": operation})
    async with AsyncScopeClient(WHO, base_url=url, auth_api_url=url) as client:
        first = asyncio.create_task(client.get_prompt_version("welcome"))
        await until(lambda: [each for each in platform.requests if each.operation == operation])
        others = [asyncio.create_task(client.get_prompt_version("welcome")) for _ in range(8)]
        await asyncio.sleep(0)
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first
        found = await asyncio.gather(*others)

    assert {each.name for each in found} == {"welcome"}
    assert [request.operation for request in platform.requests] == ["auth_login", "prompts_get_production"]


@pytest.mark.parametrize("operation", ["auth_login", "prompts_get_production"])
async def test_all_are_cancelled(platform: Platform, url: str, operation: str) -> None:
    """The work is given up; whoever comes next is answered as if nothing had been."""
    platform.script("scope", {"delay": 0.3, "operation": operation})
    async with AsyncScopeClient(WHO, base_url=url, auth_api_url=url) as client:
        tasks = [asyncio.create_task(client.get_prompt_version("welcome")) for _ in range(8)]
        await until(lambda: [each for each in platform.requests if each.operation == operation])
        for task in tasks:
            task.cancel()
        outcomes = await asyncio.gather(*tasks, return_exceptions=True)
        assert {type(each) for each in outcomes} == {asyncio.CancelledError}
        assert (await client.get_prompt_version("welcome")).name == "welcome"
        assert not client._flight._runs
        assert not client._pipeline._tokens._flight._runs


async def test_one_loop_after_the_other(platform: Platform, url: str) -> None:
    """The token and the cache of a client outlive the event loop in which they came; a loop that ends mid-call is no harm."""
    client = AsyncScopeClient(WHO, base_url=url, auth_api_url=url)

    async def call(name: str) -> str | None:
        return (await client.get_prompt_version(name)).name

    def in_a_loop(name: str, seconds: float | None = None) -> str | None:
        return asyncio.run(asyncio.wait_for(call(name), seconds))

    assert await asyncio.to_thread(in_a_loop, "welcome") == "welcome"
    platform.script("scope", {"delay": 0.3, "operation": "prompts_get_production"})
    with pytest.raises(TimeoutError):
        await asyncio.to_thread(in_a_loop, "my-prompt", 0.05)
    assert await asyncio.to_thread(in_a_loop, "my-prompt") == "my-prompt"
    assert await asyncio.to_thread(in_a_loop, "welcome") == "welcome"
    await client.aclose()
    assert [request.operation for request in platform.requests].count("auth_login") == 1
    assert len(platform.requests) == 4
