"""Scripted answers: what the next requests meet, given as data."""

from __future__ import annotations

import math
import re
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from promptport_local.answer import Answer

FIELDS = (
    "status", "headers", "json", "body", "parts", "pause", "delay", "times", "operation", "path", "drop", "truncate", "commit",
    "for",
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
        seconds: For how long it waits at the most, from when it was given; None for as long as it takes.
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
    seconds: float | None = None

    @property
    def carried_out(self) -> bool:
        """Whether the platform itself sees the request."""
        return self.commit or (self.answer is None and not self.drop)

    def shown(self, times: int | None, seconds: float | None) -> dict[str, Any]:
        """As data, with the number of requests and the seconds that it still waits for."""
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
            "for": seconds,
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
            - `for`: for how many seconds it waits, from now on; without, until it has met its requests.
            - `commit`: true for the platform to do what is asked although `status` or `drop` hide its answer.

    Raises:
        ValueError: Something in it is not so. The text names it.
    """
    unknown = set(data) - set(FIELDS)
    if unknown:
        raise ValueError(f"a scripted answer has no {', '.join(sorted(unknown))}; it has {', '.join(FIELDS)}")
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
        seconds=None if data.get("for") is None else _number(data, "for", float, 0.0, 0),
    )


@dataclass
class _Waiting:
    """A scripted answer that waits: for how many requests, and until when."""

    script: Script
    times: int | None
    end: float


class Scripts:
    """The scripted answers that wait, by platform, in the order in which they were given.

    Args:
        clock: Tells the seconds by which `for` is measured.
        on_change: Is told a platform for which another number of them waits than before.
    """

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, on_change: Callable[[str], None] = lambda platform: None
    ) -> None:
        self._lock = threading.Lock()
        self._waiting: dict[str, list[_Waiting]] = {}
        self._clock = clock
        self._on_change = on_change

    def add(self, platform: str, scripts: Iterable[Script]) -> None:
        """Let scripted answers wait behind those that wait already."""
        now = self._clock()
        with self._lock:
            self._waiting.setdefault(platform, []).extend(
                _Waiting(each, each.times, math.inf if each.seconds is None else now + each.seconds) for each in scripts
            )
        self._on_change(platform)

    def take(self, platform: str, operation: str | None, path: str) -> Script | None:
        """The first one that is for this request, used once; None if none is."""
        with self._lock:
            waiting = self._current(platform)
            for entry in waiting:
                script = entry.script
                if script.operation in (None, operation) and script.path in (None, path):
                    break
            else:
                return None
            if entry.times is None:
                return script
            entry.times -= 1
            if entry.times == 0:
                waiting.remove(entry)
        self._on_change(platform)
        return script

    def unused(self) -> dict[str, list[dict[str, Any]]]:
        """Those that still wait, as data, by platform."""
        with self._lock:
            now = self._clock()
            shown = {
                platform: [
                    each.script.shown(each.times, None if math.isinf(each.end) else round(each.end - now, 3))
                    for each in self._current(platform)
                ]
                for platform in self._waiting
            }
        return {platform: each for platform, each in shown.items() if each}

    def clear(self, platform: str | None = None) -> None:
        """Forget all; or those of one platform."""
        with self._lock:
            found = [each for each in self._waiting if platform in (None, each)]
            for each in found:
                del self._waiting[each]
        for each in found:
            self._on_change(each)

    def _current(self, platform: str) -> list[_Waiting]:
        """Those of a platform whose time is not over."""
        now = self._clock()
        found = [each for each in self._waiting.get(platform, []) if each.end > now]
        if platform in self._waiting:
            self._waiting[platform] = found
        return found


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
