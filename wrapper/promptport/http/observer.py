"""Shows every attempt to the hooks of a client and to its log, without any secret. Nothing here waits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from ..model import Operation, noting
from .call import Call
from .encode import Encoded
from .failure import BODY, refusal
from .hooks import Attempt, AttemptResult, Hook, Hooks
from .request import Requests
from .response import Response
from .rules import Rules
from .wire import RawResponse, TransportError, Wire, understood

T = TypeVar("T")


class Observer:
    """Shows the attempts of one client.

    Args:
        rules: The ways of the platform; they know its secrets.
        requests: What makes the requests.
        hooks: The observers.
    """

    def __init__(self, rules: Rules, requests: Requests, hooks: tuple[Hook, ...]) -> None:
        self._rules = rules
        self._requests = requests
        self._hooks = Hooks(hooks)

    def before(self, call: Call, encoded: Encoded, wire: Wire[Any], token: str | None) -> Attempt | None:
        """Show an attempt that begins; None where nobody looks."""
        if not self._hooks.enabled:
            return None
        operation = call.operation
        url = self._rules.hide(wire.url.partition("?")[0])
        headers = self._requests.shown(operation, encoded, wire.buffered, token) if self._hooks.detailed else {}
        attempt = Attempt(self._rules.platform, operation.id, call.attempts, operation.method, url, headers)
        self._hooks.before(attempt)
        return attempt

    def after(self, call: Call, attempt: Attempt, outcome: RawResponse | TransportError, seconds: float) -> None:
        """Show how an attempt ended."""
        if isinstance(outcome, TransportError):
            result = AttemptResult(0, seconds, self._rules.hide(outcome.message), outcome.timeout)
        else:
            response = self._shown(outcome, bool(call.operation.security)) if self._hooks.detailed else None
            result = AttemptResult(outcome.status, seconds, answer=response)
        self._hooks.after(attempt, result)

    def read(self, operation: Operation, parse: Callable[..., T], *content: Any) -> T:
        """What is read from an answer. Where it differs from the contract, that is counted and shown.

        Raises:
            Unreadable: It can't be read.
        """
        with noting() as found:
            answer = understood(parse, *content)
        if found:
            self._hooks.differs(self._rules.platform, operation.id, found)
        return answer

    def _shown(self, raw: RawResponse, secured: bool) -> Response:
        """An answer. What an operation without credentials answers may be credentials, and is not shown."""
        hide = self._rules.hide
        headers = {name: hide(value) for name, value in raw.headers.items() if name != "set-cookie"}
        if not secured:
            return Response(raw.status, headers, b"")
        text = refusal(raw).content.decode(errors="replace")
        text = hide(text) if 200 <= raw.status < 300 else self._rules.secrets.excerpt(text, BODY)
        return Response(raw.status, headers, text.encode())
