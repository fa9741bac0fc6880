"""Observers of what goes to Scope and what comes back, for the whole process."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen

from ..http.hooks import Attempt, AttemptResult
from .errors import ConnectionError as ScopeConnectionError
from .errors import ScopeError
from .errors import TimeoutError as ScopeTimeoutError

logger = logging.getLogger("promptport")
SECRET = {"authorization", "x-api-key", "api-key", "proxy-authorization", "cookie"}


@frozen
class RequestInfo:
    """A request that is about to be sent.

    Attributes:
        request_id: The `X-Request-ID` of the call, the same for all its attempts.
        method: The HTTP verb.
        url: The whole address.
        headers: What is sent; credentials are replaced.
        body: The body; None, since fetching has none.
    """

    request_id: str
    method: str
    url: str
    headers: Mapping[str, str]
    body: Any = None


@frozen
class ResponseInfo:
    """An answer, whatever its status.

    Attributes:
        request_id: The `X-Request-ID` of the call.
        status_code: The HTTP status.
        headers: The headers, without cookies.
        body: The body as decoded JSON; as text where it is none.
        elapsed_ms: Milliseconds that the attempt took.
    """

    request_id: str
    status_code: int
    headers: Mapping[str, str]
    body: Any
    elapsed_ms: float


@frozen
class ErrorInfo:
    """An attempt without an answer.

    Attributes:
        request_id: The `X-Request-ID` of the call.
        error: What happened: a `ConnectionError` or `TimeoutError` of Scope.
        elapsed_ms: Milliseconds that the attempt took.
    """

    request_id: str
    error: ScopeError
    elapsed_ms: float


OnRequestCallback = Callable[[RequestInfo], object]
OnResponseCallback = Callable[[ResponseInfo], object]
OnErrorCallback = Callable[[ErrorInfo], object]


_callbacks: dict[type, list[Callable[[Any], object]]] = {RequestInfo: [], ResponseInfo: [], ErrorInfo: []}


class Telemetry:
    """The callbacks of the process: every client that has `telemetry_enabled` calls them, in the order of registration.

    A callback that raises is logged and changes nothing. The exchange of credentials is not shown to any.
    """

    @classmethod
    def on_request(cls, callback: OnRequestCallback) -> OnRequestCallback:
        """Call it before each attempt. Can be used as a decorator."""
        _callbacks[RequestInfo].append(callback)
        return callback

    @classmethod
    def on_response(cls, callback: OnResponseCallback) -> OnResponseCallback:
        """Call it for each answer, whatever its status. Can be used as a decorator."""
        _callbacks[ResponseInfo].append(callback)
        return callback

    @classmethod
    def on_error(cls, callback: OnErrorCallback) -> OnErrorCallback:
        """Call it where an attempt gets no answer. Can be used as a decorator."""
        _callbacks[ErrorInfo].append(callback)
        return callback

    @classmethod
    def clear_callbacks(cls) -> None:
        """Forget all of them."""
        for callbacks in _callbacks.values():
            callbacks.clear()

    @classmethod
    def has_callbacks(cls) -> bool:
        """Whether there is any."""
        return any(_callbacks.values())


def _emit(info: RequestInfo | ResponseInfo | ErrorInfo) -> None:
    for callback in list(_callbacks[type(info)]):
        try:
            callback(info)
        except Exception:  # an observer's mistake is logged, and never the caller's failure
            logger.exception("a telemetry callback failed for %s", type(info).__name__)


class TelemetryHook:
    """Hands the attempts of a client to `Telemetry`."""

    @property
    def detailed(self) -> bool:
        """Whether anybody wants to see headers and answers, which every client of Scope would else pay for."""
        return Telemetry.has_callbacks()

    def before(self, attempt: Attempt) -> None:
        """An attempt begins."""
        name = _request_id(attempt)
        if name and Telemetry.has_callbacks():
            _emit(RequestInfo(name, attempt.method, attempt.url, _shown(attempt.headers)))

    def after(self, attempt: Attempt, outcome: AttemptResult) -> None:
        """An attempt has ended."""
        name, took = _request_id(attempt), outcome.seconds * 1000
        if not name or not Telemetry.has_callbacks():
            return
        if outcome.answer is not None:
            text = outcome.answer.content.decode(errors="replace")
            try:
                body = json.loads(text)
            except (ValueError, RecursionError, MemoryError):
                body = text
            _emit(ResponseInfo(name, outcome.status, _shown(outcome.answer.headers), body, took))
        else:
            kind = ScopeTimeoutError if outcome.timeout else ScopeConnectionError
            _emit(ErrorInfo(name, kind(outcome.problem or ""), took))


def _request_id(attempt: Attempt) -> str | None:
    """The name of a call; None for the exchange of credentials, which has none. A caller's own may be written otherwise."""
    return next((value for name, value in attempt.headers.items() if name.lower() == "x-request-id"), None)


def _shown(headers: Mapping[str, str]) -> dict[str, str]:
    """Headers without what may be a credential."""
    shown = {name: "[REDACTED]" if name.lower() in SECRET else value for name, value in headers.items()}
    return shown | ({"Authorization": "Bearer [REDACTED]"} if "Authorization" in shown else {})
