# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The prompt that a component uses, that of the deployed experiment's best iteration."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    array,
    reads,
)
from promptport.model import Shape as _Shape

from .. import models


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class DeployedPrompt(Model):
    """The prompt that a component uses, that of the deployed experiment's best iteration.

    Attributes:
        model: The model that the prompt is for.
        prompt: The prompt as one text; may be missing where `promptFormat` is `multi_message`.
        prompt_messages: The prompt as messages.
        prompt_format: `single` or `multi_message`.
        provider: Who serves the model: `openai`, `openrouter`, `custom` or `google`.
        component_id: The component.
        component_name: Its name.
        experiment_id: The experiment.
        iteration_id: The iteration.
        score: The score by which the iteration is the best.
        schema_snapshot: The JSON Schema of structured output.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("model", "model", "model", "string", required=True),
        Field("prompt", "prompt", "prompt", "string"),
        Field(
            "promptMessages",
            "prompt_messages",
            "prompt_messages",
            _Shape("array", items=_Shape("object", fields=lambda: models.PromptMessage.CONTRACT)),
            convert=array(reads(lambda: models.PromptMessage)),
        ),
        Field("promptFormat", "prompt_format", "prompt_format", "string"),
        Field("provider", "provider", "provider", "string"),
        Field("componentId", "component_id", "component_id", "string"),
        Field("componentName", "component_name", "component_name", "string|null"),
        Field("experimentId", "experiment_id", "experiment_id", "string"),
        Field("iterationId", "iteration_id", "iteration_id", "integer"),
        Field("score", "score", "score", "number"),
        Field("schemaSnapshot", "schema_snapshot", "schema_snapshot"),
    )

    model: str
    prompt: str | None = None
    prompt_messages: list[models.PromptMessage] | None = None
    prompt_format: str | None = None
    provider: str | None = None
    component_id: str | None = None
    component_name: str | None = None
    experiment_id: str | None = None
    iteration_id: int | None = None
    score: float | None = None
    schema_snapshot: Any = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
