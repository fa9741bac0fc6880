# Made by `nox -s generate` from openapi/xr2.yaml: change the contract or a template, never this file.
"""Check the API key and learn whom it belongs to.  GET /api/v1/check-api-key"""

from __future__ import annotations

from promptport.model import (
    Operation,
    Request,
    contract_of,
    load,
    reads,
)
from promptport.model import Shape as _Shape

from ... import models

OPERATION = Operation(
    "check_api_key",
    "GET",
    "/api/v1/check-api-key",
    "https://xr2.uk",
    security=("bearer",),
    repeatable=True,
    accept="application/json",
)


def request() -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(OPERATION, {})


def parse(content: bytes) -> models.CheckAPIKeyResponse:
    """Read a successful answer."""
    answer: models.CheckAPIKeyResponse = reads(lambda: models.CheckAPIKeyResponse)(
        load(content, shape=_Shape("object", fields=lambda: contract_of(models.CheckAPIKeyResponse), known=True))
    )
    return answer
