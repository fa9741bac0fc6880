# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Try a query.  POST /api/v1/data-sources/{data_source_id}/preview-query"""

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
    "data_sources_preview_query",
    "POST",
    "/api/v1/data-sources/{data_source_id}/preview-query",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("data_source_id", "data_source_id", "path", "string", required=True),
        Parameter("query_template", "query_template", "body", "string", required=True),
        Parameter("parameters", "parameters", "body", "object"),
    ),
)


def request(data_source_id: str, *, query_template: str, parameters: Mapping[str, Any] | None = None) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "data_source_id": data_source_id,
            "query_template": query_template,
            "parameters": parameters,
        },
    )


def parse(content: bytes) -> dict[str, Any]:
    """Read a successful answer."""
    answer: dict[str, Any] = loose("data")(load(content, "data", shape=_Shape("object")))
    return answer
