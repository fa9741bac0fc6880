# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""Take spans in, as OTLP has them.  POST /api/public/otel/v1/traces"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from promptport.model import (
    Content,
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
    "opentelemetry_export_traces",
    "POST",
    "/api/public/otel/v1/traces",
    "https://cloud.langfuse.com",
    security=("basic",),
    repeatable=True,
    accept="application/json",
    content="application/x-protobuf",
    parameters=(
        Parameter("body", "body", "whole", "any", required=True),
        Parameter("content_type", "", "media", "string", names=("application/x-protobuf", "application/json")),
    ),
)


def request(
    *,
    body: Content | Mapping[str, Any],
    content_type: Literal["application/x-protobuf", "application/json"] = "application/x-protobuf",
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "body": body,
            "content_type": content_type,
        },
    )


def parse(content: bytes) -> models.Accepted:
    """Read a successful answer."""
    answer: models.Accepted = reads(lambda: models.Accepted)(
        load(content, shape=_Shape("object", fields=lambda: contract_of(models.Accepted), known=True))
    )
    return answer
