# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""An agent whose steps depend on each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required, TypedDict

from .. import models

WorkflowAgentConfig = TypedDict(
    "WorkflowAgentConfig",
    {
        "type": "Required[Literal['workflow']]",
        "nodes": "Required[Sequence[models.WorkflowNode]]",  # The steps.
    },
    total=False,
)
