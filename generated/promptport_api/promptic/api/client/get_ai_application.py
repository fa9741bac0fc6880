# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The AI application that the calls act in.  GET /api/v1/ai-application"""

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
    "get_ai_application",
    "GET",
    "/api/v1/ai-application",
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
    history=History(name="get_ai_application", since="0.21.0"),
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
