# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""What can change of an evaluator."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypedDict

EvaluatorChanges = TypedDict(
    "EvaluatorChanges",
    {
        "name": "str",  # Its name.
        "type": "Literal['f1', 'referenceJudge', 'comparisonJudge', 'generalJudge', 'similarity', 'structuredOutput'] | str",  # `f1`, `referenceJudge`, `comparisonJudge`, `generalJudge`, `similarity` or...
        "weight": "float",  # What it counts beside the others.
        "config": "Mapping[str, Any] | None",  # Its settings. `referenceJudge` and `comparisonJudge` have `instructions`, a...
        "description": "str | None",  # What it looks at.
        "scaleMin": "float",  # The lowest score on its own scale.
        "scaleMax": "float",  # The highest score on its own scale.
    },
    total=False,
)
