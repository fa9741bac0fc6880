"""Brings spans to a platform: what rooms with tracing share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

from ..errors import ArgumentError, CallError, Error
from ..model import Parse, Request
from ..outbox.accounts import Notes
from ..outbox.entry import Entry
from ..outbox.result import Outcome, Result
from .delivering import result_of

T = TypeVar("T")


class Sender(Protocol):
    """What carries a request; it never tries again."""

    async def send(self, request: Request, parse: Parse[T], deadline: float | None = None) -> T:
        """Send a request, and read its answer."""

    async def aclose(self) -> None:
        """Let go of the connections."""


class SpanDelivery:
    """Delivers spans, a portion a request. A platform knows a span by its ids, so that twice is once.

    Args:
        sender: What carries the requests.
        request: Makes the request of a portion.
        parse: Reads its answer.
        deadline: Seconds that one delivery takes at the most.
    """

    def __init__(
        self,
        sender: Sender,
        request: Callable[[Sequence[Entry]], Request],
        parse: Parse[Any],
        deadline: float,
    ) -> None:
        self._sender, self._request, self._parse, self._deadline = sender, request, parse, deadline

    async def deliver(self, batch: Sequence[Entry], notes: Notes) -> Result:
        """Send a portion once, and say what has become of it."""
        try:
            with untraced():
                await self._sender.send(self._request(batch), self._parse, self._deadline)
        except CallError as error:
            return result_of(error, distinguishable=True)
        except ArgumentError as error:  # what no request can hold; the portion is halved until it stands alone
            return Result(Outcome.REFUSED, str(error))
        except Error as error:  # nothing was sent: the client is closed, or a mock is at work
            return Result(Outcome.NOT_RECEIVED, str(error))
        return Result(Outcome.DELIVERED)

    async def aclose(self) -> None:
        """Let go of the connections."""
        await self._sender.aclose()


@contextmanager
def untraced() -> Iterator[None]:
    """Let no instrumentation make spans of what is sent inside the block: each would bring about another."""
    context = sys.modules.get("opentelemetry.context")
    key = getattr(context, "_SUPPRESS_INSTRUMENTATION_KEY", None)  # which OpenTelemetry's own exporters use, too
    if context is None or key is None:
        yield
        return
    token = context.attach(context.set_value(key, True))
    try:
        yield
    finally:
        context.detach(token)
