# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""An agent with one prompt; with others that it can call, a supervisor."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

PromptAgentConfig = TypedDict(
    "PromptAgentConfig",
    {
        "type": "Required[Literal['agent']]",
        "prompt_id": "Required[str]",  # The prompt to run.
    },
    total=False,
)
