# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The evaluators of an experiment, or those that were added."""

from __future__ import annotations

from typing import Required

from typing_extensions import TypedDict

from .. import models

EvaluatorList = TypedDict(
    "EvaluatorList",
    {
        "data": "Required[list[models.Evaluator]]",  # The evaluators.
    },
    total=False,
)
