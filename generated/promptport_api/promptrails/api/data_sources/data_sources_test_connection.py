# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""See whether a data source can be reached.  POST /api/v1/data-sources/{data_source_id}/test-connection"""

from __future__ import annotations

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
    "data_sources_test_connection",
    "POST",
    "/api/v1/data-sources/{data_source_id}/test-connection",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(Parameter("data_source_id", "data_source_id", "path", "string", required=True),),
)


def request(data_source_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "data_source_id": data_source_id,
        },
    )


def parse(content: bytes) -> dict[str, Any]:
    """Read a successful answer."""
    answer: dict[str, Any] = loose("data")(load(content, "data", shape=_Shape("object")))
    return answer
