# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""An address at which an asset can be fetched for a while.  GET /api/v1/assets/{asset_id}/signed-url"""

from __future__ import annotations

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
    "assets_get_signed_url",
    "GET",
    "/api/v1/assets/{asset_id}/signed-url",
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


def parse(content: bytes) -> models.AssetSignedURL:
    """Read a successful answer."""
    answer: models.AssetSignedURL = reads(lambda: models.AssetSignedURL)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.AssetSignedURL), known=True))
    )
    return answer
