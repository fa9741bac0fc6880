# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The AI applications that a person can enter, by the path of their older name.  GET /api/v1/workspaces"""

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
    "workspaces_list",
    "GET",
    "/api/v1/workspaces",
    "https://promptic.eu",
    security=("session",),
    repeatable=True,
    accept="application/json",
    history=History(name="workspaces.list", until="0.20.0", removed_in="0.21.0", replaced_by=("ai_applications.list",)),
)


def request() -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(OPERATION, {})


def parse(content: bytes) -> models.AIApplicationList:
    """Read a successful answer."""
    answer: models.AIApplicationList = load(
        content, shape=_Shape("object", fields=lambda: contract_of(models.AIApplicationList), needs="data")
    )
    return answer
