"""Proves the blocking engine: what a call finds, and in what state it leaves its connection."""

from __future__ import annotations

import gc
import socket
import ssl
import time
import warnings
from collections.abc import Iterator
from threading import Event, Thread

import pytest
import trustme

from promptport.errors import CallError
from promptport.http.pool import KEPT, Pool
from promptport.xr2 import xR2Client

from ..together.blocking import begin, ended, together, until

BODY = b'{"ok": true, "user": "u"}'
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(BODY), BODY)


class Server:
    """Answers each request with the next of `answers`, the last one again and again; None closes without a word."""

    def __init__(self, *answers: bytes | None) -> None:
        self.answers = list(answers)
        self.connections: list[socket.socket] = []
        self.requests = 0
        self.gate = Event()
        self.gate.set()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.port = self._listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                connection = self._listener.accept()[0]
            except OSError:
                return
            self.connections.append(connection)
            Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            while self._asked(connection):
                self.requests += 1
                self.gate.wait(30)
                answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
                if answer is None:
                    return
                connection.sendall(answer)

    def _asked(self, connection: socket.socket) -> bool:
        try:
            return bool(connection.recv(65_536))
        except OSError:
            return False  # the client has closed it before it had read everything

    def close(self) -> None:
        """Let go of everything."""
        self.gate.set()
        self._listener.close()
        for each in self.connections:
            each.close()


def answered(client: xR2Client) -> bool:
    """Whether a call is answered."""
    return client.check_api_key().error is None


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that always answers."""
    found = Server(ANSWER)
    yield found
    found.close()


def test_one_connection_for_many_calls(server: Server) -> None:
    with xR2Client("k", base_url=server.url) as client:
        for _ in range(5):
            assert answered(client)
    assert (len(server.connections), server.requests) == (1, 5)


def test_64_threads_share_a_client(server: Server) -> None:
    """Each is answered; no more connections than threads at a time, and those that were kept are used again."""
    with xR2Client("k", base_url=server.url) as client:
        for _ in range(3):
            assert together(64, lambda: answered(client)) == [True] * 64
    assert len(server.connections) <= 3 * 64 - 2 * KEPT


def test_a_kept_connection_that_the_server_has_closed(server: Server) -> None:
    """It is noticed before anything is sent, so that not even a POST is lost by it."""
    with xR2Client("k", base_url=server.url, total_retries=0) as client:
        assert answered(client)
        server.connections[0].shutdown(socket.SHUT_RDWR)
        until(lambda: answered(client))
    assert server.requests == 2


def test_an_answer_that_says_close() -> None:
    """Nor is a connection kept that the server means to close."""
    server = Server(ANSWER.replace(b"OK\r\n", b"OK\r\nConnection: close\r\n"))
    with xR2Client("k", base_url=server.url) as client:
        for _ in range(3):
            assert answered(client)
    assert len(server.connections) == 3
    server.close()


@pytest.mark.parametrize(
    "answer", [None, b"nonsense\r\n\r\n", ANSWER[:-3], b"HTTP/1.1 200 OK\r\n" + b"x: y\r\n" * 30_000]
)
def test_what_does_not_end_cleanly_never_comes_back(answer: bytes | None) -> None:
    """The next call has a connection of its own."""
    server = Server(answer, ANSWER)
    with xR2Client("k", base_url=server.url, total_retries=0, timeout=0.5) as client:
        assert not answered(client)
        assert answered(client)
    assert len(server.connections) == 2
    server.close()


def test_no_more_connections_than_a_pool_may_have(monkeypatch: pytest.MonkeyPatch, server: Server) -> None:
    """Whoever comes then waits, within the deadline of the call; a place that comes free is taken at once."""
    monkeypatch.setattr("promptport.http.blocking.Pool", lambda: Pool(2))
    with xR2Client("k", base_url=server.url, total_retries=0, timeout=0.6) as client:
        server.gate.clear()
        calls = [begin(client.check_api_key) for _ in range(2)]
        until(lambda: server.requests == 2)
        began = time.monotonic()
        assert not answered(client)
        assert 0.3 < time.monotonic() - began < 2
        server.gate.set()
        for each in calls:
            ended(each)
        assert together(8, lambda: answered(client)) == [True] * 8
    assert server.requests >= 10


def test_a_client_that_is_forgotten_warns_once(server: Server) -> None:
    """Its sockets say nothing of their own."""
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        client = xR2Client("k", base_url=server.url)
        assert answered(client)
        del client
        gc.collect()
    assert [str(each.message).partition(":")[0] for each in seen] == ["unclosed client of xr2"]


@pytest.mark.parametrize("kind", ["authority", "name", "protocol"])
def test_what_tls_refuses_is_not_tried_again(kind: str) -> None:
    """One attempt, and the error says what to do about it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority = trustme.CA()
    authority.issue_cert("elsewhere.example" if kind == "name" else "127.0.0.1").configure_cert(context)
    trusted = ssl.create_default_context()
    if kind == "name":
        authority.configure_trust(trusted)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        seen = 0

        def accept() -> None:
            nonlocal seen
            while True:
                try:
                    plain = listener.accept()[0]
                except OSError:
                    return
                seen += 1
                with plain:
                    if kind == "protocol":
                        plain.recv(65_536)
                        plain.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                        continue
                    try:
                        context.wrap_socket(plain, server_side=True).close()
                    except OSError:
                        continue

        Thread(target=accept, daemon=True).start()
        address = f"https://127.0.0.1:{listener.getsockname()[1]}"
        with xR2Client("k", base_url=address, verify=trusted) as client:
            error = client.check_api_key().exception
    assert isinstance(error, CallError)
    assert "SSL_CERT_FILE" in str(error)
    assert (error.kind, error.attempts, seen) == ("connection", 1, 1)
