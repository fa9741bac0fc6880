"""Proves that a hook is told what every `get` did: network, hit, stale, disk, fallback, file, and the failure behind it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from promptport import ArgumentError, AsyncClient, CallError, ClosedError, GetResult, NotFound
from promptport.testing import Platform

from ..aio import until
from ..conftest import Clock
from ..known import Known


def short(seen: list[GetResult]) -> list[tuple[str, str | None, int | None]]:
    """What was told, in short: the prompt, where it came from, and the status of the failure."""
    found = [
        (each.name, each.source, each.error.status_code if isinstance(each.error, CallError) else None) for each in seen
    ]
    seen.clear()
    return found


async def settle(client: AsyncClient) -> None:
    """Wait until nothing is fetched anew."""
    await until(lambda: not client._cache.state.refreshing)


async def test_all_that_a_get_can_do(known: Known, platform: Platform, clock: Clock) -> None:
    seen: list[GetResult] = []
    async with AsyncClient(known.name, **known.settings(platform, retries=0, on_get=seen.append)) as client:
        prompt = await client.get("welcome")
        assert (await client.with_options(timeout=3).get("welcome")).version == prompt.version
        clock.ahead += 100
        known.fail(platform, status=503, delay=0.2)  # so that what is fetched anew has not failed yet when it answers
        await client.get("welcome")
        await settle(client)
        await client.get("welcome")
        await client.get("other", fallback="x")
        with pytest.raises(CallError):
            await client.get("other")
        assert seen[0].prompt is prompt
        assert (seen[0].platform, seen[0].version, seen[0].label) == (known.name, None, None)
        assert all(0 <= each.seconds < 60 and 0 <= each.age < 60 for each in seen)
        assert short(seen) == [
            ("welcome", "network", None),
            ("welcome", "cache", None),
            ("welcome", "stale", None),  # it grew old, and is being fetched anew
            ("welcome", "stale", 503),
            ("other", "fallback", 503),
            ("other", None, 503),
        ]
    settings = known.settings(platform, retries=0, ttl=0, stale=0, on_get=seen.append)
    async with AsyncClient(known.name, **settings) as client:
        await client.get("welcome")
        assert short(seen) == [("welcome", "disk", 503)]
        platform.reset()
        with pytest.raises(NotFound) as caught:
            await client.get("nope")
        assert seen[0].error is caught.value
        seen.clear()
        with pytest.raises(ArgumentError):
            await client.get("")  # nothing was asked
        assert not seen


async def test_a_hook_that_breaks(known: Known, platform: Platform) -> None:
    """No call fails for it."""

    def hook(result: GetResult) -> Any:
        raise RuntimeError(result.name)

    async with AsyncClient(known.name, **known.settings(platform, on_get=hook)) as client:
        for _ in range(3):
            assert (await client.get("welcome")).name == "welcome"
        with pytest.raises(NotFound):
            await client.get("nope")


async def test_a_folder(tmp_path: Path) -> None:
    """Prompts of a folder are told as well."""
    (tmp_path / "p.md").write_text("Hi.")
    seen: list[GetResult] = []
    async with AsyncClient(f"files:{tmp_path}", on_get=seen.append) as client:
        await client.get("p")
        with pytest.raises(NotFound):
            await client.get("nope")
        health = client.health()
    assert short(seen) == [("p", "file", None), ("nope", None, None)]
    assert [(each["name"], each["source"]) for each in health["prompts"]] == [("p", "file")]


async def test_a_fallback_that_fails(known: Known, platform: Platform) -> None:
    """The hook is told how the platform failed, and the caller what the fallback raises; of what is no prompt both hear alike."""
    seen: list[GetResult] = []

    def broken() -> str:
        raise LookupError("no copy here")

    settings = known.settings(platform, retries=0, disk=False, on_get=seen.append)
    known.fail(platform, status=503)
    async with AsyncClient(known.name, **settings) as client:
        with pytest.raises(LookupError):
            await client.get("welcome", fallback=broken)
        with pytest.raises(ArgumentError):
            await client.get("welcome", fallback=lambda: 3)  # type: ignore[arg-type] # which is no prompt
    assert [(each.source, each.prompt) for each in seen] == [(None, None)] * 2
    assert isinstance(seen[0].error, CallError)
    assert seen[0].error.status_code == 503
    assert isinstance(seen[1].error, ArgumentError)
    platform.reset()


async def test_what_asks_for_nothing(known: Known, platform: Platform) -> None:
    """A wrong argument, or a client that is closed, is no `get` of anything: the hook hears nothing."""
    seen: list[GetResult] = []
    client = AsyncClient(known.name, **known.settings(platform, disk=False, on_get=seen.append))
    with pytest.raises(ArgumentError):
        await client.get(3)  # type: ignore[arg-type] # no name
    await client.aclose()
    with pytest.raises(ClosedError):
        await client.get("welcome")
    assert seen == []
