"""A server that answers each path as it is told, and keeps what it was sent."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, NamedTuple
from urllib.parse import parse_qsl


class Sent(NamedTuple):
    """One request as it came: the target is path and query, undecoded; the names of headers are in small letters."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    def seen(self, kind: str) -> Any:
        """A part of the request, in the form in which a row of the table has it."""
        if kind == "json":
            return json.loads(self.body)
        if kind == "form":
            return [list(each) for each in parse_qsl(self.body.decode(), keep_blank_values=True, strict_parsing=True)]
        if kind == "parts":
            return self._parts()
        return {"method": self.method, "target": self.target, "body": self.body.decode("latin-1")}[kind]

    def _parts(self) -> list[dict[str, str]]:
        head = f"Content-Type: {self.headers['content-type']}\r\n\r\n".encode()
        message = message_from_bytes(head + self.body, policy=policy.HTTP)
        assert message.is_multipart(), self
        found = []
        for each in message.iter_parts():
            assert isinstance(each, EmailMessage)
            data = each.get_payload(decode=True)
            assert isinstance(data, bytes)
            about = {"name": each.get_param("name", header="content-disposition"), "file": each.get_filename(),
                     "type": each["content-type"] and each.get_content_type(), "body": data.decode("latin-1")}  # fmt: skip
            found.append({key: str(value) for key, value in about.items() if value is not None})
        return found


class Echo(ThreadingHTTPServer):
    """Answers whatever comes with `answer`.

    Attributes:
        answer: Status, headers and body.
        sent: The requests so far.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answer: tuple[int, dict[str, str], bytes] = (200, {}, b"{}")
        self.sent: list[Sent] = []

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: Echo
    protocol_version = "HTTP/1.1"

    def _take(self) -> None:
        if self.headers.get("transfer-encoding", "") == "chunked":
            body = b"".join(iter(self._chunk, b""))
        else:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
        headers = {key.lower(): value for key, value in self.headers.items()}
        self.server.sent.append(Sent(self.command, self.path, headers, body))
        status, more, content = self.server.answer
        self.send_response(status)
        for name, value in more.items():
            self.send_header(name, value)
        if status != 204:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD" and status != 204:
            self.wfile.write(content)

    def _chunk(self) -> bytes:
        size = int(self.rfile.readline(), 16)
        data = self.rfile.read(size)
        self.rfile.readline()
        return data

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    do_GET = do_PUT = do_POST = do_DELETE = do_OPTIONS = do_HEAD = do_PATCH = do_TRACE = _take  # noqa: N815 # the library's names


@contextmanager
def echo() -> Iterator[Echo]:
    """A running server."""
    server = Echo()
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
