"""Proves TLS within TLS: what is said is heard, its end is an end, and a deadline holds however little comes at a time."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from threading import Thread
from time import monotonic, sleep

import pytest
import trustme

from promptport.http.tls import TlsInTls

AUTHORITY = trustme.CA()


def of_servers() -> ssl.SSLContext:
    """What a server shows."""
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    AUTHORITY.issue_cert("a.example").configure_cert(made)
    return made


def pass_on(outer: ssl.SSLSocket, inner: socket.socket, pause: float) -> None:
    """What the platform says to the client, a byte at a time where there is a pause."""
    with suppress(OSError):  # the client has gone first
        while data := inner.recv(65_536):
            for at in range(0, len(data), 1 if pause else len(data)):
                outer.sendall(data[at : at + 1] if pause else data)
                sleep(pause)
        socket.socket.shutdown(outer, socket.SHUT_WR)


def platform(plain: socket.socket) -> None:
    """Says in capitals what it is told, and goes."""
    with suppress(OSError), of_servers().wrap_socket(plain, server_side=True) as secure:
        secure.sendall(secure.recv(100).upper())


def proxy(plain: socket.socket, inner: socket.socket, pause: list[float]) -> None:
    """Ends the outer TLS, and passes on what is within."""
    with suppress(OSError), of_servers().wrap_socket(plain, server_side=True) as outer:
        back = Thread(target=pass_on, args=(outer, inner, pause[0]))
        while data := outer.recv(65_536):
            inner.sendall(data)
            if not back.ident:
                back.start()
        inner.close()


@contextmanager
def tunnel(pause: float, seconds: float) -> Iterator[TlsInTls]:
    """A connection through a proxy that pauses after each byte."""
    trusted = ssl.create_default_context()
    AUTHORITY.configure_trust(trusted)
    with ExitStack() as stack:
        (here, there), (left, right) = ([stack.enter_context(each) for each in socket.socketpair()] for _ in range(2))
        for target, arguments in ((platform, (right,)), (proxy, (there, left, [pause]))):
            Thread(target=target, args=arguments, daemon=True).start()
        outer = stack.enter_context(trusted.wrap_socket(here, server_hostname="a.example"))
        yield TlsInTls(outer, trusted, "a.example", seconds)


def test_what_is_said_is_heard() -> None:
    """And its end is an end."""
    with tunnel(0, 5) as stream:
        stream.settimeout(5)
        assert stream.send(memoryview(b"hello")) == 5
        assert stream.recv(100) == b"HELLO"
        assert stream.recv(100) == b""
        assert stream.fileno() > 0
        stream.close()
        assert stream.fileno() == -1


def test_little_at_a_time() -> None:
    """A byte now and then stretches no deadline."""
    began = monotonic()
    with pytest.raises(TimeoutError), tunnel(0.02, 0.3):
        raise AssertionError("its handshake takes 20 s")
    assert monotonic() - began < 10
