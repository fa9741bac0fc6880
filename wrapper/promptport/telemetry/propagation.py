"""The trace that a request belongs to, as the platform is told it: `traceparent`, and whatever else an application propagates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextvars import ContextVar, Token
from sys import modules

from .faults import Harmless

TRACING = "opentelemetry.trace"
NAME, VALUE = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+"), re.compile(r"[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?")
LONGEST = 8192  # characters of one header, as the standard of baggage has it
_silent: ContextVar[bool] = ContextVar("silent", default=False)


class Silent:
    """A block whose requests tell no platform of a trace. Leaving it twice, or without having entered it, does no harm."""

    __slots__ = ("_token",)

    def __init__(self) -> None:
        self._token: Token[bool] | None = None

    def __enter__(self) -> None:
        self._token = _silent.set(True)

    def __exit__(self, *given: object) -> None:
        token, self._token = self._token, None
        if token is not None:
            _silent.reset(token)


def trace_headers() -> Sequence[tuple[str, str]]:
    """The headers that an application's propagators have for a request, where a span is current; none where they fail."""
    if TRACING not in modules or _silent.get():
        return ()
    found: dict[str, str] = {}
    with Harmless("the headers of a request"):
        from opentelemetry.trace import get_current_span

        if not get_current_span().get_span_context().is_valid:
            return ()
        from opentelemetry.propagate import inject

        inject(found)
        return [each for each in found.items() if _can_be_sent(*each)]
    return ()


def _can_be_sent(name: str, value: str) -> bool:
    return len(value) <= LONGEST and bool(NAME.fullmatch(name) and VALUE.fullmatch(value))
