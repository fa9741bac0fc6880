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
        "llm_model_id": "str",  # The identifier of the model to run on. Deprecated: the platform may take it away.
        "fallback_llm_model_id": "str",  # The model that takes over where that one fails. Deprecated: the platform may...
        "temperature": "float",  # The sampling temperature. Deprecated: the platform may take it away.
        "max_tokens": "int",  # How many tokens an answer has at the most. Deprecated: the platform may take it away.
        "top_p": "float",  # The part of the probability mass that is sampled. Deprecated: the platform...
        "input_schema": "Mapping[str, Any]",  # A JSON schema of the variables.
        "output_schema": "Mapping[str, Any]",  # A JSON schema of the answer. Deprecated: the platform may take it away.
        "config": "Mapping[str, Any]",  # Further settings.
        "set_current": "bool",  # Whether it becomes the one that runs.
        "message": "str",  # What to say of it.
    },
    total=False,
)
