"""Proves that over HTTP the hosts of this machine are served, and web pages of others are not."""

from __future__ import annotations

import asyncio
import json
import logging
import signal
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
from mcp import Client
from sse_starlette.sse import AppStatus

from promptport import ConfigurationError
from promptport.mcp.http import BODY, listen, security, serve_http
from promptport.mcp.serving import opened

pytestmark = pytest.mark.one_python("the protocol is the same on all")
LISTING = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
HEADERS = {"Accept": "application/json, text/event-stream", "Content-Type": "application/json"}


@asynccontextmanager
async def serving(
    source: str, host: str = "127.0.0.1", names: tuple[str, ...] = (), **settings: Any
) -> AsyncIterator[str]:
    """Serve a source, and answer where. It ends as a process does: by a signal."""
    AppStatus.should_exit = False  # a process that has been told to end serves no streams; tests go on
    address: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    served = asyncio.create_task(
        serve_http(partial(opened, source, **settings), host, 0, names, address.set_result), name="serving"
    )
    while not address.done():
        if served.done():
            await served  # it has failed
        await asyncio.sleep(0.005)  # it tells nobody but by its port that it listens
    try:
        yield await address
    finally:
        signal.raise_signal(signal.SIGTERM)
        await asyncio.wait_for(served, 30)


@pytest.mark.parametrize("mode", ["auto", "legacy"])
async def test_hosts(folder: Path, mode: str, caplog: pytest.LogCaptureFixture) -> None:
    """Two at once; streams that are open at the end hold nothing up, and nothing is said of them."""
    async with serving(f"files:{folder}") as address:
        first, second = Client(address, mode=mode), Client(address, mode=mode)
        async with first, second:
            for host in (first, second):
                assert [each.name for each in (await host.list_prompts()).prompts][-1] == "welcome"
    assert not [each for each in caplog.records if each.levelno > logging.INFO]


async def test_others_are_kept_away(folder: Path) -> None:
    async with serving(f"files:{folder}") as address, httpx.AsyncClient() as asking:

        async def status(body: bytes = json.dumps(LISTING).encode(), **headers: str) -> int:
            named = {name.replace("_", "-"): each for name, each in headers.items()}
            return (await asking.post(address, content=body, headers={**HEADERS, **named})).status_code

        port = address.split(":")[2].partition("/")[0]
        assert await status(Host="evil.example") == 421
        assert await status(Host=f"evil.example:{port}") == 421
        assert await status(Host=f"127.0.0.1.evil.example:{port}") == 421
        assert await status(Origin="https://evil.example") == 403
        assert await status(Origin="null") == 403
        assert await status(Origin=f"http://localhost:{port}", Host=f"localhost:{port}") == 400  # it lacks a session
        assert await status(b"x" * (BODY + 1)) == 413
        assert await status(Content_Type="text/plain") == 400
        assert (await asking.get(address.replace("/mcp", "/"))).status_code == 404


def test_names() -> None:
    found = security("0.0.0.0", ["prompts.example", "fe80::1"])
    assert "prompts.example" in found.allowed_hosts
    assert "prompts.example:*" in found.allowed_hosts
    assert "[fe80::1]:*" in found.allowed_hosts
    assert "[::1]:*" in found.allowed_hosts
    assert not [each for each in found.allowed_hosts if each.startswith(("0.0.0.0", ":", "[::]"))]
    assert "https://prompts.example:*" in found.allowed_origins
    assert found.enable_dns_rebinding_protection


async def test_beyond_this_machine(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    """It says so; by other names it answers where they are given."""
    async with serving(f"files:{folder}", host="0.0.0.0", names=("prompts.example",)) as address:
        assert ["is beyond this machine" in each.getMessage() for each in caplog.records] == [True]
        here = address.replace("0.0.0.0", "127.0.0.1")
        async with httpx.AsyncClient() as asking:
            for host, status in (("other.example", 421), ("prompts.example", 400)):  # which lacks a session
                answer = await asking.post(here, json=LISTING, headers={**HEADERS, "Host": host})
                assert answer.status_code == status


def test_what_can_t_be_listened_on() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(
            ConfigurationError, match=f"Port {port} on 127.0.0.1 is in use: give another one with --port"
        ):
            listen("127.0.0.1", port)
    with pytest.raises(ConfigurationError, match="There is no port 70000"):
        listen("127.0.0.1", 70_000)
    for host in ("192.0.2.1", "no.such.host.invalid"):
        with pytest.raises(ConfigurationError, match="can't be listened on"):
            listen(host, 0)


async def test_what_can_t_be_opened_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="There is no folder"):
        async with serving(f"files:{tmp_path / 'none'}"):
            pass
