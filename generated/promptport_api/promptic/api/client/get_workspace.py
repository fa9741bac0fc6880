# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The AI application that the calls act in, by its older name.  GET /api/v1/workspace"""

from __future__ import annotations

from promptport.model import (
    History,
    Operation,
    Request,
    contract_of,
    load,
)
from promptport.model import Shape as _Shape

from ... import models

OPERATION = Operation(
    "get_workspace",
    "GET",
    "/api/v1/workspace",
    "https://promptic.eu",
    security=(
        "session",
        "application",
        "workspace",
        "key",
    ),
    alternatives=(("session", "application"), ("session", "workspace"), ("key",)),
    repeatable=True,
    accept="application/json",
    history=History(name="get_workspace", until="0.20.0", removed_in="0.21.0", replaced_by=("get_ai_application",)),
)


def request() -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(OPERATION, {})


def parse(content: bytes) -> models.AIApplication:
    """Read a successful answer."""
    answer: models.AIApplication = load(
        content, shape=_Shape("object", fields=lambda: contract_of(models.AIApplication))
    )
    return answer
