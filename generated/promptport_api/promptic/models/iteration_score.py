# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""What one evaluator says of an iteration."""

from __future__ import annotations

from typing import Literal, Required

from promptport.model import Fields as _Fields
from promptport.model import (
    describe,
)
from typing_extensions import TypedDict

IterationScore = TypedDict(
    "IterationScore",
    {
        "iterationId": Required["int"],  # The iteration.
        "score": Required["float"],  # The score, from 0 to 1.
        "rawScore": Required["float"],  # The score on the evaluator's own scale.
        "evaluatorId": Required["str"],  # The evaluator.
        "evaluatorName": Required["str"],  # Its name.
        "evaluatorDescription": Required["str | None"],  # What it looks at.
        "evaluatorType": Required[
            "Literal['f1', 'referenceJudge', 'comparisonJudge', 'generalJudge', 'similarity', 'structuredOutput', 'toolSelection']"
        ],  # 'Values: `toolSelection` since promptic-sdk 0.20.0.' Its type.
    },
    total=False,
)
describe(
    IterationScore,
    _Fields(
        {
            "iterationId": "integer",
            "score": "number",
            "rawScore": "number",
            "evaluatorId": "string",
            "evaluatorName": "string",
            "evaluatorDescription": "string|null",
            "evaluatorType": "string",
        },
        ("iterationId", "score", "rawScore", "evaluatorId", "evaluatorName", "evaluatorDescription", "evaluatorType"),
    ),
)
