# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""What can change of an experiment that has not started."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypedDict

from .. import models

ExperimentChanges = TypedDict(
    "ExperimentChanges",
    {
        "name": "str | None",  # Its name.
        "description": "str | None",  # What it tries.
        "targetModel": "str",  # The model that the prompt is for.
        "provider": "Literal['openai', 'openrouter', 'custom', 'google'] | str",  # Who serves the model: `openai`, `openrouter`, `custom` or `google`.
        "taskType": "Literal['classification', 'textGeneration', 'structuredOutput'] | str",  # `classification`, `textGeneration` or `structuredOutput`.
        "optimizer": "Literal['promptic', 'prompticV2', 'miproV2', 'bootstrapFewShot', 'gepa'] | str",  # `promptic`, `prompticV2`, `miproV2`, `bootstrapFewShot` or `gepa`.
        "initialPrompt": "str | None",  # The prompt to start from.
        "hyperparameters": "models.HyperparametersInput | Mapping[str, Any]",
        "initialPredictionModelSchema": "Mapping[str, Any] | None",  # The JSON Schema of structured output.
    },
    total=False,
)
