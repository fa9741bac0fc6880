# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""One definition.  GET /api/v1/score-configs/{config_id}"""

from __future__ import annotations

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
    "scores_get_config",
    "GET",
    "/api/v1/score-configs/{config_id}",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(Parameter("config_id", "config_id", "path", "string", required=True),),
    history=History(name="scores.get_config", until="0.8.0", removed_in="0.9.0"),
)


def request(config_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "config_id": config_id,
        },
    )


def parse(content: bytes) -> models.ScoreConfig:
    """Read a successful answer."""
    answer: models.ScoreConfig = reads(lambda: models.ScoreConfig)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.ScoreConfig), known=True))
    )
    return answer
