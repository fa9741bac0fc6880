"""What the tests of Langfuse's room share: a platform that is a function, and what it was asked."""

from __future__ import annotations

import json
from typing import Any

import httpx

from promptport.langfuse._async.source import AsyncLangfuseSource

KEYS: Any = {"public_key": "pk-lf-1", "secret_key": "sk-lf-planted-0123456789"}
TEXT: dict[str, Any] = {
    "id": "6f1f0a54-6d2a-4b8e-9a57-0f6f3a1d2c4b", "name": "welcome", "version": 3, "type": "text", "prompt": "Hi {{name}}",
    "config": {"model": "m"}, "labels": ["production", "latest"], "tags": ["mail"], "commitMessage": "Shorter.",
    "resolutionGraph": None,
}  # fmt: skip


class Wire:
    """Answers every request alike, and keeps the requests.

    Args:
        body: What is answered, as JSON; None answers nothing.
        status: With which status.
    """

    def __init__(self, body: Any = None, status: int = 200) -> None:
        self.seen: list[httpx.Request] = []
        self._body, self._status = body, status

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.seen.append(request)
        if self._body is None:
            return httpx.Response(self._status)
        body = self._body[len(self.seen) - 1] if isinstance(self._body, list) else self._body
        return httpx.Response(self._status, json=body)

    @property
    def transport(self) -> httpx.MockTransport:
        """What carries requests to it."""
        return httpx.MockTransport(self)

    @property
    def source(self) -> AsyncLangfuseSource:
        """A source whose requests it answers."""
        return AsyncLangfuseSource(**KEYS, transport=self.transport, max_retries=0)

    @property
    def lines(self) -> list[str]:
        """What was asked, as methods and addresses."""
        return [f"{each.method} {each.url.raw_path.decode()}" for each in self.seen]

    @property
    def sent(self) -> Any:
        """The body of the last request."""
        return json.loads(self.seen[-1].content)
