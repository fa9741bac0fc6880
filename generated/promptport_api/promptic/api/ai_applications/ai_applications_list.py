# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The AI applications that a person can enter.  GET /api/v1/ai-applications"""

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
    "ai_applications_list",
    "GET",
    "/api/v1/ai-applications",
    "https://promptic.eu",
    security=("session",),
    repeatable=True,
    accept="application/json",
    history=History(name="ai_applications.list", since="0.21.0"),
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
