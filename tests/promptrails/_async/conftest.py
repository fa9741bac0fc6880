"""What the tests of PromptRails' clients share: a client whose requests are kept and answered by the test."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from promptport.promptrails import (
    AsyncPromptRails,
)

KEY = "YOUR_API_KEY"


class Wire:
    """Answers every request with one answer, and keeps the requests."""

    def __init__(self) -> None:
        self.seen: list[httpx.Request] = []
        self.answer: Callable[[httpx.Request], Any] = lambda request: {"data": {"id": "1"}}
        self.client = AsyncPromptRails(KEY, transport=httpx.MockTransport(self._take))

    def _take(self, request: httpx.Request) -> httpx.Response:
        self.seen.append(request)
        return httpx.Response(200, json=self.answer(request))

    def answers(self, body: object) -> None:
        self.answer = lambda request: body

    @property
    def body(self) -> Any:
        return json.loads(self.seen[-1].content)


@pytest.fixture
async def wire():  # type: ignore[no-untyped-def] # a generator in one world, asynchronous in the other
    made = Wire()
    async with made.client:
        yield made
