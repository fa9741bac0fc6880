# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""An agent made of other agents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required, TypedDict

from .. import models

CompositeAgentConfig = TypedDict(
    "CompositeAgentConfig",
    {
        "type": "Required[Literal['composite']]",
        "steps": "Required[Sequence[models.CompositeStep]]",  # The agents, and what each waits for.
    },
    total=False,
)
