# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The models that make pictures, speech and films.  GET /api/v1/media-models"""

from __future__ import annotations

from promptport.model import (
    History,
    Operation,
    Parameter,
    Request,
    array,
    contract_of,
    load,
    reads,
)
from promptport.model import Shape as _Shape

from ... import models

OPERATION = Operation(
    "media_models_list",
    "GET",
    "/api/v1/media-models",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("provider", "provider", "query", "string"),
        Parameter("media_type", "media_type", "query", "string"),
        Parameter("is_active", "is_active", "query", "boolean"),
    ),
    history=History(name="media_models.list", until="0.8.0", removed_in="0.9.0"),
)


def request(*, provider: str | None = None, media_type: str | None = None, is_active: bool | None = None) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "provider": provider,
            "media_type": media_type,
            "is_active": is_active,
        },
    )


def parse(content: bytes) -> list[models.MediaModel]:
    """Read a successful answer."""
    answer: list[models.MediaModel] = array(reads(lambda: models.MediaModel))(
        load(
            content,
            "data",
            shape=_Shape("array", items=_Shape("object", fields=lambda: contract_of(models.MediaModel))),
        )
    )
    return answer
