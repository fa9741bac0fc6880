# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Define what scores of one name look like.  POST /api/v1/score-configs"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

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
    "scores_create_config",
    "POST",
    "/api/v1/score-configs",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("name", "name", "body", "string", required=True),
        Parameter("data_type", "data_type", "body", "string", default="numeric"),
        Parameter("min_value", "min_value", "body", "number"),
        Parameter("max_value", "max_value", "body", "number"),
        Parameter("categories", "categories", "body", "array"),
        Parameter("description", "description", "body", "string"),
    ),
    history=History(name="scores.create_config", until="0.8.0", removed_in="0.9.0"),
)


def request(
    *,
    name: str,
    data_type: str = "numeric",
    min_value: float | None = None,
    max_value: float | None = None,
    categories: Sequence[Any] | None = None,
    description: str | None = None,
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "name": name,
            "data_type": data_type,
            "min_value": min_value,
            "max_value": max_value,
            "categories": categories or None,
            "description": description or None,
        },
    )


def parse(content: bytes) -> models.ScoreConfig:
    """Read a successful answer."""
    answer: models.ScoreConfig = reads(lambda: models.ScoreConfig)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.ScoreConfig), known=True))
    )
    return answer
