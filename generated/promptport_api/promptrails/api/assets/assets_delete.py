# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Remove an asset.  DELETE /api/v1/assets/{asset_id}"""

from __future__ import annotations

from promptport.model import (
    Operation,
    Parameter,
    Request,
    nothing,
)

OPERATION = Operation(
    "assets_delete",
    "DELETE",
    "/api/v1/assets/{asset_id}",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(Parameter("asset_id", "asset_id", "path", "string", required=True),),
)


def request(asset_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "asset_id": asset_id,
        },
    )


def parse(content: bytes) -> None:
    """Read a successful answer."""
    answer: None = nothing(content)
    return answer
