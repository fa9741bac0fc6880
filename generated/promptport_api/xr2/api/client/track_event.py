# Made by `nox -s generate` from openapi/xr2.yaml: change the contract or a template, never this file.
"""Record an event against the trace of a fetched prompt.  POST /api/v1/events"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from promptport.model import (
    Operation,
    Parameter,
    Request,
    contract_of,
    load,
    reads,
)
from promptport.model import Shape as _Shape

from ... import models

OPERATION = Operation(
    "track_event",
    "POST",
    "/api/v1/events",
    "https://xr2.uk",
    security=("bearer",),
    repeatable="answered",
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("trace_id", "trace_id", "body", "string", required=True),
        Parameter("event_name", "event_name", "body", "string", required=True),
        Parameter("source_name", "source_name", "body", "string", required=True, default="python_sdk"),
        Parameter("user_id", "user_id", "body", "string", nullable=True),
        Parameter("session_id", "session_id", "body", "string", nullable=True),
        Parameter("value", "value", "body", "number", nullable=True),
        Parameter("currency", "currency", "body", "string", nullable=True),
        Parameter("metadata", "metadata", "body", "object", default={}),
    ),
)


def request(
    *,
    trace_id: str,
    event_name: str,
    source_name: str = "python_sdk",
    user_id: str | None = None,
    session_id: str | None = None,
    value: float | None = None,
    currency: str | None = None,
    metadata: Mapping[str, Any] | None = None,
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "trace_id": trace_id,
            "event_name": event_name,
            "source_name": source_name,
            "user_id": user_id,
            "session_id": session_id,
            "value": value,
            "currency": currency,
            "metadata": metadata,
        },
    )


def parse(content: bytes) -> models.EventResponse:
    """Read a successful answer."""
    answer: models.EventResponse = reads(lambda: models.EventResponse)(
        load(content, shape=_Shape("object", fields=lambda: contract_of(models.EventResponse), known=True))
    )
    return answer
