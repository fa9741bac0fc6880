"""Proves what a blocking client asks while nobody waits: its own account alone, and weights as well as versions."""

from __future__ import annotations

import asyncio
import sys
import time
from types import FrameType

import pytest

from promptport import Client, ConfigurationError, GetResult
from promptport.platform import Query
from promptport.testing import Platform

from .conftest import Clock
from .known import XR2, at_once
from .sharing import LACKING, Book


def test_a_refresh_is_never_another_accounts(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    """S7: the asyncio variant is opened later; where the environment names another account by then, it is not asked."""
    monkeypatch.setenv("XR2_API_KEY", "YOUR_PRODUCT_API_KEY")
    with Client("xr2", base_url=platform.url("xr2"), disk=False) as client:
        client.get("welcome")
        monkeypatch.setenv("XR2_API_KEY", "another-accounts-key")
        before = len(platform.requests)
        with pytest.raises(ConfigurationError, match="environment"):
            asyncio.run(client._refresher.fetch(Query("welcome"), 1.0))
        assert len(platform.requests) == before
        monkeypatch.setenv("XR2_API_KEY", "YOUR_PRODUCT_API_KEY")
        assert asyncio.run(client._refresher.fetch(Query("welcome"), 1.0)).name == "welcome"


def test_a_hit_calls_nothing(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    """F3, by counts: where nobody listens, `get` answers what is kept by itself, though OpenTelemetry may be there."""
    monkeypatch.setattr("promptport.http.clock.now", time.monotonic)  # no test has put the clock forward
    called: list[str] = []

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            called.append(frame.f_code.co_name)

    with Client("xr2", **XR2.settings(platform)) as client:
        client.get("welcome")
        at_once(client)
        before = sys.getprofile()
        sys.setprofile(note)
        try:
            client.get("welcome")
        finally:
            sys.setprofile(before)
    assert called == ["get"]


def test_one_variant_alone_has_weights(clock: Clock) -> None:
    """A platform's mistake costs nobody a prompt, and the hook is told what it is."""
    book, told = Book(), list[GetResult]()
    with Client(LACKING, book=book, disk=False, on_get=told.append) as client:
        before = client.get("hello", unit="user-1")
        clock.ahead += 100
        client.get("hello", unit="user-1")
        deadline = time.monotonic() + 10
        while not client._watching.tracker.failing and time.monotonic() < deadline:
            time.sleep(0.01)  # it is fetched anew in another thread
        assert client.get("hello", unit="user-1").version == before.version
    assert "One variant of shelf has `shares`" in str(told[-1].error)
