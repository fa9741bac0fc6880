# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""An experiment to be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Required, TypedDict

from .. import models

ExperimentInput = TypedDict(
    "ExperimentInput",
    {
        "aiComponentId": "Required[str]",  # The component that it belongs to.
        "targetModel": "Required[str]",  # The model that the prompt is for.
        "taskType": "str",  # `classification`, `textGeneration` or `structuredOutput`.
        "initialPrompt": "str",  # The prompt to start from.
        "name": "str",  # Its name.
        "description": "str",  # What it tries.
        "provider": "str",  # Who serves the model: `openai`, `openrouter`, `custom` or `google`.
        "optimizer": "str",  # `promptic`, `prompticV2`, `miproV2`, `bootstrapFewShot` or `gepa`.
        "hyperparameters": "models.HyperparametersInput",
        "initialPredictionModelSchema": "Mapping[str, Any]",  # The JSON Schema of structured output.
    },
    total=False,
)
