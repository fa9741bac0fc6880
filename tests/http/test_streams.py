"""Proves that the blocking engine's backend gives each step no more than what the attempt has left."""

from __future__ import annotations

import socket
from typing import Any

import httpcore
import pytest

from promptport.http import streams
from promptport.http.clock import Deadline


class Time:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Slow(httpcore.NetworkStream):
    """A stream that takes a second for each write."""

    def __init__(self, time: Time) -> None:
        self.time = time
        self.written: list[int] = []
        self.timeouts: list[float | None] = []

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.written.append(len(buffer))
        self.timeouts.append(timeout)
        self.time.now += 1


def test_several_dead_addresses_share_what_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each address gets its part of the time, the last one all that is left; the last one's failure is told."""
    time, tried = Time(), []

    def connect(self: Any, host: str, port: int, timeout: float, *rest: Any) -> httpcore.NetworkStream:
        tried.append((host, timeout))
        time.now += timeout
        raise httpcore.ConnectTimeout(f"{host} is silent")

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    addresses = [(0, 0, 0, "", (each, 80)) for each in ("192.0.2.1", "192.0.2.2", "192.0.2.1", "192.0.2.3")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: addresses)

    with pytest.raises(httpcore.ConnectTimeout):
        streams.Backend().connect_tcp("many.example", 80, Deadline(6.0, time))

    assert [each[0] for each in tried] == ["192.0.2.1", "192.0.2.2", "192.0.2.3"]
    assert [each[1] for each in tried] == pytest.approx([2.0, 2.0, 2.0])


def test_the_next_address_is_tried_where_one_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    """A host whose first address refuses is reached by its second one."""
    time = Time()

    def connect(self: Any, host: str, *rest: Any) -> httpcore.NetworkStream:
        if host == "192.0.2.1":
            raise httpcore.ConnectError("refused")
        return Slow(time)

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(0, 0, 0, "", (f"192.0.2.{n}", 80)) for n in (1, 2)])

    assert streams.Backend().connect_tcp("many.example", 80, Deadline(6.0, time)) is not None


def test_an_unknown_host_is_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that can't be resolved was never sent anything, so the call may be repeated."""

    def fail(*_: Any, **__: Any) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)

    with pytest.raises(httpcore.ConnectError, match="Name or service not known"):
        streams.Backend().connect_tcp("nowhere.example", 80, Deadline(6.0))


def test_a_large_body_looks_at_the_clock_within(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that reads slowly can't stretch an attempt: the time that is left shrinks with every piece."""
    time = Time()
    slow = Slow(time)
    stream, left = streams.Stream(slow), Deadline(3.0, time)

    with pytest.raises(httpcore.WriteTimeout):
        stream.write(b"x" * streams.PIECE * 10, left)

    assert slow.timeouts == pytest.approx([3.0, 2.0, 1.0])
    stream.write(b"", Deadline(1.0, time))
    assert slow.written == [streams.PIECE] * 3 + [0]
