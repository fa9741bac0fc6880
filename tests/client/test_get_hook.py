"""Proves that a hook is told what `get` did, that its mistakes harm no call, and that the log says so once."""

from __future__ import annotations

import logging
import threading
from typing import Any

import pytest

from promptport import AsyncClient, Client
from promptport.client.get_hook import GetObserver, GetResult
from promptport.errors import CallError, ConfigurationError
from promptport.platform import Fetched, Query
from promptport.prompt.prompt import Prompt

QUERY = Query("welcome", None, "production")
PROMPT = Prompt.of(Fetched("welcome", ({"role": "user", "content": "x"},)), "xr2", "stale", 0.0)


def test_what_is_told() -> None:
    seen: list[GetResult] = []
    observer = GetObserver("xr2", seen.append)
    error = CallError("down", 503)
    observer.got(QUERY, 0.5, PROMPT, error)
    observer.got(QUERY, 0.5, None, error)
    assert seen == [
        GetResult("xr2", "welcome", None, "production", "stale", 0.5, error, PROMPT),
        GetResult("xr2", "welcome", None, "production", None, 0.5, error, None),
    ]
    assert seen[0].age > 1e9
    assert seen[1].age == 0.0


def test_a_hooks_mistake(caplog: pytest.LogCaptureFixture) -> None:
    """It is the application's, and told once."""
    calls: list[GetResult] = []

    def hook(result: GetResult) -> None:
        calls.append(result)
        raise RuntimeError("broken")

    observer = GetObserver("xr2", hook)
    with caplog.at_level(logging.INFO, "promptport"):
        for _ in range(100):
            observer.got(QUERY, 0.0, PROMPT, None)
    assert len(calls) == 100
    assert [each.levelname for each in caplog.records] == ["ERROR"]
    assert "broken" in caplog.text


@pytest.mark.parametrize("hook", [[], "print", 3])
def test_what_is_no_hook(hook: Any) -> None:
    """It is told before a local platform is started, of which nothing is left."""
    before = set(threading.enumerate())
    for client in (Client, AsyncClient):
        with pytest.raises(ConfigurationError, match="`on_get` must be a function"):
            client("local:xr2", on_get=hook)
    assert not [each for each in set(threading.enumerate()) - before if each.name == "promptport-local"]


async def awaited(_: GetResult) -> None:
    """What would never be done."""


@pytest.mark.parametrize("client", [Client, AsyncClient])
def test_a_hook_to_be_awaited(client: Any) -> None:
    """Nobody awaits it, so it is refused rather than passed over."""
    with pytest.raises(ConfigurationError, match="`on_get` is not awaited"):
        client("local:xr2", on_get=awaited)


def test_nobody() -> None:
    observer = GetObserver("xr2", None)
    assert not observer.enabled
    observer.got(QUERY, 0.0, PROMPT, None)
