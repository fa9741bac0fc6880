"""Brings spans to Promptic: what is large in them first, as artifacts, then all that go out together, as one export."""

from __future__ import annotations

import gzip
import json
import logging
import zlib
from collections.abc import Sequence
from typing import NamedTuple

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceResponse

from ...base.delivering import result_of
from ...base.untraced import untraced
from ...errors import CallError
from ...http._async.pipeline import AsyncPipeline
from ...http.response import Response
from ...http.rules import is_page
from ...model import Request
from ...outbox.accounts import Notes
from ...outbox.entry import Entry
from ...outbox.result import Outcome, Result
from ..rules import Credentials, PrompticRules
from .credentials import Destination
from .exporter import ExporterSettings
from .lightening import Lightening
from .operations import INGEST, PROTOBUF

logger = logging.getLogger("promptport")


class Rejection(NamedTuple):
    """What the platform says of an export that it has taken.

    Attributes:
        spans: How many of its spans it has not taken.
        reason: Why.
    """

    spans: int = 0
    reason: str = ""


class SpanDelivery:
    """Brings spans to Promptic, each an export of its own: one behind the other they are an export as well.

    Args:
        destination: Where they go.
        settings: How.
    """

    def __init__(self, destination: Destination, settings: ExporterSettings) -> None:
        rules = PrompticRules(Credentials(api_key=destination.key))
        self._pipeline = AsyncPipeline(rules, settings.options(destination))
        self._compression = settings.compression
        self._lightening = Lightening(destination)

    async def deliver(self, batch: Sequence[Entry], notes: Notes) -> Result:
        """Deliver a portion, once.

        Args:
            batch: The spans.
            notes: Which artifacts were made of what.
        """
        with untraced():
            bodies = [await self._lightening.lightened(each.body, notes) for each in batch]
            try:
                rejection = await self._send(b"".join(bodies))
            except CallError as error:
                return result_of(error, distinguishable=True)
            finally:
                self._lightening.end()
        if not rejection.spans:
            return Result(Outcome.DELIVERED)
        reason = rejection.reason or "the platform has rejected it"
        if rejection.spans < len(batch):
            return Result(
                Outcome.REFUSED, reason
            )  # in halves, until it is known which; those that it has it knows by their ids
        refused = Result(Outcome.REFUSED, reason)
        return Result(Outcome.DELIVERED, each=dict.fromkeys((each.id for each in batch), refused))

    async def _send(self, body: bytes) -> Rejection:
        request = Request(INGEST, {"body": compressed(body, self._compression), "encoding": self._compression or None})
        _, answer = await self._pipeline.exchange(request, bytes)
        if is_page(answer):
            raise CallError(
                "What answers is a page, and not the platform.",
                kind="unreadable",
                platform="promptic",
                operation=INGEST.id,
            )
        return rejection_of(answer)

    async def aclose(self) -> None:
        """Let go of the connections."""
        await self._pipeline.aclose()
        await self._lightening.aclose()


def compressed(body: bytes, coding: str) -> bytes:
    """A body in a coding: `gzip`, `deflate`, or empty for neither."""
    if coding == "gzip":
        return gzip.compress(body)
    return zlib.compress(body) if coding == "deflate" else body


def rejection_of(answer: Response) -> Rejection:
    """What an answer says of spans that were not taken. Whatever can't be read says nothing: they are taken."""
    try:
        if PROTOBUF in answer.headers.get("content-type", PROTOBUF):
            partial = ExportTraceServiceResponse.FromString(answer.content).partial_success
            return Rejection(partial.rejected_spans, partial.error_message)
        said = json.loads(answer.content)["partialSuccess"]
        return Rejection(int(said.get("rejectedSpans", 0)), str(said.get("errorMessage", "")))
    except Exception:  # protobuf's own errors among them
        return Rejection()
