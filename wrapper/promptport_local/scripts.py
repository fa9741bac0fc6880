"""Scripted answers: what the next requests meet, given as data."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from promptport_local.answer import Answer

_FIELDS = (
    "status", "headers", "json", "body", "parts", "pause", "delay", "times", "operation", "path", "drop", "truncate", "commit",
)  # fmt: skip
_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_END_OF_STATUSES = 600
_VALUE = re.compile(r"[\t\x20-\x7e\x80-\xff]*")


@dataclass(frozen=True)
class Script:
    """What one request, or several, meet instead of the platform, or on the way from it.

    Attributes:
        answer: What is answered; None where the platform itself answers.
        delay: Seconds to wait before the answer.
        pause: Seconds to wait before each further part of an answer that is sent in parts.
        times: How many requests it meets; None for all from now on.
        operation: The operation it is for; None for any.
        path: The path it is for, as it is sent, without the platform's prefix; None for any.
        drop: Whether the connection is closed without an answer.
        truncate: After how many bytes of the body the connection is closed; None where it is sent whole.
        commit: Whether the platform does what the request asks for although its answer is never seen.
    """

    answer: Answer | None = None
    delay: float = 0.0
    pause: float = 0.0
    times: int | None = 1
    operation: str | None = None
    path: str | None = None
    drop: bool = False
    truncate: int | None = None
    commit: bool = False

    @property
    def carried_out(self) -> bool:
        """Whether the platform itself sees the request."""
        return self.commit or (self.answer is None and not self.drop)

    def shown(self, times: int | None) -> dict[str, Any]:
        """As data, with the number of requests that it still waits for."""
        return {
            "status": self.answer.status if self.answer else None,
            "delay": self.delay,
            "pause": self.pause,
            "times": times,
            "operation": self.operation,
            "path": self.path,
            "drop": self.drop,
            "truncate": self.truncate,
            "commit": self.commit,
        }


def read_script(data: Mapping[str, Any]) -> Script:
    """Read a scripted answer from its data.

    Args:
        data: Any of

            - `status`: the status, 200 to 599. Without it the platform answers, late or cut as the rest says.
            - `headers`: an object of texts.
            - `json`: the body, as JSON; or `body`: the body as text (or bytes), HTML where it begins with `<`; or
              `parts`: a list of texts, sent one after the other, the length untold; an event stream, unless the headers
              name another type.
            - `delay`: seconds to wait first.
            - `pause`: seconds to wait before each further part, of these parts or of an answer that the platform itself
              sends in parts.
            - `times`: how many requests meet it, 1 unless given; null for all from now on.
            - `operation` or `path`: what it is for; any without.
            - `drop`: true to close the connection without an answer. The platform does not see the request, unless
              `commit` is true.
            - `truncate`: a number of bytes: the whole length is announced, and the connection closed after so many.
            - `commit`: true for the platform to do what is asked although `status` or `drop` hide its answer.

    Raises:
        ValueError: Something in it is not so. The text names it.
    """
    unknown = set(data) - set(_FIELDS)
    if unknown:
        raise ValueError(f"a scripted answer has no {', '.join(sorted(unknown))}; it has {', '.join(_FIELDS)}")
    status = data.get("status")
    if status is None and not data.keys() & {"delay", "pause", "drop", "truncate"}:
        raise ValueError("a scripted answer needs a status, a delay, a pause, drop or truncate")
    if status is None and data.keys() & {"headers", "json", "body", "parts"}:
        raise ValueError("headers, json, body and parts need a status")
    path = _typed(data, "path", str, None)
    if path is not None and not path.startswith("/"):
        raise ValueError("path must begin with a slash, after the name of the platform")
    return Script(
        answer=None if status is None else _answer(data),
        delay=_number(data, "delay", float, 0.0, 0),
        pause=_number(data, "pause", float, 0.0, 0),
        times=None if data.get("times", 1) is None else _number(data, "times", int, 1, 1),
        operation=_typed(data, "operation", str, None),
        path=path,
        drop=_typed(data, "drop", bool, False),
        truncate=None if data.get("truncate") is None else _number(data, "truncate", int, 0, 0),
        commit=_typed(data, "commit", bool, False),
    )


class Scripts:
    """The scripted answers that wait, by platform, in the order in which they were given."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: dict[str, list[list[Any]]] = {}

    def add(self, platform: str, scripts: Iterable[Script]) -> None:
        """Let scripted answers wait behind those that wait already."""
        with self._lock:
            self._waiting.setdefault(platform, []).extend([script, script.times] for script in scripts)

    def take(self, platform: str, operation: str | None, path: str) -> Script | None:
        """The first one that is for this request, used once; None if none is."""
        with self._lock:
            waiting = self._waiting.get(platform, [])
            for entry in waiting:
                script: Script = entry[0]
                if script.operation in (None, operation) and script.path in (None, path):
                    if entry[1] is not None:
                        entry[1] -= 1
                        if entry[1] == 0:
                            waiting.remove(entry)
                    return script
            return None

    def unused(self) -> dict[str, list[dict[str, Any]]]:
        """Those that still wait, as data, by platform."""
        with self._lock:
            return {
                platform: [script.shown(times) for script, times in waiting]
                for platform, waiting in self._waiting.items()
                if waiting
            }

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._waiting.clear()


def _answer(data: Mapping[str, Any]) -> Answer:
    status = _number(data, "status", int, 200, 200)
    if status >= _END_OF_STATUSES:
        raise ValueError("status must be from 200 to 599")
    if len(data.keys() & {"json", "body", "parts"}) > 1:
        raise ValueError("a scripted answer has json, body or parts, not two of them")
    headers = _headers(_typed(data, "headers", dict, {}))
    if "json" in data:
        return Answer.json(data["json"], status, headers)
    if "parts" in data:
        parts = _typed(data, "parts", list, [])
        if not parts or not all(isinstance(part, str) for part in parts):
            raise ValueError("parts must be a list of texts, and not empty")
        return Answer.stream(parts, status=status, headers=headers)
    body = data.get("body")
    if body is None:
        return Answer(status, b"", None, headers)
    if isinstance(body, str):
        body = body.encode("utf-8")
    elif not isinstance(body, bytes):
        raise ValueError("body must be text")
    html = body.lstrip().startswith(b"<")
    return Answer(status, body, f"text/{'html' if html else 'plain'}; charset=utf-8", headers)


def _headers(given: Mapping[Any, Any]) -> tuple[tuple[str, str], ...]:
    for name, value in given.items():
        if not (isinstance(name, str) and _NAME.fullmatch(name) and isinstance(value, str) and _VALUE.fullmatch(value)):
            raise ValueError(f"headers must be names and values of HTTP, as texts: {name!r}")
        if name.lower() in ("content-length", "transfer-encoding"):
            raise ValueError(f"the header {name} is the server's own; truncate sends less than was announced")
    return tuple(given.items())


def _typed(data: Mapping[str, Any], name: str, kind: type, default: Any) -> Any:
    value = data.get(name)
    if value is None:
        return default
    if not isinstance(value, kind):
        raise ValueError(f"{name} must be of type {kind.__name__}")
    return value


def _number(data: Mapping[str, Any], name: str, kind: type, default: Any, least: int) -> Any:
    value = data.get(name)
    if value is None:
        return default
    allowed = (int, float) if kind is float else (int,)
    # A bool is an int in Python, and `times: true` is a slip.
    if isinstance(value, bool) or not isinstance(value, allowed) or not least <= value < 10**9:
        raise ValueError(f"{name} must be a number from {least} on")
    return kind(value)
