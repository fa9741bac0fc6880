"""Proves that nothing of what is reported goes behind a mock's back, and that a mock sees nothing of what is not a test's."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import httpx
import pytest
import respx

from promptport import AsyncClient, Client, ConfigurationError

pytestmark = pytest.mark.one_python("what replaces a function depends on no Python")
ANSWER = {"status": "success", "event_id": "e", "trace_id": "t", "event_name": "x", "timestamp": "2026"}


@pytest.fixture
def door() -> Iterator[socket.socket]:
    """What stands for the platform: nobody may knock."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.3)
        yield listening


def address(door: socket.socket) -> str:
    """Its address."""
    return f"http://127.0.0.1:{door.getsockname()[1]}"


def nobody_knocks(door: socket.socket) -> None:
    """See that nothing has been sent there, and is."""
    with pytest.raises(TimeoutError):
        door.accept()


def test_respx_sees_what_was_reported_before_it(door: socket.socket) -> None:
    """And only while it is at work: what is left over then goes nowhere, and lies on no disk."""
    with Client("xr2", api_key="xr2_prod_x", base_url=address(door), disk=False) as client:
        with respx.mock:
            route = respx.post(url__regex=r".*/events").respond(json={**ANSWER, "is_duplicate": False})
            client.track("t", "x")
            assert client.flush(60.0).delivered == 1
            assert route.call_count == 1
        with respx.mock:
            respx.post(url__regex=r".*/events").respond(503)
            client.track("t", "y")
            client.flush(0.1)
        assert client.flush(0.2).waiting == 1
    nobody_knocks(door)
    assert not list(Path(os.environ["PROMPTPORT_OUTBOX_DIR"]).rglob("*.spool"))


def test_respx_sees_what_asyncio_reports(door: socket.socket) -> None:
    """Though it is the background that sends."""

    async def report() -> int:
        async with AsyncClient("xr2", api_key="xr2_prod_x", base_url=address(door), disk=False) as client:
            with respx.mock:
                route = respx.post(url__regex=r".*/events").respond(json={**ANSWER, "is_duplicate": False})
                client.track("t", "x")
                assert (await client.flush(60.0)).delivered == 1
            client.track("t", "y")
            assert (await client.flush(0.0)).accepted == 2
            return int(route.call_count)

    assert asyncio.run(report()) == 1


def test_respx_sees_nothing_of_what_was_reported_otherwise() -> None:
    """What waits since before must not be told that it has arrived."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        url = address(closed)
    with Client("xr2", api_key="xr2_prod_x", base_url=url, disk=False) as client:
        client.track("t", "x")
        client.flush(0.3)
        with respx.mock:
            route = respx.post(url__regex=r".*/events").respond(json={**ANSWER, "is_duplicate": False})
            assert client.flush(0.3).waiting == 1
            assert not route.called
            client.track("t", "y")
            for _ in range(300):
                if (books := client.flush(0.2)).delivered:
                    break
            assert (books.delivered, books.waiting, route.call_count) == (1, 1, 1)


def test_a_transport_of_a_test(door: socket.socket) -> None:
    """Each client's events go by its own; nothing is left on the disk for one without."""
    seen: dict[str, list[str]] = {"a": [], "b": []}

    def answering(name: str) -> Any:
        def answer(request: httpx.Request) -> httpx.Response:
            seen[name].append(request.url.path)
            return httpx.Response(503 if name == "b" else 200, json={**ANSWER, "is_duplicate": False})

        return httpx.MockTransport(answer)

    settings: dict[str, Any] = {"api_key": "xr2_prod_x", "base_url": address(door), "disk": False}
    with Client("xr2", transport=answering("a"), **settings) as one:
        with Client("xr2", http_client=httpx.Client(transport=answering("b")), **settings) as other:
            one.track("t", "x")
            other.track("t", "x")
            assert one.flush(60.0).delivered == 1
            for _ in range(300):
                assert other.flush(0.2).waiting == 1
                if seen["b"]:
                    break
        assert len(seen["a"]) == 1
        assert seen["b"]
    nobody_knocks(door)
    assert not list(Path(os.environ["PROMPTPORT_OUTBOX_DIR"]).rglob("*.spool"))


def test_a_mock_that_would_not_see_it(door: socket.socket) -> None:
    """Nothing is accepted, as nothing is fetched."""
    import requests

    with (
        Client("xr2", api_key="xr2_prod_x", base_url=address(door), disk=False) as client,
        mock.patch.object(requests.adapters.HTTPAdapter, "send"),
        pytest.raises(ConfigurationError, match="A mock of requests is at work"),
    ):
        client.track("t", "x")
    nobody_knocks(door)
