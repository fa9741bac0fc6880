# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A run of a prompt with settings of its own; what is left out comes from the prompt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

PromptRun = TypedDict(
    "PromptRun",
    {
        "system_prompt": "str | None",  # The template of the system message.
        "user_prompt": "str | None",  # The template of the user message.
        "llm_model_id": "str | None",  # The identifier of the model to run on.
        "fallback_llm_model_id": "str | None",  # The model that takes over where that one fails.
        "temperature": "float | None",  # The sampling temperature.
        "max_tokens": "int | None",  # How many tokens an answer has at the most.
        "top_p": "float | None",  # The part of the probability mass that is sampled.
        "input": "Mapping[str, Any] | None",  # The values of the variables.
        "output_schema": "Mapping[str, Any] | None",  # A JSON schema of the answer.
        "tools": "Sequence[str] | None",  # The identifiers of tools to offer.
        "credential_id": "str | None",  # The credential that pays.
        "cache_timeout": "int | None",  # For how many seconds an answer may be used again.
        "initial_messages": "Sequence[Mapping[str, Any]] | None",  # Messages that go before, each of `role` and `content`.
    },
    total=False,
)
