"""Small servers of the standard library: one that answers, plain or over TLS, one that streams, and a proxy before them."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from urllib.request import ProxyHandler, Request, build_opener


class Answering(BaseHTTPRequestHandler):
    """Answers every GET like `check_api_key`."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer."""
        self.answer(b'{"ok": true, "user": "u"}')

    def answer(self, body: bytes, status: int = 200) -> None:
        """Send a body."""
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Proxying(Answering):
    """Forwards, tunnels, and keeps what it was asked for: the target, and the credentials."""

    seen: list[tuple[str, str | None]]

    def do_GET(self) -> None:
        """Forward."""
        self.seen.append((f"GET {self.path}", self.headers["Proxy-Authorization"]))
        request = Request(self.path, headers={"Authorization": self.headers["Authorization"]})
        with build_opener(ProxyHandler({})).open(request) as answer:
            self.answer(answer.read())

    def do_CONNECT(self) -> None:
        """Tunnel, until one side has nothing more to say."""
        self.seen.append((f"CONNECT {self.path}", self.headers["Proxy-Authorization"]))
        host, _, port = self.path.rpartition(":")
        with socket.create_connection((host, int(port))) as there:
            self.send_response(200)
            self.end_headers()
            back = Thread(target=pump, args=(there, self.connection))
            back.start()
            pump(self.connection, there)
            back.join()
        self.close_connection = True


def pump(source: socket.socket, target: socket.socket) -> None:
    """Copy bytes until there are no more."""
    try:
        while data := source.recv(65_536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass  # the other side has gone first


@contextmanager
def serving(handler: type[Answering], context: ssl.SSLContext | None = None) -> Iterator[str]:
    """A server for as long as the block takes; its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = False
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http{'s' if context else ''}://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Streaming(Answering):
    """Answers every request with events, piece by piece, and then does what `then` says.

    Attributes:
        pieces: What is sent, each piece by itself.
        then: `end` (in order), `cut` (within the answer), or `stay` (until the client goes).
        gone: Set when a client has gone, where the server stays.
        media: The media type.
    """

    pieces: Sequence[bytes] = ()
    then = "end"
    gone: Event
    media = "text/event-stream"

    def do_GET(self) -> None:
        """Stream."""
        self.rfile.read(int(self.headers["Content-Length"] or 0))
        self.send_response(200)
        self.send_header("Content-Type", self.media)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for piece in self.pieces:
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
            self.wfile.flush()
        self.close_connection = True
        if self.then == "end":
            self.wfile.write(b"0\r\n\r\n")
        elif self.then == "stay":
            self.connection.settimeout(10)
            if not self.connection.recv(1):
                self.gone.set()

    do_POST = do_GET  # noqa: N815 # the name that the standard library calls
