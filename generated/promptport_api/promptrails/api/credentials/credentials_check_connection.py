# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""See whether a credential works.  POST /api/v1/credentials/{credential_id}/check"""

from __future__ import annotations

from typing import Any

from promptport.model import (
    Operation,
    Parameter,
    Request,
    load,
    loose,
)
from promptport.model import Shape as _Shape

OPERATION = Operation(
    "credentials_check_connection",
    "POST",
    "/api/v1/credentials/{credential_id}/check",
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


def parse(content: bytes) -> dict[str, Any]:
    """Read a successful answer."""
    answer: dict[str, Any] = loose("data")(load(content, "data", shape=_Shape("object")))
    return answer
