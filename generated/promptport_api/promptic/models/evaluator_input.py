# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""An evaluator to be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Required, TypedDict

EvaluatorInput = TypedDict(
    "EvaluatorInput",
    {
        "name": "Required[str]",  # Its name.
        "type": "Required[Literal['f1', 'referenceJudge', 'comparisonJudge', 'generalJudge', 'similarity', 'structuredOutput'] | str]",  # `f1`, `referenceJudge`, `comparisonJudge`, `generalJudge`, `similarity` or...
        "weight": "float",  # What it counts beside the others; 1 where it is left out.
        "config": "Mapping[str, Any] | None",  # Its settings. `referenceJudge` and `comparisonJudge` have `instructions`, a...
        "description": "str | None",  # What it looks at.
        "scaleMin": "float",  # The lowest score on its own scale; 0 where it is left out.
        "scaleMax": "float",  # The highest score on its own scale; 1 where it is left out.
    },
    total=False,
)
