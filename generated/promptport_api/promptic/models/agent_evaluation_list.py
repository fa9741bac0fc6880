# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The evaluations of a component."""

from __future__ import annotations

from typing import Required

from typing_extensions import TypedDict

from .. import models

AgentEvaluationList = TypedDict(
    "AgentEvaluationList",
    {
        "data": "Required[list[models.AgentEvaluation]]",  # The evaluations.
    },
    total=False,
)
