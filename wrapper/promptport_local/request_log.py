"""What happened: the requests that arrived, and the answers that broke a contract."""

from __future__ import annotations

import json
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from promptport_local.answer import Answer
from promptport_local.clock import utc_now, written
from promptport_local.masking import mask, mask_header, mask_json, mask_links, mask_query, secret_name
from promptport_local.strict_json import BrokenJson, read_json

_SHOWN = 20_000
_SECRET = 4  # characters: a shorter credential is any word's part


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
        answer: What was answered, **tokens included**; None where there was no answer, or not yet.
        number: How many requests of this server were over before, plus one; None as long as it is not over.
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
    answer: Answer | None = None
    number: int | None = None

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
            "id": self.number,
            "platform": self.platform,
            "operation": self.operation,
            "method": self.method,
            "path": self.shown_path,
            "query": mask_query(self.query),
            "headers": [[name, mask_header(name, value)] for name, value in self.headers],
            "body": self._shown(self.body, self.header("content-type")),
            "status": self.status,
            "time": written(self.time),
            "seconds": self.seconds,
            "scripted": self.scripted,
            "ignored": self.ignored,
            "answer": self._shown_answer(),
        }

    def __repr__(self) -> str:
        query = f"?{mask_query(self.query)}" if self.query else ""
        return f"<LoggedRequest {self.platform} {self.method} {self.shown_path}{query} {self.status}>"

    def _shown_answer(self) -> dict[str, Any] | None:
        if self.answer is None:
            return None
        pairs = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in self.answer.pairs]
        return {
            "status": self.answer.status,
            "headers": [[name, mask_header(name, value)] for name, value in pairs],
            "body": self._shown(self.answer.body, self.answer.media),
        }

    def _shown(self, body: bytes, media: str | None) -> str:
        """A body as it may be shown: what is secret in it is masked, and a long one cut."""
        try:
            text = json.dumps(mask_json(read_json(body), self.secrets), ensure_ascii=False)
        except BrokenJson:
            text = body.decode("utf-8", "replace")
            if (media or "").startswith("application/x-www-form-urlencoded"):
                text = mask_query(text)
        text = mask_links(text)
        for secret in self._sent_secrets():
            text = text.replace(secret, mask(secret))
        return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"

    def _sent_secrets(self) -> list[str]:
        """The credentials that came with the request: an answer may repeat one in its words."""
        values = [value for name, value in self.headers if secret_name(name)]
        return [found for value in values if len(found := value.rpartition(" ")[2]) >= _SECRET]


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


class After(NamedTuple):
    """Requests that were over after another.

    Attributes:
        requests: The first of them.
        dropped: How many are not kept any more.
        number: After which number to ask next.
    """

    requests: list[LoggedRequest]
    dropped: int
    number: int


class RequestLog:
    """The requests that arrived, oldest first. Old ones leave when it grows too long.

    Args:
        longest: How many requests are kept.
        largest: How many bytes of bodies are kept, of requests and answers together.
        recent: How many of those that are over can be asked for by `after`.
        on_over: Is told whenever a request is over.
    """

    def __init__(
        self,
        longest: int = 100_000,
        largest: int = 64_000_000,
        recent: int = 1000,
        on_over: Callable[[], None] = lambda: None,
    ) -> None:
        self._on_over = on_over
        self._lock = threading.Lock()
        self._entries: deque[LoggedRequest] = deque()
        self._sizes: dict[LoggedRequest, int] = {}  # bytes of those that are kept
        self._recent: dict[int, LoggedRequest] = {}
        self._over = self._forgotten = 0
        self._longest = longest
        self._largest = largest
        self._most = recent
        self._bytes = 0

    def add(self, entry: LoggedRequest) -> None:
        """Note a request whose body has not come yet."""
        with self._lock:
            self._entries.append(entry)
            self._sizes[entry] = 0
            self._trim()

    def received(self, entry: LoggedRequest, body: bytes) -> None:
        """Note the body of a request."""
        with self._lock:
            entry.body = body
            self._count(entry, len(body))

    def over(self, entry: LoggedRequest, answer: Answer | None) -> None:
        """Note that a request is over. One that was forgotten before gets no number.

        Args:
            entry: The request.
            answer: What is answered; None where its client gets nothing.
        """
        with self._lock:
            entry.answer = answer
            if entry not in self._sizes:
                return
            self._over += 1
            entry.number = self._over
            self._recent[self._over] = entry
            if len(self._recent) > self._most:
                del self._recent[next(iter(self._recent))]
            self._count(entry, len(answer.body) if answer else 0)
        self._on_over()

    def after(self, number: int, most: int = 20) -> After:
        """The requests that were over after another, in this order, as far as they are kept.

        Args:
            number: The number of the other. One that no request has had counts as 0, before all of them.
            most: How many are answered at the most.
        """
        with self._lock:
            since = max(number, self._forgotten) if 0 <= number <= self._over else self._forgotten
            found = [each for this, each in self._recent.items() if this > since]
            dropped = self._over - since - len(found)
            if len(found) > most:
                return After(found[:most], dropped, found[most - 1].number or 0)
            return After(found, dropped, self._over)

    @property
    def newest(self) -> int:
        """The number of the request that was over last; 0 where none was."""
        with self._lock:
            return self._over

    def all(self) -> list[LoggedRequest]:
        """A list of all, oldest first."""
        with self._lock:
            return list(self._entries)

    def clear(self) -> None:
        """Forget all. Numbers go on."""
        with self._lock:
            self._entries.clear()
            self._sizes.clear()
            self._recent.clear()
            self._forgotten = self._over
            self._bytes = 0

    def _count(self, entry: LoggedRequest, size: int) -> None:
        if entry in self._sizes:
            self._sizes[entry] += size
            self._bytes += size
            self._trim()

    def _trim(self) -> None:
        while len(self._entries) > self._longest or (self._bytes > self._largest and len(self._entries) > 1):
            oldest = self._entries.popleft()
            self._bytes -= self._sizes.pop(oldest)
            if oldest.number is not None:
                self._recent.pop(oldest.number, None)
