"""Brings spans to PromptRails, and says what has become of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from promptport_api.promptrails.api.traces import traces_ingest

from ...base.delivering import result_of
from ...base.untraced import untraced
from ...errors import ArgumentError, CallError, Error
from ...outbox.accounts import Notes
from ...outbox.entry import Entry
from ...outbox.result import Outcome, Result
from ..sharing import Sender

MOCK = "What was accepted while a mock of HTTP is at work goes out while it is, and nothing else does then."


class SpanDelivery:
    """Delivers spans, a portion a request. The platform knows a span by its ids, so that twice is once.

    Args:
        sender: What carries the requests.
        deadline: Seconds that one delivery takes at the most.
        may: Whether they may go out now.
    """

    def __init__(self, sender: Sender, deadline: float, may: Callable[[], bool] = lambda: True) -> None:
        self._sender, self._deadline, self._may = sender, deadline, may

    async def deliver(self, batch: Sequence[Entry], notes: Notes) -> Result:
        """Send a portion once, and say what has become of it."""
        if not self._may():
            return Result(Outcome.NOT_RECEIVED, MOCK)
        try:
            with untraced():
                request = traces_ingest.request([each.body for each in batch])
                await self._sender.send(request, traces_ingest.parse, self._deadline)
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
