# Made by `nox -s generate` from openapi/scope.yaml: change the contract or a template, never this file.
"""Exchange an application's credentials for a token.  POST /v1/auth/applications/login"""

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
    "auth_login",
    "POST",
    "/v1/auth/applications/login",
    "https://auth.scope.io",
    security=(),
    repeatable=True,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("account_id", "account_id", "body", "string", required=True),
        Parameter("client_id", "client_id", "body", "string", required=True),
        Parameter("client_secret", "client_secret", "body", "string", required=True),
    ),
)


def request(*, account_id: str, client_id: str, client_secret: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "account_id": account_id,
            "client_id": client_id,
            "client_secret": client_secret,
        },
    )


def parse(content: bytes) -> models.Token:
    """Read a successful answer."""
    answer: models.Token = reads(lambda: models.Token)(
        load(content, shape=_Shape("object", fields=lambda: contract_of(models.Token), known=True))
    )
    return answer
