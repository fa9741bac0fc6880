# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A model and its sampling; what is left out is as the model has it."""

from __future__ import annotations

from typing import TypedDict

ModelConfig = TypedDict(
    "ModelConfig",
    {
        "model_id": "str | None",  # The identifier of the model in the catalogue.
        "fallback_model_id": "str | None",  # The model that takes over where that one fails.
        "temperature": "float | None",  # The sampling temperature.
        "top_p": "float | None",  # The part of the probability mass that is sampled.
        "top_k": "int | None",  # How many tokens are sampled from.
        "max_tokens": "int | None",  # How many tokens an answer has at the most.
    },
    total=False,
)
