# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Remove a data source.  DELETE /api/v1/data-sources/{data_source_id}"""

from __future__ import annotations

from promptport.model import (
    Operation,
    Parameter,
    Request,
    nothing,
)

OPERATION = Operation(
    "data_sources_delete",
    "DELETE",
    "/api/v1/data-sources/{data_source_id}",
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


def parse(content: bytes) -> None:
    """Read a successful answer."""
    answer: None = nothing(content)
    return answer
