"""What happened: the requests that arrived, and the answers that broke a contract."""

from __future__ import annotations

import json
import threading
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from promptport_local.clock import utc_now, written
from promptport_local.masking import mask, mask_header, mask_json, mask_query
from promptport_local.strict_json import BrokenJson, read_json

_SHOWN = 20_000


@dataclass(eq=False)
class LoggedRequest:
    """One request that arrived at a platform.

    Attributes:
        platform: The platform's name.
        operation: The operation's id, or None where the contract has none of this path and verb.
        method: The verb.
        path: The path as it was sent, without the platform's prefix, still percent-encoded.
        query: The query as it was sent.
        headers: The headers as they came, as pairs, names in small letters, **credentials included**; `repr` and
            `shown()` mask them.
        body: The bytes of the body, as far as it came.
        status: The status of the answer; None where there was none, or not yet.
        time: When it arrived, by the clock of this machine.
        seconds: How long it took until the answer was sent; None while it runs.
        scripted: Whether a scripted answer met it.
        secrets: The fields of the body that the contract calls secret.
        hidden: The step of the path that is a secret, such as a token; empty where none is.
        ignored: What of it the release does not know that the platform is served as, such as `body.tags`; always empty where
            it is served with what all releases have.
    """

    platform: str
    operation: str | None
    method: str
    path: str
    query: str
    headers: list[tuple[str, str]]
    body: bytes = b""
    status: int | None = None
    time: datetime = field(default_factory=utc_now)
    seconds: float | None = None
    scripted: bool = False
    secrets: frozenset[str] = frozenset()
    hidden: str = ""
    ignored: list[str] = field(default_factory=list)

    def header(self, name: str) -> str | None:
        """The first header of this name, or None."""
        return next((value for key, value in self.headers if key == name.lower()), None)

    @property
    def shown_path(self) -> str:
        """The path, its secret masked."""
        return self.path.replace(f"/{self.hidden}", f"/{mask(self.hidden)}") if self.hidden else self.path

    def shown(self) -> dict[str, Any]:
        """Everything as JSON, credentials masked, a long body cut."""
        return {
            "platform": self.platform,
            "operation": self.operation,
            "method": self.method,
            "path": self.shown_path,
            "query": mask_query(self.query),
            "headers": [[name, mask_header(name, value)] for name, value in self.headers],
            "body": self._shown_body(),
            "status": self.status,
            "time": written(self.time),
            "seconds": self.seconds,
            "scripted": self.scripted,
            "ignored": self.ignored,
        }

    def __repr__(self) -> str:
        query = f"?{mask_query(self.query)}" if self.query else ""
        return f"<LoggedRequest {self.platform} {self.method} {self.shown_path}{query} {self.status}>"

    def _shown_body(self) -> str:
        try:
            text = json.dumps(mask_json(read_json(self.body), self.secrets), ensure_ascii=False)
        except BrokenJson:
            text = self.body.decode("utf-8", "replace")
        return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


@dataclass(frozen=True)
class Violation:
    """An answer of the local platform that broke the contract, or a failure inside it: a mistake of ours.

    Attributes:
        platform: The platform's name.
        operation: The operation's id.
        text: What is wrong.
    """

    platform: str
    operation: str
    text: str


class RequestLog:
    """The requests that arrived, oldest first. Old ones leave when it grows too long.

    Args:
        longest: How many requests are kept.
        largest: How many bytes of bodies are kept.
    """

    def __init__(self, longest: int = 100_000, largest: int = 64_000_000) -> None:
        self._lock = threading.Lock()
        self._entries: deque[LoggedRequest] = deque()
        self._without_body: set[LoggedRequest] = set()
        self._longest = longest
        self._largest = largest
        self._bytes = 0

    def add(self, entry: LoggedRequest) -> None:
        """Note a request whose body has not come yet."""
        with self._lock:
            self._entries.append(entry)
            self._without_body.add(entry)
            self._trim()

    def received(self, entry: LoggedRequest, body: bytes) -> None:
        """Note the body of a request."""
        with self._lock:
            entry.body = body
            if entry in self._without_body:
                self._without_body.remove(entry)
                self._bytes += len(body)
                self._trim()

    def all(self) -> list[LoggedRequest]:
        """A list of all, oldest first."""
        with self._lock:
            return list(self._entries)

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._entries.clear()
            self._without_body.clear()
            self._bytes = 0

    def _trim(self) -> None:
        while len(self._entries) > self._longest or (self._bytes > self._largest and len(self._entries) > 1):
            oldest = self._entries.popleft()
            if oldest in self._without_body:
                self._without_body.remove(oldest)
            else:
                self._bytes -= len(oldest.body)
