# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The models that experiments can be for. All come at once.  GET /api/v1/models"""

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
    "models_list",
    "GET",
    "/api/v1/models",
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
    history=History(name="models.list", since="0.24.0"),
)


def request() -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(OPERATION, {})


def parse(content: bytes) -> models.AvailableModelList:
    """Read a successful answer."""
    answer: models.AvailableModelList = load(
        content, shape=_Shape("object", fields=lambda: contract_of(models.AvailableModelList), needs="data")
    )
    return answer
