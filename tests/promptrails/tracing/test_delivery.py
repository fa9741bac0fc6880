"""Proves what a delivery of spans says has become of them, and that nothing traces it."""

from __future__ import annotations

from typing import Any

import pytest
from opentelemetry import context

from promptport.errors import ArgumentError, CallError, ClosedError, ConfigurationError
from promptport.model import Request
from promptport.outbox.accounts import Notes
from promptport.outbox.entry import Entry
from promptport.outbox.result import Outcome
from promptport.promptrails.tracing.delivery import SpanDelivery

pytestmark = [pytest.mark.anyio, pytest.mark.one_python("it is about what becomes of spans")]
BATCH = [Entry("1", "spans", 0.0, "a"), Entry("2", "spans", 0.0, "b")]


class Sender:
    """Takes requests, or fails."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.seen: list[Any] = []

    async def send(self, request: Request, parse: Any, deadline: float | None = None) -> Any:
        self.seen.append((request.arguments, deadline, context.get_value(context._SUPPRESS_INSTRUMENTATION_KEY)))
        if self.error:
            raise self.error
        return parse(b'{"data": {}}')

    async def aclose(self) -> None:
        self.seen.append("closed")


def made(sender: Sender) -> SpanDelivery:
    return SpanDelivery(sender, 3.0)


async def test_a_portion_is_one_request_that_nothing_traces() -> None:
    sender = Sender()
    delivery = made(sender)
    assert (await delivery.deliver(BATCH, Notes(None))).outcome is Outcome.DELIVERED
    await delivery.aclose()
    assert sender.seen == [({"spans": ["a", "b"]}, 3.0, True), "closed"]
    assert context.get_value(context._SUPPRESS_INSTRUMENTATION_KEY) is None


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (CallError("too large", 413), Outcome.TOO_LARGE),
        (CallError("", kind="timeout"), Outcome.NOT_RECEIVED),  # the platform can tell, so that it goes again at once
        (ArgumentError("no JSON"), Outcome.REFUSED),
        (ClosedError("closed"), Outcome.NOT_RECEIVED),
        (ConfigurationError("a mock is at work"), Outcome.NOT_RECEIVED),
    ],
)
async def test_what_goes_wrong(error: Exception, outcome: Outcome) -> None:
    result = await made(Sender(error)).deliver(BATCH, Notes(None))
    assert result.outcome is outcome
    assert (error.args[0] or result.reason) in result.reason
