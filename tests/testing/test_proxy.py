"""Proves that a proxy breaks connections as it is told, and nothing where it is told nothing."""

from __future__ import annotations

import os
import socket
import time
from urllib.parse import urlsplit

import httpx
import pytest

from promptport.testing import Fault, FaultProxy, Platform


def ask(proxy: FaultProxy, seconds: float = 5.0) -> httpx.Response:
    """A request through the proxy, on a connection of its own."""
    headers = {"Authorization": "Bearer YOUR_PRODUCT_API_KEY"}
    return httpx.get(f"{proxy.url}/api/v1/check-api-key", headers=headers, timeout=seconds, trust_env=False)


def port_of(proxy: FaultProxy) -> int:
    """Where it listens."""
    return urlsplit(proxy.url).port or 0


def test_without_a_fault_all_goes_through(platform: Platform) -> None:
    with FaultProxy(platform.url("xr2")) as proxy:
        assert ask(proxy).status_code == ask(proxy).status_code == 200
        assert proxy.connections == proxy.requests == 2
    assert len(platform.requests) == 2


def test_requests_are_counted_however_they_come(platform: Platform) -> None:
    """Several on one connection, and one in pieces."""
    request = b"GET /xr2/api/v1/check-api-key HTTP/1.1\r\nHost: x\r\n\r\n"
    with (
        FaultProxy(platform.url("xr2")) as proxy,
        socket.create_connection(("127.0.0.1", port_of(proxy))) as connection,
    ):
        for piece in (request, request[:20], request[20:50], request[50:]):
            connection.sendall(piece)
            time.sleep(0.02)  # so that the pieces arrive one by one
        connection.shutdown(socket.SHUT_WR)
        while connection.recv(4096):
            pass
        assert (proxy.connections, proxy.requests) == (1, 2)


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("refuse", httpx.ConnectError),
        ("reset", httpx.TransportError),
        ("cut", httpx.RemoteProtocolError),
        ("hang", httpx.ReadTimeout),
    ],
)
def test_each_fault_is_what_it_is_called(platform: Platform, kind: str, error: type[Exception]) -> None:
    with FaultProxy(platform.url("xr2"), Fault(kind)) as proxy, pytest.raises(error):
        ask(proxy, 0.3)


def test_a_fault_ends_after_so_many_connections(platform: Platform) -> None:
    with FaultProxy(platform.url("xr2"), Fault("reset", times=1)) as proxy:
        with pytest.raises(httpx.TransportError):
            ask(proxy)
        assert ask(proxy).status_code == 200


def test_a_fault_can_be_changed(platform: Platform) -> None:
    """Open connections are closed by it."""
    with FaultProxy(platform.url("xr2")) as proxy:
        assert ask(proxy).status_code == 200
        proxy.fault = Fault("refuse")
        with pytest.raises(httpx.ConnectError):
            ask(proxy)
        proxy.fault = Fault()
        assert ask(proxy).status_code == 200


def test_a_delay_delays(platform: Platform) -> None:
    with FaultProxy(platform.url("xr2"), Fault("delay", seconds=0.3)) as proxy:
        began = time.monotonic()
        assert ask(proxy).status_code == 200
        assert time.monotonic() - began >= 0.3


def test_a_port_that_refuses_stays_the_proxys(platform: Platform) -> None:
    """No other program gets it meanwhile, so that the proxy listens there again afterwards."""
    with FaultProxy(platform.url("xr2"), Fault("refuse")) as proxy:
        with socket.socket() as other, pytest.raises(OSError, match="in use"):
            other.bind(("127.0.0.1", port_of(proxy)))
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port_of(proxy)))
        proxy.fault = Fault()
        assert ask(proxy).status_code == 200


def test_a_copy_of_its_socket_does_not_keep_the_port(platform: Platform) -> None:
    """A process that another thread is just forking has one; the proxy listens there again all the same."""
    with FaultProxy(platform.url("xr2")) as proxy:
        assert proxy._server is not None
        copy = os.dup(proxy._server.sockets[0].fileno())
        try:
            proxy.fault = Fault("refuse")
            with pytest.raises(ConnectionRefusedError):
                socket.create_connection(("127.0.0.1", port_of(proxy)))
            proxy.fault = Fault()
            assert ask(proxy).status_code == 200
        finally:
            os.close(copy)
