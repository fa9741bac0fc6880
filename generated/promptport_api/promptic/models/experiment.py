# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""An experiment, which looks for a better prompt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    array,
    reads,
    timestamp,
)
from promptport.model import Shape as _Shape

from .. import models


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class Experiment(Model):
    """An experiment, which looks for a better prompt.

    Attributes:
        id: The experiment's id.
        experiment_status: `pending`, `scheduled`, `running`, `completed` or `failed`.
        name: Its name.
        description: What it tries.
        target_model: The model that the prompt is for.
        provider: Who serves the model: `openai`, `openrouter`, `custom` or `google`.
        ai_component_id: The component that it belongs to.
        custom_provider_id: Which provider of the workspace's own.
        created_by_user: Who made it; null where it was an API key.
        task_type: `classification`, `textGeneration` or `structuredOutput`.
        optimizer: `promptic`, `prompticV2`, `miproV2`, `bootstrapFewShot` or `gepa`.
        tokens_used: How many tokens it has used.
        prompt_format: `single` or `multi_message`.
        initial_prompt_messages: The prompt that it starts from.
        initial_prompt_tokens: How long that prompt is.
        initial_prediction_model_schema: The JSON Schema of structured output.
        run_number: 1, 2, 3, … within the component.
        hyperparameters: The settings of an optimisation.
        started_at: When it began to run.
        ended_at: When it was over.
        retries: How often it was tried again.
        error_code: Why it failed.
        error_message: Why it failed, in words.
        created_at: When it was made.
        updated_at: When it was last changed.
        model_unavailable: Of a duplicate: whether the source's model is gone from the workspace, so that another
            must be set before the start.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True),
        Field("experimentStatus", "experiment_status", "experiment_status", "string", required=True),
        Field("name", "name", "name", "string|null"),
        Field("description", "description", "description", "string|null"),
        Field("targetModel", "target_model", "target_model", "string"),
        Field("provider", "provider", "provider", "string"),
        Field("aiComponentId", "ai_component_id", "ai_component_id", "string"),
        Field("customProviderId", "custom_provider_id", "custom_provider_id", "string|null"),
        Field("createdByUser", "created_by_user", "created_by_user", "string|null"),
        Field("taskType", "task_type", "task_type", "string"),
        Field("optimizer", "optimizer", "optimizer", "string"),
        Field("tokensUsed", "tokens_used", "tokens_used", "number"),
        Field("promptFormat", "prompt_format", "prompt_format", "string"),
        Field(
            "initialPromptMessages",
            "initial_prompt_messages",
            "initial_prompt_messages",
            _Shape("array", items=_Shape("object", fields=lambda: models.PromptMessage.CONTRACT)),
            convert=array(reads(lambda: models.PromptMessage)),
        ),
        Field("initialPromptTokens", "initial_prompt_tokens", "initial_prompt_tokens", "integer|null"),
        Field("initialPredictionModelSchema", "initial_prediction_model_schema", "initial_prediction_model_schema"),
        Field("runNumber", "run_number", "run_number", "integer|null"),
        Field(
            "hyperparameters",
            "hyperparameters",
            "hyperparameters",
            _Shape("object", fields=lambda: models.Hyperparameters.CONTRACT),
            convert=reads(lambda: models.Hyperparameters),
        ),
        Field("startedAt", "started_at", "_started_at", "string|null"),
        Field("endedAt", "ended_at", "_ended_at", "string|null"),
        Field("retries", "retries", "retries", "integer"),
        Field("errorCode", "error_code", "error_code", "string|null"),
        Field("errorMessage", "error_message", "error_message", "string|null"),
        Field("createdAt", "created_at", "_created_at", "string"),
        Field("updatedAt", "updated_at", "_updated_at", "string"),
        Field("modelUnavailable", "model_unavailable", "model_unavailable", "boolean"),
    )

    id: str
    experiment_status: str
    name: str | None = None
    description: str | None = None
    target_model: str | None = None
    provider: str | None = None
    ai_component_id: str | None = None
    custom_provider_id: str | None = None
    created_by_user: str | None = None
    task_type: str | None = None
    optimizer: str | None = None
    tokens_used: float | None = None
    prompt_format: str | None = None
    initial_prompt_messages: list[models.PromptMessage] | None = None
    initial_prompt_tokens: int | None = None
    initial_prediction_model_schema: Any = None
    run_number: int | None = None
    hyperparameters: models.Hyperparameters | None = None
    _started_at: Any = field(default=None, alias="started_at")
    _ended_at: Any = field(default=None, alias="ended_at")
    retries: int | None = None
    error_code: str | None = None
    error_message: str | None = None
    _created_at: Any = field(default=None, alias="created_at")
    _updated_at: Any = field(default=None, alias="updated_at")
    model_unavailable: bool | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

    @property
    def started_at(self) -> datetime | None:
        """When it began to run."""
        moment: datetime | None = timestamp(self._started_at)
        return moment

    @property
    def ended_at(self) -> datetime | None:
        """When it was over."""
        moment: datetime | None = timestamp(self._ended_at)
        return moment

    @property
    def created_at(self) -> datetime | None:
        """When it was made."""
        moment: datetime | None = timestamp(self._created_at)
        return moment

    @property
    def updated_at(self) -> datetime | None:
        """When it was last changed."""
        moment: datetime | None = timestamp(self._updated_at)
        return moment
