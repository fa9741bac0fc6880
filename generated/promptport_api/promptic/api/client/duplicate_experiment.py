# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Make an experiment like another, in the same component, with its observations and evaluators.  POST /api/v1/experiments/{experimentId}/duplicate"""

from __future__ import annotations

from promptport.model import (
    Operation,
    Parameter,
    Request,
    contract_of,
    load,
)
from promptport.model import Shape as _Shape

from ... import models

OPERATION = Operation(
    "duplicate_experiment",
    "POST",
    "/api/v1/experiments/{experiment_id}/duplicate",
    "https://promptic.eu",
    security=(
        "session",
        "application",
        "workspace",
        "key",
    ),
    alternatives=(("session", "application"), ("session", "workspace"), ("key",)),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("experiment_id", "experimentId", "path", "string", required=True),
        Parameter("continue_from_optimized", "continueFromOptimized", "body", "boolean"),
        Parameter("initial_prompt_override", "initialPromptOverride", "body", "string"),
    ),
)


def request(
    experiment_id: str, *, continue_from_optimized: bool | None = None, initial_prompt_override: str | None = None
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "experiment_id": experiment_id,
            "continue_from_optimized": continue_from_optimized,
            "initial_prompt_override": initial_prompt_override,
        },
    )


def parse(content: bytes) -> models.Experiment:
    """Read a successful answer."""
    answer: models.Experiment = load(content, shape=_Shape("object", fields=lambda: contract_of(models.Experiment)))
    return answer
