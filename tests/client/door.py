"""A door before a local platform: it lets some keys in, and can do something while a request waits."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from inspect import isawaitable
from typing import Any

import httpx

from promptport.testing import Platform

from ..base.rooms import settings


class Door:
    """Lets keys in.

    Args:
        room: The vendor.
        platform: What answers behind it.
        known: The keys that it lets in.

    Attributes:
        known: The keys that it lets in.
        setting: The setting of such a key.
        seen: The key of each request for prompts, and whether it was let in.
        during: What is done, once, while a request that was let in waits for its answer.
    """

    def __init__(self, room: str, platform: Platform, *known: str) -> None:
        self.room, self.known = room, set(known)
        self.setting = "public_key" if room == "langfuse" else "api_key"
        self.seen: list[tuple[str, bool]] = []
        self.during: Callable[[], Any] | None = None
        self._address = platform.url(room)
        self._real = settings(room, self._address)
        self._tokens: dict[str, str] = {}

    def settings(self, key: Any, **more: Any) -> dict[str, Any]:
        """What a client is opened with that shows this key, or the function that answers it."""
        more |= {self.setting: key}
        return settings(self.room, self._address, transport=httpx.MockTransport(self._answer), **more)

    def _answer(self, request: httpx.Request) -> Any:
        if request.url.path.endswith("login"):
            return self._log_in(request)
        token = request.headers.get("x-api-key") or request.headers["authorization"].partition(" ")[2]
        if self.room == "langfuse":
            token = b64decode(token).decode().partition(":")[0]
        key = self._tokens.get(token, token)
        self.seen.append((key, key in self.known))
        if key not in self.known:
            return refusal()
        if self.during is not None:
            during, self.during = self.during, None
            waits = during()
            if isawaitable(waits):
                return self._later(waits, request)
        return self._passed(request)

    async def _later(self, waits: Any, request: httpx.Request) -> httpx.Response:
        await waits
        return self._passed(request)

    def _passed(self, request: httpx.Request) -> httpx.Response:
        if self.room == "langfuse":
            pair = f"{self._real['public_key']}:{self._real['secret_key']}"
            request.headers["authorization"] = f"Basic {b64encode(pair.encode()).decode()}"
        elif self.room != "scope":
            real = self._real["api_key"]
            name = "x-api-key" if "x-api-key" in request.headers else "authorization"
            request.headers[name] = real if name == "x-api-key" else f"Bearer {real}"
        return self._asked(request)

    def _asked(self, request: httpx.Request) -> httpx.Response:
        with httpx.HTTPTransport() as inside:
            answer = inside.handle_request(request)
            return httpx.Response(
                answer.status_code, headers={"content-type": "application/json"}, content=answer.read()
            )

    def _log_in(self, request: httpx.Request) -> httpx.Response:
        body = json.loads(request.content)
        key, body["client_id"] = body["client_id"], self._real["api_key"]
        if key not in self.known:
            self.seen.append((key, False))
            return refusal()
        answer = self._asked(httpx.Request("POST", request.url, json=body))
        self._tokens[answer.json()["access_token"]] = key
        return answer


def refusal() -> httpx.Response:
    """What a platform says to a key that it does not know, in every room's words."""
    said = "The key is not known."
    return httpx.Response(401, json={"detail": said, "error": {"code": "unauthorized", "message": said}})
