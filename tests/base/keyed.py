"""A platform that knows some keys and refuses the others, and a secret manager that answers keys."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Sequence
from typing import Any

import httpx


class Vault:
    """A secret manager: its `answers` in turn, the last one for ever; what is an exception is raised.

    Attributes:
        asked: How often it was asked.
    """

    def __init__(self, *answers: Any) -> None:
        self.answers: Sequence[Any] = answers
        self.asked = 0

    def __call__(self) -> Any:
        """Answer."""
        answer = self.answers[min(self.asked, len(self.answers) - 1)]
        self.asked += 1
        if isinstance(answer, BaseException):
            raise answer
        return answer


class Keyed:
    """A platform of any room, which answers an empty list or refuses the key.

    Attributes:
        known: The keys that it lets in.
        seen: The key of each request; of one with a token that of the exchange.
    """

    def __init__(self, *known: str) -> None:
        self.known = set(known)
        self.seen: list[str] = []
        self.transport = httpx.MockTransport(self._answer)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("login"):
            key = json.loads(request.content)["client_secret"]
            self.seen.append(key)
            granted = {"access_token": f"token-of-{key}", "expires_in": 3600}
            return (
                httpx.Response(200, json=granted) if key in self.known else httpx.Response(401, json={"message": "No."})
            )
        key = request.headers.get("x-api-key") or request.headers["authorization"].removeprefix("Bearer ")
        if key.startswith("Basic "):
            key = b64decode(key.removeprefix("Basic ")).decode().partition(":")[2]
        if key.startswith("token-of-"):
            key = key.removeprefix("token-of-")
        else:
            self.seen.append(key)
        if key not in self.known:
            said = "The key is not known."
            return httpx.Response(401, json={"detail": said, "error": {"code": "unauthorized", "message": said}})
        return httpx.Response(404, json={"error": {"code": "not_found", "message": "There is no such prompt."}})
