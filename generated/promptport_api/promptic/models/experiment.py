# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""An experiment, which looks for a better prompt."""

from __future__ import annotations

from typing import Any, Literal, Required

from promptport.model import Fields as _Fields
from promptport.model import Shape as _Shape
from promptport.model import (
    contract_of,
    describe,
)
from typing_extensions import TypedDict

from .. import models

Experiment = TypedDict(
    "Experiment",
    {
        "id": Required["str"],  # The experiment's id.
        "datasetId": Required["str"],  # Since promptic-sdk 0.18.0. The dataset of its cases.
        "name": Required["str | None"],  # Its name.
        "description": Required["str | None"],  # What it tries.
        "targetModel": Required["str"],  # The model that the prompt is for.
        "provider": Required[
            "Literal['openai', 'openrouter', 'custom', 'google']"
        ],  # Who serves the model: `openai`, `openrouter`, `custom` or `google`.
        "aiComponentId": Required["str"],  # The component that it belongs to.
        "customProviderId": Required["str | None"],  # Which provider of the AI application's own.
        "createdByUser": Required["str | None"],  # Who made it; null where it was an API key.
        "experimentStatus": Required[
            "Literal['pending', 'scheduled', 'running', 'completed', 'failed']"
        ],  # `pending`, `scheduled`, `running`, `completed` or `failed`.
        "taskType": Required[
            "Literal['classification', 'textGeneration', 'structuredOutput', 'toolSelection']"
        ],  # 'Values: `toolSelection` since promptic-sdk 0.20.0.' `classification`, `textGeneration`, `structuredOutput` or `toolSelection`.
        "optimizer": Required[
            "Literal['promptic', 'prompticV2', 'miproV2', 'bootstrapFewShot', 'gepa']"
        ],  # `promptic`, `prompticV2`, `miproV2`, `bootstrapFewShot` or `gepa`.
        "tokensUsed": Required["float"],  # How many tokens it has used.
        "promptFormat": Required["Literal['single', 'multi_message']"],  # `single` or `multi_message`.
        "initialPromptMessages": Required["list[models.PromptMessage]"],  # The prompt that it starts from.
        "initialPromptTokens": Required["int | None"],  # How long that prompt is.
        "initialPredictionModelSchema": Required["Any"],  # The JSON Schema of structured output.
        "runNumber": Required["int | None"],  # 1, 2, 3, … within the component.
        "hyperparameters": Required["models.Hyperparameters"],
        "startedAt": Required["str | None"],  # When it began to run.
        "endedAt": Required["str | None"],  # When it was over.
        "retries": Required["int"],  # How often it was tried again.
        "errorCode": Required["str | None"],  # Why it failed.
        "errorMessage": Required["str | None"],  # Why it failed, in words.
        "createdAt": Required["str"],  # When it was made.
        "updatedAt": Required["str"],  # When it was last changed.
        "modelUnavailable": "bool",  # Of a duplicate: whether the source's model is gone from the AI application,...
        "systemPrompt": "str | None",  # Since promptic-sdk 0.20.0. Of a selection of tools: the system prompt to start from.
        "optimizeSystemPrompt": "bool",  # Since promptic-sdk 0.20.0. Of a selection of tools: whether the system prompt is tuned, too.
        "optimizedSystemPrompt": "str | None",  # Since promptic-sdk 0.20.0. Of a selection of tools: the system prompt that came of it.
        "inputVariables": "list[models.InputVariable] | None",  # Since promptic-sdk 1.1.0. Which column of the dataset each variable of the prompt takes.
    },
    total=False,
)
describe(
    Experiment,
    _Fields(
        {
            "id": "string",
            "datasetId": "string",
            "name": "string|null",
            "description": "string|null",
            "targetModel": "string",
            "provider": "string",
            "aiComponentId": "string",
            "customProviderId": "string|null",
            "createdByUser": "string|null",
            "experimentStatus": "string",
            "taskType": "string",
            "optimizer": "string",
            "tokensUsed": "number",
            "promptFormat": "string",
            "initialPromptMessages": _Shape(
                "array", items=_Shape("object", fields=lambda: contract_of(models.PromptMessage))
            ),
            "initialPromptTokens": "integer|null",
            "initialPredictionModelSchema": "",
            "runNumber": "integer|null",
            "hyperparameters": _Shape("object", fields=lambda: contract_of(models.Hyperparameters)),
            "startedAt": "string|null",
            "endedAt": "string|null",
            "retries": "integer",
            "errorCode": "string|null",
            "errorMessage": "string|null",
            "createdAt": "string",
            "updatedAt": "string",
            "modelUnavailable": "boolean",
            "systemPrompt": "string|null",
            "optimizeSystemPrompt": "boolean",
            "optimizedSystemPrompt": "string|null",
            "inputVariables": _Shape(
                "array|null", items=_Shape("object", fields=lambda: contract_of(models.InputVariable))
            ),
        },
        (
            "id",
            "name",
            "description",
            "targetModel",
            "provider",
            "aiComponentId",
            "customProviderId",
            "createdByUser",
            "experimentStatus",
            "taskType",
            "optimizer",
            "tokensUsed",
            "promptFormat",
            "initialPromptMessages",
            "initialPromptTokens",
            "initialPredictionModelSchema",
            "runNumber",
            "hyperparameters",
            "startedAt",
            "endedAt",
            "retries",
            "errorCode",
            "errorMessage",
            "createdAt",
            "updatedAt",
        ),
    ),
)
