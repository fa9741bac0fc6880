# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The workspaces that a person can enter.  GET /api/v1/workspaces"""

from __future__ import annotations

from promptport.model import (
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
)


def request() -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(OPERATION, {})


def parse(content: bytes) -> models.WorkspaceList:
    """Read a successful answer."""
    answer: models.WorkspaceList = load(
        content, shape=_Shape("object", fields=lambda: contract_of(models.WorkspaceList), needs="data")
    )
    return answer
