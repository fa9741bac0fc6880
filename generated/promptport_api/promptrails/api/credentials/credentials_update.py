# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Change a credential.  PATCH /api/v1/credentials/{credential_id}"""

from __future__ import annotations

from typing import Unpack

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
    "credentials_update",
    "PATCH",
    "/api/v1/credentials/{credential_id}",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("credential_id", "credential_id", "path", "string", required=True),
        Parameter("fields", "", "fields", "object", names=("name", "description", "value", "is_default")),
    ),
)


def request(credential_id: str, **fields: Unpack[models.CredentialUpdate]) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "credential_id": credential_id,
            "fields": fields,
        },
    )


def parse(content: bytes) -> models.Credential:
    """Read a successful answer."""
    answer: models.Credential = reads(lambda: models.Credential)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.Credential), known=True))
    )
    return answer
