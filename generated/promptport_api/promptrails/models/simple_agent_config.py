# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""An agent with one prompt."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

SimpleAgentConfig = TypedDict(
    "SimpleAgentConfig",
    {
        "type": "Required[Literal['simple']]",
        "prompt_id": "Required[str]",  # The prompt to run.
        "approval_required": "bool",  # Whether people must agree before it goes on.
        "approval_checkpoint_name": "str | None",  # What to call the point at which it waits.
        "max_tokens": "int | None",  # How many tokens an answer has at the most.
        "temperature": "float | None",  # The sampling temperature.
        "llm_model_id": "str | None",  # The model, in place of the prompt's.
    },
    total=False,
)
