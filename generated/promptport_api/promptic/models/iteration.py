# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A prompt that an experiment has tried."""

from __future__ import annotations

from typing import Any, Required

from promptport.model import Fields as _Fields
from promptport.model import Shape as _Shape
from promptport.model import (
    describe,
)
from typing_extensions import TypedDict

Iteration = TypedDict(
    "Iteration",
    {
        "id": Required["int"],  # The iteration's id, a number.
        "experimentId": Required["str"],  # The experiment that it belongs to.
        "iterationNumber": Required["int"],  # 1, 2, 3, … within the experiment.
        "prompt": Required["str"],  # The prompt.
        "promptTokens": Required["int | None"],  # How long the prompt is.
        "overallNormalizedScore": Required["float"],  # Its score on the observations to train on, from 0 to 1.
        "evalNormalizedScore": Required[
            "float | None"
        ],  # Its score on the observations that were held out; null where there is no...
        "schemaSnapshot": Required["Any"],  # The JSON Schema of structured output at that time.
        "avgPredictionLatencyMs": "int | None",  # Since promptic-sdk 0.17.0. Milliseconds that a call of the target model took on average.
        "toolDescriptions": "dict[str, str] | None",  # Since promptic-sdk 0.21.0. Of a selection of tools: the description that it tried, by the name of each tool.
        "selectionSystemPrompt": "str | None",  # Since promptic-sdk 0.21.0. Of a selection of tools: the system prompt that it tried.
        "createdAt": Required["str"],  # When it was made.
        "updatedAt": Required["str"],  # When it was last changed.
    },
    total=False,
)
describe(
    Iteration,
    _Fields(
        {
            "id": "integer",
            "experimentId": "string",
            "iterationNumber": "integer",
            "prompt": "string",
            "promptTokens": "integer|null",
            "overallNormalizedScore": "number",
            "evalNormalizedScore": "number|null",
            "schemaSnapshot": "",
            "avgPredictionLatencyMs": "integer|null",
            "toolDescriptions": _Shape("object|null", values=_Shape("string")),
            "selectionSystemPrompt": "string|null",
            "createdAt": "string",
            "updatedAt": "string",
        },
        (
            "id",
            "experimentId",
            "iterationNumber",
            "prompt",
            "promptTokens",
            "overallNormalizedScore",
            "evalNormalizedScore",
            "schemaSnapshot",
            "createdAt",
            "updatedAt",
        ),
    ),
)
