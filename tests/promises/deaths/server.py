"""The process of `backend.py`: run as a program it prints its port, and serves until its input ends."""

from __future__ import annotations

import gzip
import json
import socket
import struct
import sys
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Thread
from time import monotonic
from typing import Any

from ...http.spellings import spellings
from .platforms import Answer, route
from .rows import Rows, marks

RESET = struct.pack("ii", 1, 0)  # SO_LINGER: closing sends a reset


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.changed = Condition()
        self.rows = Rows()
        self.mode, self.armed, self.seconds, self.busy = "well", "well", 0.0, 0
        self.lasts, self.over = 0.0, float("inf")
        self.requests: dict[str, int] = {}
        self.keys: dict[str, list[str]] = {}

    def control(self, path: str, given: dict[str, Any]) -> Any:
        """Do what the other side of `Backend`, or a subject that begins, asks for."""
        with self.changed:
            if path == "/deaths/reset":
                self.mode, self.armed, self.seconds = "well", given["mode"], given["seconds"]
                self.lasts, self.over = given["lasts"], float("inf")
                self.rows, self.requests, self.keys = Rows(), {}, {}
            elif path == "/deaths/mode":
                self.mode = self.armed = given["mode"]
            elif path == "/deaths/begun":
                self.mode = self.armed
                self.over = monotonic() + (self.lasts or float("inf"))
            else:
                self.changed.wait_for(lambda: not self.busy, timeout=10)
                return {**self.rows.shown(), "requests": self.requests, "keys": self.keys}
            self.changed.notify_all()
        return {}

    def handle_error(self, request: object, client_address: object) -> None:
        """What a broken connection raises is no news here."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    server: _Server

    def do_GET(self) -> None:
        """Answer."""
        self.do_POST()

    do_PUT = do_PATCH = do_GET  # noqa: N815 # names of the base class

    def do_POST(self) -> None:
        """Answer, as the mode has it."""
        body = _unpacked(self._body(), self.headers.get("Content-Encoding", ""))
        if self.path.startswith("/deaths/"):
            self._send(Answer(json.dumps(self.server.control(self.path, json.loads(body or b"{}"))).encode()))
            return
        with self.server.changed:
            mode, rows = self.server.mode, self.server.rows
            if monotonic() > self.server.over:
                mode = "well"
            self.server.requests[self.path] = self.server.requests.get(self.path, 0) + 1
            for mark in marks(body):
                self.server.keys.setdefault(mark, []).append(self._key())
            if mode == "reset":
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
                self.connection.close()
                self.close_connection = True
                return
            if mode == "hung":
                self.server.changed.wait_for(lambda: self.server.mode != "hung")
                self.close_connection = True
                return
            self.server.busy += 1
        try:
            found = self._refused(mode) or self._answered(body, rows)
        finally:
            with self.server.changed:
                self.server.busy -= 1
                self.server.changed.notify_all()
        if mode == "dropped":
            self.close_connection = True
        else:
            self._send(found)

    def _key(self) -> str:
        """Who asks."""
        return self.headers.get("X-API-Key") or self.headers.get("Authorization", "").removeprefix("Bearer ")

    def _refused(self, mode: str) -> Answer | None:
        """How it fails in a mode."""
        if mode == "down":
            return Answer(b'{"detail": "It is down."}', 503)
        if mode == "denied":
            return Answer(json.dumps({"detail": f"{self._key()} is no key"}).encode(), 401)
        if mode == "echo":
            said = " ".join(dict.fromkeys(spellings(self._key())))
            return Answer(json.dumps({"detail": said, "error": {"message": said, "code": said}}).encode(), 400)
        return None

    def _answered(self, body: bytes, rows: Rows) -> Answer:
        answering = route(self.command, self.path)
        if answering is None:
            return Answer(json.dumps({"detail": f"nobody knows {self.command} {self.path}"}).encode(), 404)
        return answering(body, rows, self.server.seconds)

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))
        found = b""
        while size := int(self.rfile.readline().split(b";")[0], 16):
            found += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return found

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is said."""


def _unpacked(body: bytes, coding: str) -> bytes:
    if coding == "gzip":
        return gzip.decompress(body)
    return zlib.decompress(body) if coding == "deflate" else body


def main() -> None:
    """Serve until the input ends."""
    with _Server() as server:
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        print(server.server_address[1], flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
