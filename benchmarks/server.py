"""A server that answers every request with the same bytes, in a process of its own: what is left is the client."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

PROMPT = {
    "slug": "welcome", "source_name": "python_sdk", "version_number": 1, "status": "production",
    "system_prompt": "You are a friendly assistant. Answer in {{language}}.",
    "user_prompt": "Welcome {{customer_name}} and offer your help.", "assistant_prompt": None,
    "variables": [{"name": "customer_name", "type": "string", "required": True}], "deployed_at": "2026-01-15T09:30:00Z",
    "created_at": "2026-01-15T09:00:00Z", "updated_at": "2026-01-15T09:30:00Z", "trace_id": "evt_c0b137fe_1768469400_0a1b2c3d",
    "ab_test_id": None, "ab_test_name": None, "ab_test_variant": None,
}  # fmt: skip
LANGFUSE = {
    "name": "welcome", "version": 1, "type": "text", "labels": ["production"], "tags": [], "config": {}, "commitMessage": None,
    "prompt": "You are a friendly assistant. Answer in {{language}}.\n\nWelcome {{customer_name}} and offer your help.",
}  # fmt: skip
COMPONENT = {
    "id": "0c9a1f52-3f0e-4a6b-8f0d-2b7f6c1e9d10", "name": "welcome", "description": "Welcomes customers.", "workspaceId": "w",
    "costAnalysisConfig": None, "createdAt": "2026-01-15T09:00:00.000Z", "updatedAt": "2026-01-15T09:00:00.000Z",
}  # fmt: skip
RAILS = {
    "id": "prompt-id", "workspace_id": "workspace-id", "name": "welcome", "description": "", "status": "active",
    "created_at": "2026-01-15T09:00:00Z", "updated_at": "2026-01-15T09:00:00Z", "current_version": {
        "id": "prompt-version-id", "prompt_id": "prompt-id", "version": "1.0.0", "is_current": True, "message": "Initial version",
        "system_prompt": PROMPT["system_prompt"], "user_prompt": PROMPT["user_prompt"], "input_schema": {}, "config": {},
        "created_at": "2026-01-15T09:00:00Z",
    },
}  # fmt: skip
BODIES = {"xr2": PROMPT, "langfuse": LANGFUSE, "promptic": COMPONENT, "promptrails": {"data": RAILS}}
BODY = json.dumps(BODIES[sys.argv[1] if __name__ == "__main__" else "xr2"]).encode()
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(BODY), BODY)


class Connection(asyncio.Protocol):
    """Reads requests far enough to find their ends."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take up a connection."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.waiting = b""

    def data_received(self, data: bytes) -> None:
        """Answer every request that is whole."""
        self.waiting += data
        while (end := self.waiting.find(b"\r\n\r\n")) >= 0:
            head = self.waiting[:end].lower()
            at = head.find(b"content-length:")
            length = int(head[at + 15 :].split(b"\r", 1)[0]) if at >= 0 else 0
            if len(self.waiting) < end + 4 + length:
                return
            self.waiting = self.waiting[end + 4 + length :]
            self.transport.write(ANSWER)


async def serve() -> None:
    """Serve until standard input closes, at most ten minutes."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Connection, "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    ended = loop.run_in_executor(None, sys.stdin.read)
    await asyncio.wait([ended], timeout=600)


@contextmanager
def running(body: str = "xr2") -> Iterator[str]:
    """The server, for as long as the block takes; its address.

    Args:
        body: Which of `BODIES` it answers.
    """
    process = subprocess.Popen(
        [sys.executable, __file__, body], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
    finally:
        process.communicate()


if __name__ == "__main__":
    asyncio.run(serve())
