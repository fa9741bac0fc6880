# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Judge a trace.  POST /api/v1/scores"""

from __future__ import annotations

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
    "scores_create",
    "POST",
    "/api/v1/scores",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("trace_id", "trace_id", "body", "string", required=True),
        Parameter("name", "name", "body", "string", required=True),
        Parameter("value", "value", "body", "number"),
        Parameter("string_value", "string_value", "body", "string"),
        Parameter("bool_value", "bool_value", "body", "boolean"),
        Parameter("data_type", "data_type", "body", "string", default="numeric"),
        Parameter("source", "source", "body", "string", default="api"),
        Parameter("span_id", "span_id", "body", "string"),
        Parameter("config_id", "config_id", "body", "string"),
        Parameter("comment", "comment", "body", "string"),
    ),
    history=History(name="scores.create", until="0.8.0", removed_in="0.9.0"),
)


def request(
    *,
    trace_id: str,
    name: str,
    value: float | None = None,
    string_value: str | None = None,
    bool_value: bool | None = None,
    data_type: str = "numeric",
    source: str = "api",
    span_id: str | None = None,
    config_id: str | None = None,
    comment: str | None = None,
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "trace_id": trace_id,
            "name": name,
            "value": value,
            "string_value": string_value,
            "bool_value": bool_value,
            "data_type": data_type,
            "source": source,
            "span_id": span_id or None,
            "config_id": config_id or None,
            "comment": comment or None,
        },
    )


def parse(content: bytes) -> models.Score:
    """Read a successful answer."""
    answer: models.Score = reads(lambda: models.Score)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.Score), known=True))
    )
    return answer
