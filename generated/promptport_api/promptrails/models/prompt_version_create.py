# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A version of a prompt to be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Required, TypedDict

PromptVersionCreate = TypedDict(
    "PromptVersionCreate",
    {
        "version": "str",  # A label of your choice, such as `1.0.0`; the platform gives one where there is none.
        "user_prompt": "Required[str]",  # The template of the user message; variables stand in double braces.
        "system_prompt": "str",  # The template of the system message.
        "llm_model_id": "str",  # Gone since promptrails 0.9.0; use `agents.create_version(model_config=...)`. The identifier of the model to run on.
        "fallback_llm_model_id": "str",  # Gone since promptrails 0.9.0; use `agents.create_version(model_config=...)`. The model that takes over where that one fails.
        "temperature": "float",  # Gone since promptrails 0.9.0; use `agents.create_version(model_config=...)`. The sampling temperature.
        "max_tokens": "int",  # Gone since promptrails 0.9.0; use `agents.create_version(model_config=...)`. How many tokens an answer has at the most.
        "top_p": "float",  # Gone since promptrails 0.9.0; use `agents.create_version(model_config=...)`. The part of the probability mass that is sampled.
        "input_schema": "Mapping[str, Any]",  # A JSON schema of the variables.
        "output_schema": "Mapping[str, Any]",  # Gone since promptrails 0.9.0; use `agents.create_version(output_schema=...)`. A JSON schema of the answer.
        "config": "Mapping[str, Any]",  # Further settings.
        "set_current": "bool",  # Whether it becomes the one that runs.
        "message": "str",  # What to say of it.
    },
    total=False,
)
