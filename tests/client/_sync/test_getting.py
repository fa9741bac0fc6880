# Made from tests/client/_async/test_getting.py by `python tools/unasync.py`: change that file, never this one.
"""Proves that a hook is told what every `get` did: network, hit, stale, disk, fallback, file, and the failure behind it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from promptport import ArgumentError, Client, CallError, ClosedError, GetResult, NotFound
from promptport.testing import Platform

from ..blocking import until
from ..conftest import Clock
from ..known import Known


def short(seen: list[GetResult]) -> list[tuple[str, str | None, int | None]]:
    """What was told, in short: the prompt, where it came from, and the status of the failure."""
    found = [
        (each.name, each.source, each.error.status_code if isinstance(each.error, CallError) else None) for each in seen
    ]
    seen.clear()
    return found


def settle(client: Client) -> None:
    """Wait until nothing is fetched anew."""
    until(lambda: not client._cache.state.refreshing)


def test_all_that_a_get_can_do(known: Known, platform: Platform, clock: Clock) -> None:
    seen: list[GetResult] = []
    with Client(known.name, **known.settings(platform, retries=0, on_get=seen.append)) as client:
        prompt = client.get("welcome")
        assert (client.with_options(timeout=3).get("welcome")).version == prompt.version
        clock.ahead += 100
        known.fail(platform, status=503, delay=0.2)  # so that what is fetched anew has not failed yet when it answers
        client.get("welcome")
        settle(client)
        client.get("welcome")
        client.get("other", fallback="x")
        with pytest.raises(CallError):
            client.get("other")
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
    with Client(known.name, **settings) as client:
        client.get("welcome")
        assert short(seen) == [("welcome", "disk", 503)]
        platform.reset()
        with pytest.raises(NotFound) as caught:
            client.get("nope")
        assert seen[0].error is caught.value
        seen.clear()
        with pytest.raises(ArgumentError):
            client.get("")  # nothing was asked
        assert not seen


def test_a_hook_that_breaks(known: Known, platform: Platform) -> None:
    """No call fails for it."""

    def hook(result: GetResult) -> Any:
        raise RuntimeError(result.name)

    with Client(known.name, **known.settings(platform, on_get=hook)) as client:
        for _ in range(3):
            assert (client.get("welcome")).name == "welcome"
        with pytest.raises(NotFound):
            client.get("nope")


def test_a_folder(tmp_path: Path) -> None:
    """Prompts of a folder are told as well."""
    (tmp_path / "p.md").write_text("Hi.")
    seen: list[GetResult] = []
    with Client(f"files:{tmp_path}", on_get=seen.append) as client:
        client.get("p")
        with pytest.raises(NotFound):
            client.get("nope")
        health = client.health()
    assert short(seen) == [("p", "file", None), ("nope", None, None)]
    assert [(each["name"], each["source"]) for each in health["prompts"]] == [("p", "file")]


def test_a_fallback_that_fails(known: Known, platform: Platform) -> None:
    """The hook is told how the platform failed, and the caller what the fallback raises; of what is no prompt both hear alike."""
    seen: list[GetResult] = []

    def broken() -> str:
        raise LookupError("no copy here")

    settings = known.settings(platform, retries=0, disk=False, on_get=seen.append)
    known.fail(platform, status=503)
    with Client(known.name, **settings) as client:
        with pytest.raises(LookupError):
            client.get("welcome", fallback=broken)
        with pytest.raises(ArgumentError):
            client.get("welcome", fallback=lambda: 3)  # type: ignore[arg-type] # which is no prompt
    assert [(each.source, each.prompt) for each in seen] == [(None, None)] * 2
    assert isinstance(seen[0].error, CallError)
    assert seen[0].error.status_code == 503
    assert isinstance(seen[1].error, ArgumentError)
    platform.reset()


def test_what_asks_for_nothing(known: Known, platform: Platform) -> None:
    """A wrong argument, or a client that is closed, is no `get` of anything: the hook hears nothing."""
    seen: list[GetResult] = []
    client = Client(known.name, **known.settings(platform, disk=False, on_get=seen.append))
    with pytest.raises(ArgumentError):
        client.get(3)  # type: ignore[arg-type] # no name
    client.close()
    with pytest.raises(ClosedError):
        client.get("welcome")
    assert seen == []
