# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A version of a prompt, which never changes: its texts, and the model they are for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    contract_of,
    reads,
)
from promptport.model import Shape as _Shape

from .. import models


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class PromptVersion(Model):
    """A version of a prompt, which never changes: its texts, and the model they are for.

    Attributes:
        id: Its identifier.
        prompt_id: The prompt's identifier.
        version: A label of the author's choice, such as `1.0.0`.
        system_prompt: The template of the system message.
        user_prompt: The template of the user message.
        llm_model_id: The identifier of the model that it runs on. Gone since promptrails 0.9.0.
        fallback_llm_model_id: The model that takes over where that one fails. Gone since promptrails 0.9.0.
        temperature: The sampling temperature. Gone since promptrails 0.9.0.
        max_tokens: How many tokens an answer has at the most. Gone since promptrails 0.9.0.
        top_p: The part of the probability mass that is sampled. Gone since promptrails 0.9.0.
        input_schema: A JSON schema of the variables.
        output_schema: A JSON schema of the answer. Gone since promptrails 0.9.0.
        is_current: Whether it is the one that runs.
        config: Further settings.
        message: What its author said of it.
        created_at: When it was made, as RFC 3339 has it.
        llm_model: The model, where the server puts it in. Gone since promptrails 0.9.0.
        fallback_llm_model: The model that takes over, where the server puts it in. Gone since promptrails 0.9.0.
        cache_timeout: For how many seconds an answer may be used again.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True, absent=""),
        Field("prompt_id", "prompt_id", "prompt_id", "string", absent=""),
        Field("version", "version", "version", "string", absent=""),
        Field("system_prompt", "system_prompt", "system_prompt", "string", absent=""),
        Field("user_prompt", "user_prompt", "user_prompt", "string", absent=""),
        Field("llm_model_id", "llm_model_id", "llm_model_id", "string|null"),
        Field("fallback_llm_model_id", "fallback_llm_model_id", "fallback_llm_model_id", "string|null"),
        Field("temperature", "temperature", "temperature", "number|null"),
        Field("max_tokens", "max_tokens", "max_tokens", "integer|null"),
        Field("top_p", "top_p", "top_p", "number|null"),
        Field("input_schema", "input_schema", "input_schema", "object|null", absent={}),
        Field("output_schema", "output_schema", "output_schema", "object|null"),
        Field("is_current", "is_current", "is_current", "boolean", absent=False),
        Field("config", "config", "config", "object|null", absent={}),
        Field("message", "message", "message", "string", absent=""),
        Field("created_at", "created_at", "created_at", "string", absent=""),
        Field(
            "llm_model",
            "llm_model",
            "llm_model",
            _Shape("object|null", fields=lambda: contract_of(models.LLMModel)),
            convert=reads(lambda: models.LLMModel),
        ),
        Field(
            "fallback_llm_model",
            "fallback_llm_model",
            "fallback_llm_model",
            _Shape("object|null", fields=lambda: contract_of(models.LLMModel)),
            convert=reads(lambda: models.LLMModel),
        ),
        Field("cache_timeout", "cache_timeout", "cache_timeout", "integer|null"),
    )
    ITSELF: ClassVar[str] = "data"

    id: str = ""
    prompt_id: str = ""
    version: str = ""
    system_prompt: str = ""
    user_prompt: str = ""
    llm_model_id: str | None = None
    fallback_llm_model_id: str | None = None
    temperature: float | None = None
    max_tokens: int | None = None
    top_p: float | None = None
    input_schema: dict[str, Any] = field(factory=dict)
    output_schema: dict[str, Any] | None = None
    is_current: bool = False
    config: dict[str, Any] = field(factory=dict)
    message: str = ""
    created_at: str = ""
    llm_model: models.LLMModel | None = None
    fallback_llm_model: models.LLMModel | None = None
    cache_timeout: int | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
