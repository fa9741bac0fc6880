"""Proves what of a blocking client ends when it is closed from another thread, whatever the thread of a call waits for."""

from __future__ import annotations

import socket
import ssl
import sys
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from threading import Thread, active_count
from time import monotonic, sleep

import pytest
import trustme

from promptport.errors import ClosedError
from promptport.http.clock import Deadline
from promptport.http.lifetime.blocking import Lifetime, ended, may_wait
from promptport.http.streams import _Opening
from promptport.xr2 import xR2Client

from ...together.blocking import begin
from ...together.blocking import ended as outcome

KEY = "YOUR_PRODUCT_API_KEY"
PROMPTLY = 2.0


@pytest.fixture
def deaf() -> Iterator[int]:
    """A port that takes connections, and never says anything on them."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def closed_within(client: xR2Client) -> float:
    """Close a client while a call is under way; answers the seconds until the call has ended with ClosedError."""
    call = begin(client.check_api_key)
    sleep(0.2)  # another thread is on its way to where it waits
    began = monotonic()
    client.close()
    assert isinstance(outcome(call), ClosedError)
    return monotonic() - began


def test_a_handshake(deaf: int) -> None:
    """A server that never answers the TLS handshake holds up nobody."""
    assert closed_within(xR2Client(KEY, base_url=f"https://127.0.0.1:{deaf}", verify=False)) < PROMPTLY


def test_a_request_over_tls() -> None:
    """Nor does one that never answers a request over TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def accept() -> None:
            # How a client that is closed leaves the stream is its own affair: as TLS has it, or by hanging up.
            with (
                suppress(OSError),
                listener.accept()[0] as plain,
                context.wrap_socket(plain, server_side=True) as secure,
            ):
                while secure.recv(65_536):
                    pass

        server = Thread(target=accept)
        server.start()
        address = f"https://127.0.0.1:{listener.getsockname()[1]}"
        assert closed_within(xR2Client(KEY, base_url=address, verify=False)) < PROMPTLY
        server.join(5)
        assert not server.is_alive()


@pytest.fixture
def full() -> Iterator[int]:
    """A port that takes no more connections, so that whoever comes waits for one."""
    with ExitStack() as stack:
        listener = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=0))
        for _ in range(64):
            waiting = stack.enter_context(socket.socket())
            waiting.settimeout(0.1)
            try:
                waiting.connect(listener.getsockname())
            except TimeoutError:
                break
        yield listener.getsockname()[1]


@pytest.mark.skipif(sys.platform != "linux", reason="how many connections a port takes is another matter elsewhere")
def test_a_connect_in_progress(full: int) -> None:
    """A connection that is being made ends at once, however long its attempt might take."""
    client = xR2Client(KEY, base_url=f"http://127.0.0.1:{full}", timeout=60)
    assert closed_within(client) < PROMPTLY


@pytest.mark.skipif(sys.platform != "linux", reason="how many connections a port takes is another matter elsewhere")
def test_a_connect_that_nothing_can_wake(full: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is it waited for where a system does not let a socket be shut down that is not connected yet."""
    monkeypatch.setattr(_Opening, "interrupt", lambda self: None)
    client = xR2Client(KEY, base_url=f"http://127.0.0.1:{full}", timeout=60)
    assert closed_within(client) < PROMPTLY


def test_sleeps_and_their_deadline() -> None:
    """A wait ends early with the life that it belongs to, and with that alone."""
    threads = active_count()
    life = Lifetime("xr2")
    part = Lifetime("xr2", life)
    waits = [begin(lambda: life.sleep(0.5, Deadline(9.0))), begin(lambda: part.sleep(9.0, Deadline(9.0)))]
    sleep(0.1)  # other threads are on their way to where they wait
    part.close()
    assert isinstance(outcome(waits[1]), ClosedError)
    assert outcome(waits[0]) is None
    assert (part.closed, life.closed, len(life.waits)) == (True, False, 0)
    life.close()
    with pytest.raises(ClosedError):
        life.sleep(9.0, Deadline(9.0))
    with pytest.raises(ClosedError), Lifetime("xr2", life).wait(None):
        raise AssertionError("it is over")
    assert active_count() <= threads + 1


def test_a_mock_of_sleep_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests of applications make waits short so, and the vendors' clients wait by it."""
    asked: list[float] = []
    monkeypatch.setattr("time.sleep", asked.append)
    Lifetime("xr2").sleep(3600.0, Deadline(9.0))
    assert asked == [3600.0]


def test_waits_inside_of_waits() -> None:
    """A thread waits for one thing at a time; outside of any wait, nothing tells it to stop."""

    class Connection:
        interrupted = 0

        def interrupt(self) -> None:
            self.interrupted += 1

    outer, inner, connection = Lifetime("xr2"), Lifetime("scope"), Connection()
    assert may_wait(connection)
    assert not ended()

    def use() -> None:
        with outer.wait(None):
            with inner.wait(None):
                assert may_wait(connection)
            inner.close()
            assert may_wait(connection)
            outer.close()
            assert ended()
            assert not may_wait(connection)
            raise OSError("interrupted")

    with pytest.raises(ClosedError, match="xr2"):
        use()
    assert connection.interrupted == 1
