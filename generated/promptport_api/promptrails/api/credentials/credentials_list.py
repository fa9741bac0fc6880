# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A page of credentials.  GET /api/v1/credentials"""

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
    "credentials_list",
    "GET",
    "/api/v1/credentials",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("page", "page", "query", "integer", default=1),
        Parameter("limit", "limit", "query", "integer", default=20),
    ),
)


def request(*, page: int = 1, limit: int = 20) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "page": page,
            "limit": limit,
        },
    )


def parse(content: bytes) -> models.CredentialPage:
    """Read a successful answer."""
    answer: models.CredentialPage = reads(lambda: models.CredentialPage)(
        load(
            content, shape=_Shape("object", fields=lambda: contract_of(models.CredentialPage), needs="data", known=True)
        )
    )
    return answer
