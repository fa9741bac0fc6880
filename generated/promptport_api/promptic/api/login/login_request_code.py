# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Ask for the codes that let a device in.  POST /api/auth/device/code"""

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
    "login_request_code",
    "POST",
    "/api/auth/device/code",
    "https://promptic.eu",
    security=(),
    repeatable=True,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("client_id", "client_id", "body", "string", required=True, default="promptic-cli"),
        Parameter("scope", "scope", "body", "string", default="openid profile email"),
    ),
)


def request(*, client_id: str = "promptic-cli", scope: str = "openid profile email") -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "client_id": client_id,
            "scope": scope,
        },
    )


def parse(content: bytes) -> models.DeviceCode:
    """Read a successful answer."""
    answer: models.DeviceCode = reads(lambda: models.DeviceCode)(
        load(content, shape=_Shape("object", fields=lambda: contract_of(models.DeviceCode), known=True))
    )
    return answer
