# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Ask whether the person has let the device in, and for the session token.  POST /api/auth/device/token"""

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
    "login_poll_token",
    "POST",
    "/api/auth/device/token",
    "https://promptic.eu",
    security=(),
    repeatable=True,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("device_code", "device_code", "body", "string", required=True),
        Parameter("client_id", "client_id", "body", "string", required=True, default="promptic-cli"),
        Parameter(
            "grant_type",
            "grant_type",
            "body",
            "string",
            required=True,
            default="urn:ietf:params:oauth:grant-type:device_code",
        ),
    ),
)


def request(*, device_code: str, client_id: str = "promptic-cli") -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "device_code": device_code,
            "client_id": client_id,
        },
    )


def parse(content: bytes) -> models.DeviceToken:
    """Read a successful answer."""
    answer: models.DeviceToken = reads(lambda: models.DeviceToken)(
        load(content, shape=_Shape("object", fields=lambda: contract_of(models.DeviceToken), known=True))
    )
    return answer
