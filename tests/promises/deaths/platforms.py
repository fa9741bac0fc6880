"""The endpoints of platforms, as far as clients deliver to them: what is counted under which identity, and what is answered.

A row of `ROUTES` is an endpoint; whoever adds a client whose platform is not here adds its row.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any, NamedTuple

from .rows import Rows, marks


class Answer(NamedTuple):
    """What is answered.

    Attributes:
        body: Its bytes.
        status: Its status.
        kind: Its `Content-Type`.
    """

    body: bytes
    status: int = 200
    kind: str = "application/json"


def _json(value: Any, status: int = 200) -> Answer:
    return Answer(json.dumps(value).encode(), status)


_numbers = count(1)


def _prompt(body: bytes, rows: Rows, seconds: float) -> Answer:
    """xR2: a version of a prompt, and a trace of its own for every request."""
    moment = "2026-01-15T09:00:00Z"
    return _json(
        {
            "slug": json.loads(body)["slug"], "source_name": "python_sdk", "version_number": 1, "status": "production",
            "system_prompt": "You are friendly.", "user_prompt": "Welcome {{customer_name}}.", "assistant_prompt": None,
            "variables": [{"name": "customer_name", "type": "string", "required": True}],
            "deployed_at": moment, "created_at": moment, "updated_at": moment,
            "trace_id": f"evt_c0b137fe_1768469400_{next(_numbers):08x}",
            "ab_test_id": None, "ab_test_name": None, "ab_test_variant": None,
        }
    )  # fmt: skip


def _event(body: bytes, rows: Rows, seconds: float) -> Answer:
    """xR2: one event a trace and a name; it looks first and then writes, so that two at a time poison the trace."""
    given = json.loads(body)
    identity = (given["trace_id"], given["event_name"])
    try:
        known = rows.select_then_insert(identity, marks(body)[0], seconds)
    except LookupError as error:
        return _json({"detail": f"Internal server error: {error}"}, 500)
    return _json(
        {
            "status": "success", "event_id": "6f1f0a54-6d2a-4b8e-9a57-0f6f3a1d2c4b", "trace_id": identity[0],
            "event_name": identity[1], "timestamp": "2026-01-15T09:35:00.123456+00:00", "is_duplicate": known,
        }
    )  # fmt: skip


def _otlp(body: bytes, rows: Rows, seconds: float) -> Answer:
    """Promptic, and whoever else takes OTLP: a span counts once by its ids."""
    from opentelemetry.proto.collector.trace.v1 import trace_service_pb2 as service

    for resource in service.ExportTraceServiceRequest.FromString(body).resource_spans:
        for scope in resource.scope_spans:
            for span in scope.spans:
                for mark in marks(span.SerializeToString()):
                    rows.upsert((span.trace_id, span.span_id), mark)
    return Answer(b"", kind="application/x-protobuf")


def _spans(body: bytes, rows: Rows, seconds: float) -> Answer:
    """PromptRails: a span takes the place of one with its ids."""
    spans = json.loads(body)["spans"]
    for span in spans:
        for mark in marks(json.dumps(span).encode()):
            rows.upsert((span["trace_id"], span["span_id"]), mark)
    return _json({"data": {"ingested": len(spans)}})


def _scores(body: bytes, rows: Rows, seconds: float) -> Answer:
    """langfuse: a score takes the place of one with its id, and gets one where it has none."""
    for score in json.loads(body):
        for mark in marks(json.dumps(score).encode()):
            rows.upsert(score.get("id", next(_numbers)), mark)
    return _json({"message": "Accepted"}, 202)


def _captured(body: bytes, rows: Rows, seconds: float) -> Answer:
    """PostHog: an event takes the place of one with its UUID."""
    for event in json.loads(body)["batch"]:
        for mark in marks(json.dumps(event).encode()):
            rows.upsert(event["uuid"], mark)
    return _json({"status": "Ok"})


ROUTES: dict[tuple[str, str], Callable[[bytes, Rows, float], Answer]] = {
    ("POST", "/api/v1/get-prompt"): _prompt,
    ("POST", "/api/v1/events"): _event,
    ("POST", "/api/v1/traces"): _otlp,
    ("POST", "/api/v1/traces/ingest"): _spans,
    ("POST", "/api/public/scores"): _scores,
    ("POST", "/batch"): _captured,
}
"""By method and path, whatever stands before it in an address: what is done with the body (which is unpacked), the rows, and
the seconds for which a platform that looks first and then writes is at it."""


def route(method: str, path: str) -> Callable[[bytes, Rows, float], Answer] | None:
    """Who answers a request; None where nobody does."""
    return next(_found(method, path.split("?", 1)[0].rstrip("/")), None)


def _found(method: str, path: str) -> Iterator[Callable[[bytes, Rows, float], Answer]]:
    for (known, end), found in ROUTES.items():
        if method == known and path.endswith(end):
            yield found
