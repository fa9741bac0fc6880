# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Keep a secret.  POST /api/v1/credentials"""

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
    "credentials_create",
    "POST",
    "/api/v1/credentials",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("name", "name", "body", "string", required=True),
        Parameter("type", "type", "body", "string", required=True),
        Parameter("category", "category", "body", "string", required=True),
        Parameter("value", "value", "body", "string", required=True),
        Parameter("description", "description", "body", "string", default=""),
        Parameter("is_default", "is_default", "body", "boolean", default=False),
        Parameter("schema_type", "schema_type", "body", "string"),
    ),
)


def request(
    *,
    name: str,
    type: str,
    category: str,
    value: str,
    description: str = "",
    is_default: bool = False,
    schema_type: str = "",
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "name": name,
            "type": type,
            "category": category,
            "value": value,
            "description": description,
            "is_default": is_default,
            "schema_type": schema_type or None,
        },
    )


def parse(content: bytes) -> models.Credential:
    """Read a successful answer."""
    answer: models.Credential = reads(lambda: models.Credential)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.Credential), known=True))
    )
    return answer
