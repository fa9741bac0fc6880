# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Make a credential the one that is used where none is named.  POST /api/v1/credentials/{credential_id}/set-default"""

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
    "credentials_set_default",
    "POST",
    "/api/v1/credentials/{credential_id}/set-default",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(Parameter("credential_id", "credential_id", "path", "string", required=True),),
)


def request(credential_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "credential_id": credential_id,
        },
    )


def parse(content: bytes) -> models.Credential:
    """Read a successful answer."""
    answer: models.Credential = reads(lambda: models.Credential)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.Credential), known=True))
    )
    return answer
