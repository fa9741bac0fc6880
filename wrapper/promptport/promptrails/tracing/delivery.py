"""Brings spans to PromptRails, and says what has become of them."""

from __future__ import annotations

from collections.abc import Sequence

from promptport_api.promptrails.api.traces import traces_ingest

from ...base.delivering import result_of
from ...base.untraced import untraced
from ...errors import ArgumentError, CallError, Error
from ...outbox.accounts import Notes
from ...outbox.entry import Entry
from ...outbox.result import Outcome, Result
from ..sharing import Sender


class SpanDelivery:
    """Delivers spans, a portion a request. The platform knows a span by its ids, so that twice is once.

    Args:
        sender: What carries the requests.
        deadline: Seconds that one delivery takes at the most.
    """

    def __init__(self, sender: Sender, deadline: float) -> None:
        self._sender, self._deadline = sender, deadline

    async def deliver(self, batch: Sequence[Entry], notes: Notes) -> Result:
        """Send a portion once, and say what has become of it."""
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
