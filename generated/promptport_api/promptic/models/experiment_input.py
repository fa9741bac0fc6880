# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""An experiment to be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypedDict

from .. import models

ExperimentInput = TypedDict(
    "ExperimentInput",
    {
        "aiComponentId": "Required[str]",  # The component that it belongs to.
        "targetModel": "Required[str]",  # The model that the prompt is for.
        "taskType": "Literal['classification', 'textGeneration', 'structuredOutput'] | str",  # `classification`, `textGeneration` or `structuredOutput`.
        "initialPrompt": "str",  # The prompt to start from.
        "name": "str",  # Its name.
        "description": "str",  # What it tries.
        "provider": "Literal['openai', 'openrouter', 'custom', 'google'] | str",  # Who serves the model: `openai`, `openrouter`, `custom` or `google`.
        "optimizer": "Literal['promptic', 'prompticV2', 'miproV2', 'bootstrapFewShot', 'gepa'] | str",  # `promptic`, `prompticV2`, `miproV2`, `bootstrapFewShot` or `gepa`.
        "hyperparameters": "models.HyperparametersInput | Mapping[str, Any]",
        "initialPredictionModelSchema": "Mapping[str, Any]",  # The JSON Schema of structured output.
        "inputVariables": "Sequence[models.InputVariableInput] | Sequence[Mapping[str, Any]]",  # Since promptic-sdk 1.1.0. Which column of the dataset each variable of the prompt takes: `{name, column}`.
    },
    total=False,
)
