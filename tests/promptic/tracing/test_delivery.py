"""Proves how spans are brought to the platform, and what is made of its answers."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from typing import Any

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)

from promptport.http.response import Response
from promptport.outbox.accounts import Notes
from promptport.outbox.entry import Entry
from promptport.outbox.result import Outcome, Result
from promptport.promptic.tracing.credentials import Destination
from promptport.promptic.tracing.delivery import Rejection, SpanDelivery, compressed, rejection_of
from promptport.promptic.tracing.exporter import ExporterSettings
from promptport.testing import Platform

from .traced import KEY, entries, sent

pytestmark = pytest.mark.one_python("what goes over the wire is the same on all")

PROTOBUF = "application/x-protobuf"


def delivered(url: str, batch: Sequence[Entry], key: str = KEY, **settings: Any) -> Result:
    """What a delivery comes to."""

    async def deliver() -> Result:
        made = SpanDelivery(Destination(key, url), ExporterSettings(**settings))
        try:
            return await made.deliver(batch, Notes(None))
        finally:
            await made.aclose()

    return asyncio.run(deliver())


def test_a_portion_goes_out_as_one_export(platform: Platform) -> None:
    assert delivered(platform.url("promptic"), entries("a", "b", "c")) == Result(Outcome.DELIVERED)
    (request,) = sent(platform)
    export = ExportTraceServiceRequest.FromString(request.body)
    assert [each.scope_spans[0].spans[0].name for each in export.resource_spans] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("script", "outcome"),
    [
        ({"status": 503, "json": {"error": "later"}}, Outcome.NOT_RECEIVED),
        ({"status": 429, "json": {"error": "slower"}, "headers": {"Retry-After": "7"}}, Outcome.NOT_RECEIVED),
        ({"status": 502, "body": "<html>"}, Outcome.NOT_RECEIVED),
        ({"status": 200, "body": "<html>Sign in</html>"}, Outcome.NOT_RECEIVED),
        ({"status": 404, "body": "<html>"}, Outcome.NOT_RECEIVED),
        ({"drop": True}, Outcome.NOT_RECEIVED),  # a span that comes twice counts once
        ({"status": 413, "json": {"error": "too large"}}, Outcome.TOO_LARGE),
        ({"status": 413, "body": "<html>of a proxy"}, Outcome.TOO_LARGE),
        ({"status": 400, "json": {"error": "no export"}}, Outcome.REFUSED),
        ({"status": 204}, Outcome.DELIVERED),
        ({"status": 200, "body": "taken", "headers": {"Content-Type": "text/plain"}}, Outcome.DELIVERED),
    ],
)
def test_what_an_answer_comes_to(platform: Platform, script: dict[str, Any], outcome: Outcome) -> None:
    """It is tried once: the outbox tries again."""
    platform.script("promptic", script)
    found = delivered(platform.url("promptic"), entries("a"))
    assert found.outcome is outcome
    assert found.after == (7.0 if "headers" in script and outcome is Outcome.NOT_RECEIVED else 0.0)
    assert len(sent(platform)) + len([each for each in platform.requests if each.operation is None]) == 1


def test_a_key_that_is_refused_is_kept_waiting_for(platform: Platform) -> None:
    found = delivered(platform.url("promptic"), entries("a"), key="pk_planted_0123456789")
    assert (found.outcome, found.after) == (Outcome.NOT_RECEIVED, 120.0)
    assert "pk_planted" not in repr(found)


def test_nobody_is_there() -> None:
    found = delivered("http://127.0.0.1:1", entries("a"))
    assert found.outcome is Outcome.NOT_RECEIVED
    assert "no connection" in found.reason


def test_a_platform_that_hangs(platform: Platform) -> None:
    platform.script("promptic", {"delay": 0.6})
    assert delivered(platform.url("promptic"), entries("a"), timeout=0.1).outcome is Outcome.NOT_RECEIVED


@pytest.mark.parametrize(
    ("rejected", "outcome", "each"),
    [(0, Outcome.DELIVERED, 0), (1, Outcome.REFUSED, 0), (2, Outcome.DELIVERED, 2), (9, Outcome.DELIVERED, 2)],
)
def test_spans_that_are_rejected(platform: Platform, rejected: int, outcome: Outcome, each: int) -> None:
    """All of them: each is; some: the portion is sent in halves until it is known which."""
    said = {"partialSuccess": {"rejectedSpans": str(rejected), "errorMessage": "no such dataset"}}
    platform.script("promptic", {"json": said, "status": 200})
    found = delivered(platform.url("promptic"), entries("a", "b"))
    assert (found.outcome, len(found.each)) == (outcome, each)
    assert {one.reason for one in found.each.values()} <= {"no such dataset"}
    assert found.reason == ("no such dataset" if outcome is Outcome.REFUSED else "")


@pytest.mark.parametrize(
    ("content", "media", "found"),
    [
        (b"", PROTOBUF, Rejection()),
        (b"\xff\xff", PROTOBUF, Rejection()),
        (b"", "", Rejection()),
        (b"{}", "application/json", Rejection()),
        (b'{"partialSuccess": 7}', "application/json", Rejection()),
        (json.dumps({"partialSuccess": {"rejectedSpans": 2}}).encode(), "application/json", Rejection(2, "")),
    ],
)
def test_what_an_answer_says_of_rejected_spans(content: bytes, media: str, found: Rejection) -> None:
    headers = {"content-type": media} if media else {}
    assert rejection_of(Response(200, headers, content)) == found


def test_in_protobuf_as_well() -> None:
    answer = ExportTraceServiceResponse()
    answer.partial_success.rejected_spans = 3
    answer.partial_success.error_message = "why"
    content = answer.SerializeToString()
    assert rejection_of(Response(200, {"content-type": PROTOBUF}, content)) == Rejection(3, "why")


def test_without_a_coding_it_goes_as_it_is() -> None:
    assert compressed(b"a", "") == b"a"
