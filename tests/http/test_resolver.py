"""Proves that aiohttp gets what the look-up of all clients finds."""

from __future__ import annotations

import asyncio
import socket

import pytest

from promptport.http.resolver import SharedResolver


def test_addresses_by_family(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that were asked for, in the form that aiohttp takes: addresses, which need no other look-up."""
    found = [(0, 0, 0, "", (each, 80)) for each in ("192.0.2.1", "2001:db8::1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)

    async def use() -> None:
        resolver = SharedResolver()
        both = await resolver.resolve("a.example", 80)
        assert [(each["hostname"], each["host"], each["port"], each["family"]) for each in both] == [
            ("a.example", "192.0.2.1", 80, socket.AF_INET), ("a.example", "2001:db8::1", 80, socket.AF_INET6),
        ]  # fmt: skip
        assert both[0]["flags"] & socket.AI_NUMERICHOST
        assert await resolver.resolve("a.example", 80, socket.AF_INET6) == both[1:]
        await resolver.close()

    asyncio.run(use())
