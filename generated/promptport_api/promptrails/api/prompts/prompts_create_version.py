# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Make a version of a prompt.  POST /api/v1/prompts/{prompt_id}/versions"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from promptport.model import (
    History,
    Operation,
    Parameter,
    Request,
    contract_of,
    load,
    reads,
)
from promptport.model import Shape as _Shape

from ... import models

OPERATION = Operation(
    "prompts_create_version",
    "POST",
    "/api/v1/prompts/{prompt_id}/versions",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("prompt_id", "prompt_id", "path", "string", required=True),
        Parameter("version", "version", "body", "string"),
        Parameter("user_prompt", "user_prompt", "body", "string", required=True),
        Parameter("system_prompt", "system_prompt", "body", "string", default=""),
        Parameter("llm_model_id", "llm_model_id", "body", "string"),
        Parameter("fallback_llm_model_id", "fallback_llm_model_id", "body", "string"),
        Parameter("temperature", "temperature", "body", "number"),
        Parameter("max_tokens", "max_tokens", "body", "integer"),
        Parameter("top_p", "top_p", "body", "number"),
        Parameter("input_schema", "input_schema", "body", "object"),
        Parameter("output_schema", "output_schema", "body", "object"),
        Parameter("config", "config", "body", "object"),
        Parameter("set_current", "set_current", "body", "boolean", default=False),
        Parameter("message", "message", "body", "string"),
    ),
    history=History(
        name="prompts.create_version",
        arguments={
            "llm_model_id": History(
                until="0.8.0", removed_in="0.9.0", replaced_by=("agents.create_version(model_config=...)",)
            ),
            "fallback_llm_model_id": History(
                until="0.8.0", removed_in="0.9.0", replaced_by=("agents.create_version(model_config=...)",)
            ),
            "temperature": History(
                until="0.8.0", removed_in="0.9.0", replaced_by=("agents.create_version(model_config=...)",)
            ),
            "max_tokens": History(
                until="0.8.0", removed_in="0.9.0", replaced_by=("agents.create_version(model_config=...)",)
            ),
            "top_p": History(
                until="0.8.0", removed_in="0.9.0", replaced_by=("agents.create_version(model_config=...)",)
            ),
            "output_schema": History(
                until="0.8.0", removed_in="0.9.0", replaced_by=("agents.create_version(output_schema=...)",)
            ),
        },
    ),
)


def request(
    prompt_id: str,
    *,
    version: str | None = None,
    user_prompt: str,
    system_prompt: str = "",
    llm_model_id: str | None = None,
    fallback_llm_model_id: str | None = None,
    temperature: float | None = None,
    max_tokens: int | None = None,
    top_p: float | None = None,
    input_schema: Mapping[str, Any] | None = None,
    output_schema: Mapping[str, Any] | None = None,
    config: Mapping[str, Any] | None = None,
    set_current: bool = False,
    message: str | None = None,
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "prompt_id": prompt_id,
            "version": version,
            "user_prompt": user_prompt,
            "system_prompt": system_prompt,
            "llm_model_id": llm_model_id,
            "fallback_llm_model_id": fallback_llm_model_id,
            "temperature": temperature,
            "max_tokens": max_tokens,
            "top_p": top_p,
            "input_schema": input_schema,
            "output_schema": output_schema,
            "config": config,
            "set_current": set_current,
            "message": message,
        },
    )


def parse(content: bytes) -> models.PromptVersion:
    """Read a successful answer."""
    answer: models.PromptVersion = reads(lambda: models.PromptVersion)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.PromptVersion), known=True))
    )
    return answer
