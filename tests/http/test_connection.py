"""Proves a connection of HTTP/1.1 over a stream that says what it is told."""

from __future__ import annotations

import socket
from typing import cast

import h11
import pytest

from promptport.http.clock import Deadline
from promptport.http.connection import Connection, Origin
from promptport.http.streams import Stream

ORIGIN = Origin(False, "a.example", 80, None)
HEADERS = [(b"Host", b"a.example"), (b"Content-Length", b"2")]


class Said:
    """A socket that says its pieces, then nothing more, and keeps what it is told."""

    def __init__(self, *pieces: bytes, broken: bool = False) -> None:
        self.pieces, self.broken = list(pieces), broken
        self.heard = b""
        self.closed = 0
        self._here, self._there = socket.socketpair()

    def settimeout(self, seconds: float | None) -> None:
        """It never waits."""

    def recv(self, most: int) -> bytes:
        """The next piece."""
        return self.pieces.pop(0) if self.pieces else b""

    def send(self, data: memoryview) -> int:
        """Keep it."""
        if self.broken:
            raise ConnectionResetError("reset")
        self.heard += data
        return len(data)

    def fileno(self) -> int:
        """Nothing waits to be read."""
        return self._here.fileno()

    def close(self) -> None:
        """Count."""
        self.closed += 1
        self._there.close()
        self._here.close()

    def __del__(self) -> None:
        self._there.close()
        self._here.close()


def connected(said: Said) -> Connection:
    """A connection over it."""
    made = Connection(ORIGIN)
    made._stream = Stream(cast(socket.socket, said))
    return made


def test_one_call_after_the_other() -> None:
    """The request in one piece; the answer as it came; then the next one."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nX-A: b\r\n\r\nyes"
    said = Said(b"HTTP/1.1 103 Early Hints\r\n\r\n", answer[:20], answer[20:], answer)
    connection = connected(said)
    for _ in range(2):
        connection.send(b"POST", b"/p?q", HEADERS, b"hi", Deadline(1.0))
        assert connection.head(Deadline(1.0)) == (200, [(b"Content-Length", b"3"), (b"X-A", b"b")])
        assert b"".join(connection.chunks(Deadline(1.0))) == b"yes"
        assert connection.finish()
    assert said.heard == b"POST /p?q HTTP/1.1\r\nHost: a.example\r\nContent-Length: 2\r\n\r\nhi" * 2
    assert (connection.usable(60), connection.usable(-1), connection.expired(60)) == (True, False, False)


def test_an_answer_before_the_request_was_taken() -> None:
    """A server that closes while it is written to may have said why."""
    connection = connected(Said(b"HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n", broken=True))
    connection.send(b"POST", b"/", HEADERS, b"hi", Deadline(1.0))
    assert connection.head(Deadline(1.0)).status == 413


@pytest.mark.parametrize("pieces", [(), (b"nonsense\r\n\r\n",), (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx",)])
def test_what_is_no_answer(pieces: tuple[bytes, ...]) -> None:
    """It breaks off, and can carry no other call."""
    connection = connected(Said(*pieces))
    connection.send(b"POST", b"/", HEADERS, b"hi", Deadline(1.0))

    def read() -> None:
        connection.head(Deadline(1.0))
        list(connection.chunks(Deadline(1.0)))

    with pytest.raises((h11.RemoteProtocolError, ConnectionError)):
        read()
    assert not connection.finish()


def test_what_http_does_not_allow_is_not_sent() -> None:
    said = Said()
    with pytest.raises(h11.LocalProtocolError):
        connected(said).send(b"GET", b"/", [(b"Host", b"a\r\nb: c")], b"", Deadline(1.0))
    assert said.heard == b""


def test_it_closes_when_nobody_holds_it() -> None:
    """Closing before it is there, or twice, does no harm."""
    said = Said()
    connection = connected(said)
    del connection
    assert said.closed == 1
    Connection(ORIGIN).close()
    with pytest.raises(ConnectionError, match="no connection yet"):
        Connection(ORIGIN).head(Deadline(1.0))
