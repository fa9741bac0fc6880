"""A server on loopback that keeps what it is sent, and answers what it is told to."""

from __future__ import annotations

import base64
import json
from dataclasses import asdict, dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl

# What only HTTP libraries care about.
_UNSAID = ("accept-encoding", "connection", "content-length", "host", "transfer-encoding", "user-agent")

_MOST = 20  # requests of one call, so that what asks until something has happened ends


@dataclass(frozen=True)
class Request:
    """What was sent.

    Attributes:
        method: The verb.
        path: The path, as sent.
        query: Names and values, in their order.
        headers: Names in lower case and values, without what only HTTP libraries care about.
        body: The body as a text; None where there is none; base64 in `$bytes` where it is no text.
    """

    method: str
    path: str
    query: list[tuple[str, str]]
    headers: list[tuple[str, str]]
    body: Any

    def json(self) -> dict[str, Any]:
        """What was sent, as plain JSON."""
        return json.loads(json.dumps(asdict(self)))  # type: ignore[no-any-return]


@dataclass
class Answer:
    """What every request is answered.

    Attributes:
        status: The status.
        media: The media type.
        body: The body; who asks for events gets it as one.
    """

    status: int = 200
    media: str = "application/json"
    body: bytes = b"{}"


class RecordingServer:
    """A server that runs in a thread, while it is entered.

    Attributes:
        answer: What every request is answered.
    """

    def __init__(self) -> None:
        self.answer = Answer()
        self._requests: list[Request] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True  # an answer in two parts would wait for the other side's delayed word

            def __getattr__(self, name: str) -> Any:
                if name.startswith("do_"):
                    return self._handle
                raise AttributeError(name)

            def _handle(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                path, _, query = self.path.partition("?")
                server._requests.append(
                    Request(
                        self.command,
                        path,
                        parse_qsl(query, keep_blank_values=True),
                        [(name.lower(), value) for name, value in self.headers.items() if name.lower() not in _UNSAID],
                        _text(self.rfile.read(length)),
                    )
                )
                answer = server.answer
                body, kind = answer.body, answer.media
                if "text/event-stream" in (self.headers.get("Accept") or ""):  # a stream of this one event
                    body, kind = b"data: " + body + b"\n\n", "text/event-stream"
                self.send_response(answer.status if len(server._requests) <= _MOST else 418)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(body)

            def log_message(self, format: str, *arguments: Any) -> None:
                """It says nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def taken(self) -> list[Request]:
        """What was sent since this was asked last."""
        requests, self._requests = self._requests, []
        return requests

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


def _text(body: bytes) -> Any:
    try:
        return body.decode() if body else None
    except UnicodeDecodeError:
        return {"$bytes": base64.b64encode(body).decode()}
