# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Query a data source.  POST /api/v1/data-sources/{data_source_id}/query"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from promptport.model import (
    Operation,
    Parameter,
    Request,
    load,
    loose,
)
from promptport.model import Shape as _Shape

OPERATION = Operation(
    "data_sources_query",
    "POST",
    "/api/v1/data-sources/{data_source_id}/query",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("data_source_id", "data_source_id", "path", "string", required=True),
        Parameter("parameters", "parameters", "body", "object"),
    ),
)


def request(data_source_id: str, *, parameters: Mapping[str, Any] | None = None) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "data_source_id": data_source_id,
            "parameters": parameters,
        },
    )


def parse(content: bytes) -> dict[str, Any]:
    """Read a successful answer."""
    answer: dict[str, Any] = loose("data")(load(content, "data", shape=_Shape("object")))
    return answer
