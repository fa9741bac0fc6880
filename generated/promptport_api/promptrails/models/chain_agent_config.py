# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""An agent that runs prompts one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required, TypedDict

from .. import models

ChainAgentConfig = TypedDict(
    "ChainAgentConfig",
    {
        "type": "Required[Literal['chain']]",
        "prompt_ids": "Required[Sequence[models.PromptLink]]",  # The prompts, in order.
        "approval_required": "bool",  # Whether people must agree before it goes on.
        "approval_checkpoint_name": "str | None",  # What to call the point at which it waits.
    },
    total=False,
)
