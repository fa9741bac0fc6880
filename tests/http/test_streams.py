"""Proves that blocking connections give each step no more than what the attempt has left."""

from __future__ import annotations

import socket
from typing import Any, cast

import h11
import pytest

from promptport.http import streams
from promptport.http.clock import Deadline
from promptport.http.wire import TransportError


class Time:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Slow:
    """A socket that takes a second for each write."""

    def __init__(self, time: Time) -> None:
        self.time = time
        self.written: list[int] = []
        self.timeouts: list[float | None] = []

    def settimeout(self, seconds: float | None) -> None:
        self.timeouts.append(seconds)

    def send(self, data: memoryview) -> int:
        self.written.append(len(data))
        self.time.now += 1
        return len(data)


def several(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    """The host has these addresses."""
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(0, 0, 0, "", (each, 80)) for each in addresses])


def test_several_dead_addresses_share_what_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each address gets its part of the time, the last one all that is left; the last one's failure is told."""
    time, tried = Time(), []

    def opened(address: str, port: int, seconds: float) -> socket.socket:
        tried.append((address, seconds))
        time.now += seconds
        raise TimeoutError(f"{address} is silent")

    monkeypatch.setattr(streams, "_opened", opened)
    several(monkeypatch, "192.0.2.1", "192.0.2.2", "192.0.2.1", "192.0.2.3")

    with pytest.raises(TransportError, match=r"192\.0\.2\.3 is silent") as raised:
        streams.connect("many.example", 80, Deadline(6.0, time))

    assert (raised.value.sent, raised.value.timeout) == (False, True)
    assert [each[0] for each in tried] == ["192.0.2.1", "192.0.2.2", "192.0.2.3"]
    assert [each[1] for each in tried] == pytest.approx([2.0, 2.0, 2.0])


def test_the_next_address_is_tried_where_one_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    """A host whose first address refuses is reached by its second one."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        several(monkeypatch, "127.0.0.2", "127.0.0.1")
        streams.connect("many.example", listener.getsockname()[1], Deadline(6.0)).close()


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_what_is_said_is_heard(family: socket.AddressFamily) -> None:
    """In both families of addresses; and the other side's end is noticed."""
    here = "127.0.0.1" if family == socket.AF_INET else "::1"
    with socket.create_server((here, 0), family=family) as listener:
        stream = streams.connect(here, listener.getsockname()[1], Deadline(6.0))
        other = listener.accept()[0]
        stream.write(b"question", Deadline(6.0))
        assert (other.recv(100), stream.readable) == (b"question", False)
        other.sendall(b"answer")
        assert stream.read(100, Deadline(6.0)) == b"answer"
        other.close()
        assert (stream.read(100, Deadline(6.0)), stream.readable) == (b"", True)
        stream.close()
        assert stream.readable


def test_nobody_answers_there() -> None:
    """A port that refuses was never sent anything."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(TransportError, match="refused") as raised:
        streams.connect("127.0.0.1", port, Deadline(6.0))
    assert (raised.value.sent, raised.value.timeout, raised.value.tls) == (False, False, False)


def test_an_unknown_host_is_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that can't be resolved was never sent anything, so the call may be repeated."""

    def fail(*_: Any, **__: Any) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)

    with pytest.raises(TransportError, match="Name or service not known") as raised:
        streams.connect("nowhere.example", 80, Deadline(6.0))
    assert not raised.value.sent


def test_a_large_body_looks_at_the_clock_within() -> None:
    """A server that reads slowly can't stretch an attempt: the time that is left shrinks with every piece."""
    time = Time()
    slow = Slow(time)
    stream = streams.Stream(cast(socket.socket, slow))

    with pytest.raises(TimeoutError):
        stream.write(b"x" * streams.PIECE * 10, Deadline(3.0, time))

    assert slow.timeouts == pytest.approx([3.0, 2.0, 1.0])
    stream.write(b"", Deadline(1.0, time))
    assert slow.written == [streams.PIECE] * 3


def test_what_is_told_of_a_broken_connection() -> None:
    """The request may have been sent; a head that is too long is told in our words, not in those of a library."""
    late = streams.transport_error(TimeoutError("timed out"))
    assert (late.message, late.sent, late.timeout) == ("timed out", True, True)
    reader = h11.Connection(h11.CLIENT, max_incomplete_event_size=10)
    reader.receive_data(b"HTTP/1.1 200 OK" + b"x" * 20)
    with pytest.raises(h11.RemoteProtocolError) as raised:
        reader.next_event()
    assert streams.transport_error(raised.value).message == "the head of the answer has more than 102,400 bytes"
