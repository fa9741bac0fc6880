# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The prompt that a component uses, that of the deployed experiment's best iteration."""

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

DeployedPrompt = TypedDict(
    "DeployedPrompt",
    {
        "prompt": Required["str"],  # The prompt as one text; may be missing where `promptFormat` is `multi_message`.
        "promptMessages": Required["list[models.PromptMessage]"],  # The prompt as messages.
        "promptFormat": Required["Literal['single', 'multi_message']"],  # `single` or `multi_message`.
        "model": Required["str"],  # The model that the prompt is for.
        "provider": Required[
            "Literal['openai', 'openrouter', 'custom', 'google']"
        ],  # Who serves the model: `openai`, `openrouter`, `custom` or `google`.
        "componentId": Required["str"],  # The component.
        "componentName": Required["str | None"],  # Its name.
        "experimentId": Required["str"],  # The experiment.
        "iterationId": Required["int"],  # The iteration.
        "score": Required["float"],  # The score by which the iteration is the best.
        "schemaSnapshot": Required["Any"],  # The JSON Schema of structured output.
    },
    total=False,
)
describe(
    DeployedPrompt,
    _Fields(
        {
            "prompt": "string",
            "promptMessages": _Shape("array", items=_Shape("object", fields=lambda: contract_of(models.PromptMessage))),
            "promptFormat": "string",
            "model": "string",
            "provider": "string",
            "componentId": "string",
            "componentName": "string|null",
            "experimentId": "string",
            "iterationId": "integer",
            "score": "number",
            "schemaSnapshot": "",
        },
        (
            "prompt",
            "promptMessages",
            "promptFormat",
            "model",
            "provider",
            "componentId",
            "componentName",
            "experimentId",
            "iterationId",
            "score",
            "schemaSnapshot",
        ),
    ),
)
