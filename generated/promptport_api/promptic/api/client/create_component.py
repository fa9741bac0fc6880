# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Make a component.  POST /api/v1/components"""

from __future__ import annotations

from promptport.model import (
    Operation,
    Parameter,
    Request,
    contract_of,
    load,
)
from promptport.model import Shape as _Shape

from ... import models

OPERATION = Operation(
    "create_component",
    "POST",
    "/api/v1/components",
    "https://promptic.eu",
    security=(
        "session",
        "application",
        "workspace",
        "key",
    ),
    alternatives=(("session", "application"), ("session", "workspace"), ("key",)),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("name", "name", "body", "string", required=True),
        Parameter("description", "description", "body", "string"),
    ),
)


def request(name: str, *, description: str | None = None) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "name": name,
            "description": description,
        },
    )


def parse(content: bytes) -> models.ComponentCreated:
    """Read a successful answer."""
    answer: models.ComponentCreated = load(
        content, shape=_Shape("object", fields=lambda: contract_of(models.ComponentCreated))
    )
    return answer
