# Made by `nox -s generate` from openapi/scope.yaml: change the contract or a template, never this file.
"""The exchange as clients before 0.2.0 ask for it.  POST /v1/auth/sdk-token"""

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
    "auth_sdk_token",
    "POST",
    "/v1/auth/sdk-token",
    "https://auth.scope.io",
    security=(),
    repeatable=True,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("account_id", "account_id", "body", "string", required=True),
        Parameter("key_id", "key_id", "body", "string", required=True),
        Parameter("key_secret", "key_secret", "body", "string", required=True),
    ),
)


def request(*, account_id: str, key_id: str, key_secret: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "account_id": account_id,
            "key_id": key_id,
            "key_secret": key_secret,
        },
    )


def parse(content: bytes) -> models.Token:
    """Read a successful answer."""
    answer: models.Token = reads(lambda: models.Token)(
        load(content, shape=_Shape("object", fields=lambda: contract_of(models.Token), known=True))
    )
    return answer
