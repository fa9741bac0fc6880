# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""An agent that gives its prompts different parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required, TypedDict

from .. import models

MultiAgentConfig = TypedDict(
    "MultiAgentConfig",
    {
        "type": "Required[Literal['multi_agent']]",
        "prompt_ids": "Required[Sequence[models.PromptLink]]",  # The prompts and their parts.
    },
    total=False,
)
