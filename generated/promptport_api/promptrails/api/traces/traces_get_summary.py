# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Traces, summed up.  GET /api/v1/traces/summary"""

from __future__ import annotations

from typing import Any

from promptport.model import (
    History,
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
    "traces_get_summary",
    "GET",
    "/api/v1/traces/summary",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("date_from", "date_from", "query", "string"),
        Parameter("date_to", "date_to", "query", "string"),
        Parameter("status", "status", "query", "string"),
        Parameter("level", "level", "query", "string"),
        Parameter("kind", "kind", "query", "string"),
        Parameter("model_name", "model_name", "query", "string"),
        Parameter("agent_id", "agent_id", "query", "string"),
        Parameter("session_id", "session_id", "query", "string"),
        Parameter("execution_id", "execution_id", "query", "string"),
        Parameter("trace_id", "trace_id", "query", "string"),
        Parameter("filters", "filters", "query", "object"),
    ),
    history=History(name="traces.get_summary", since="0.9.0"),
)


def request(
    *,
    date_from: str | None = None,
    date_to: str | None = None,
    status: str | None = None,
    level: str | None = None,
    kind: str | None = None,
    model_name: str | None = None,
    agent_id: str | None = None,
    session_id: str | None = None,
    execution_id: str | None = None,
    trace_id: str | None = None,
    **filters: Any,
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "date_from": date_from,
            "date_to": date_to,
            "status": status,
            "level": level,
            "kind": kind,
            "model_name": model_name,
            "agent_id": agent_id,
            "session_id": session_id,
            "execution_id": execution_id,
            "trace_id": trace_id,
            "filters": filters,
        },
    )


def parse(content: bytes) -> models.TraceSummary:
    """Read a successful answer."""
    answer: models.TraceSummary = reads(lambda: models.TraceSummary)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.TraceSummary), known=True))
    )
    return answer
