# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The models that the workspace can use, by provider.  GET /api/v1/llm-models/available"""

from __future__ import annotations

from promptport.model import (
    Operation,
    Request,
    array,
    contract_of,
    load,
    reads,
)
from promptport.model import Shape as _Shape

from ... import models

OPERATION = Operation(
    "llm_models_list_available",
    "GET",
    "/api/v1/llm-models/available",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
)


def request() -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(OPERATION, {})


def parse(content: bytes) -> list[models.AvailableModelGroup]:
    """Read a successful answer."""
    answer: list[models.AvailableModelGroup] = array(reads(lambda: models.AvailableModelGroup))(
        load(
            content,
            "data",
            "groups",
            shape=_Shape("array", items=_Shape("object", fields=lambda: contract_of(models.AvailableModelGroup))),
            absent=[],
        )
    )
    return answer
