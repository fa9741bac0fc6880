"""A server of events: what every vendor's endpoint answers, at once or never, in a process of its own."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count

PROMPT = {
    "slug": "welcome", "source_name": "python_sdk", "version_number": 1, "status": "production", "system_prompt": None,
    "user_prompt": "Welcome {{customer_name}}.", "assistant_prompt": None,
    "variables": [{"name": "customer_name", "type": "string", "required": True}], "deployed_at": "2026-01-15T09:30:00Z",
    "created_at": "2026-01-15T09:00:00Z", "updated_at": "2026-01-15T09:30:00Z", "trace_id": "evt_c0b137fe_1768469400_{}",
    "ab_test_id": None, "ab_test_name": None, "ab_test_variant": None,
}  # fmt: skip
EVENT = {
    "status": "success", "event_id": "e", "trace_id": "t", "event_name": "purchase", "timestamp": "2026-01-15T09:30:00Z",
    "is_duplicate": False,
}  # fmt: skip
BODIES = {
    "/api/v1/events": (200, EVENT),
    "/api/public/scores": (202, {"message": "Accepted"}),
    "/batch/": (200, {"status": "Ok"}),
    "/api/v1/traces/ingest": (200, {"data": {"ingested": 1}}),
}


def answer(status: int, body: bytes, media: str = "application/json") -> bytes:
    """An answer, whole."""
    head = f"HTTP/1.1 {status} OK\r\nContent-Type: {media}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


ANSWERS = {path: answer(status, json.dumps(body).encode()) for path, (status, body) in BODIES.items()}
ANSWERS["/api/v1/traces"] = answer(200, b"", "application/x-protobuf")
TRACES = count(0x10000000)


class Connection(asyncio.Protocol):
    """Reads requests far enough to find their ends. `/hung` and `/gone` say how it is from then on."""

    hung = False
    over = asyncio.Event()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take up a connection."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.waiting = b""

    def data_received(self, data: bytes) -> None:
        """Answer every request that is whole."""
        self.waiting += data
        while (end := self.waiting.find(b"\r\n\r\n")) >= 0:
            head = self.waiting[:end]
            lower = head.lower()
            at = lower.find(b"content-length:")
            length = int(lower[at + 15 :].split(b"\r", 1)[0]) if at >= 0 else 0
            if len(self.waiting) < end + 4 + length:
                return
            self.waiting = self.waiting[end + 4 + length :]
            self.answer(head.split(b" ", 2)[1].decode())

    def answer(self, path: str) -> None:
        """Answer a request for a path."""
        if path in ("/hung", "/gone"):
            Connection.hung = True
            self.transport.write(answer(200, b"{}"))
            if path == "/gone":
                Connection.over.set()
        elif path == "/api/v1/get-prompt" and not Connection.hung:
            body = PROMPT | {"trace_id": str(PROMPT["trace_id"]).format(f"{next(TRACES):08x}")}
            self.transport.write(answer(200, json.dumps(body).encode()))
        elif not Connection.hung:
            self.transport.write(ANSWERS.get(path, answer(404, b"{}")))


async def serve() -> None:
    """Serve until standard input closes, or it is to be gone; at most ten minutes."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Connection, "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    loop.add_reader(sys.stdin, Connection.over.set)
    with suppress(TimeoutError):
        await asyncio.wait_for(Connection.over.wait(), 600)


@contextmanager
def running() -> Iterator[str]:
    """The server, for as long as the block takes; its address."""
    process = subprocess.Popen([sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
    finally:
        process.communicate()


if __name__ == "__main__":
    asyncio.run(serve())
