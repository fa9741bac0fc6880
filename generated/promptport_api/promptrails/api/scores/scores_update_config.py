# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Change a definition.  PATCH /api/v1/score-configs/{config_id}"""

from __future__ import annotations

from typing import Unpack

from promptport.model import (
    History,
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
    "scores_update_config",
    "PATCH",
    "/api/v1/score-configs/{config_id}",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("config_id", "config_id", "path", "string", required=True),
        Parameter(
            "fields",
            "",
            "fields",
            "object",
            names=("name", "description", "is_active", "min_value", "max_value", "categories"),
        ),
    ),
    history=History(name="scores.update_config", until="0.8.0", removed_in="0.9.0"),
)


def request(config_id: str, **fields: Unpack[models.ScoreConfigUpdate]) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "config_id": config_id,
            "fields": fields,
        },
    )


def parse(content: bytes) -> models.ScoreConfig:
    """Read a successful answer."""
    answer: models.ScoreConfig = reads(lambda: models.ScoreConfig)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.ScoreConfig), known=True))
    )
    return answer
