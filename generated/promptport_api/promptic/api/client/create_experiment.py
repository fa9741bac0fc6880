# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Make an experiment. It waits for observations, evaluators, and its start.  POST /api/v1/experiments"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from promptport.model import (
    History,
    Operation,
    Parameter,
    Request,
    contract_of,
    load,
)
from promptport.model import Shape as _Shape

from ... import models

OPERATION = Operation(
    "create_experiment",
    "POST",
    "/api/v1/experiments",
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
        Parameter("ai_component_id", "aiComponentId", "body", "string", required=True),
        Parameter("target_model", "targetModel", "body", "string", required=True),
        Parameter("task_type", "taskType", "body", "string", default="classification"),
        Parameter("initial_prompt", "initialPrompt", "body", "string"),
        Parameter("name", "name", "body", "string"),
        Parameter("description", "description", "body", "string"),
        Parameter("provider", "provider", "body", "string", default="openai"),
        Parameter("optimizer", "optimizer", "body", "string", default="prompticV2"),
        Parameter("hyperparameters", "hyperparameters", "body", "object"),
        Parameter("initial_prediction_model_schema", "initialPredictionModelSchema", "body", "object"),
        Parameter("input_variables", "inputVariables", "body", "array"),
    ),
    history=History(name="create_experiment", arguments={"input_variables": History(since="1.1.0")}),
)


def request(
    ai_component_id: str,
    target_model: str,
    *,
    task_type: Literal["classification", "textGeneration", "structuredOutput"] | str = "classification",
    initial_prompt: str | None = None,
    name: str | None = None,
    description: str | None = None,
    provider: Literal["openai", "openrouter", "custom", "google"] | str = "openai",
    optimizer: Literal["promptic", "prompticV2", "miproV2", "bootstrapFewShot", "gepa"] | str = "prompticV2",
    hyperparameters: models.HyperparametersInput | Mapping[str, Any] | None = None,
    initial_prediction_model_schema: Mapping[str, Any] | None = None,
    input_variables: Sequence[models.InputVariableInput] | Sequence[Mapping[str, Any]] | None = None,
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "ai_component_id": ai_component_id,
            "target_model": target_model,
            "task_type": task_type,
            "initial_prompt": initial_prompt,
            "name": name,
            "description": description,
            "provider": provider,
            "optimizer": optimizer,
            "hyperparameters": hyperparameters,
            "initial_prediction_model_schema": initial_prediction_model_schema,
            "input_variables": input_variables,
        },
    )


def parse(content: bytes) -> models.Experiment:
    """Read a successful answer."""
    answer: models.Experiment = load(content, shape=_Shape("object", fields=lambda: contract_of(models.Experiment)))
    return answer
