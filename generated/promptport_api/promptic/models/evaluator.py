# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A judge of answers."""

from __future__ import annotations

from typing import Any, Literal, Required

from promptport.model import Fields as _Fields
from promptport.model import (
    describe,
)
from typing_extensions import TypedDict

Evaluator = TypedDict(
    "Evaluator",
    {
        "id": Required["str"],  # The evaluator's id.
        "experimentId": Required["str"],  # The experiment that it belongs to.
        "name": Required["str"],  # Its name.
        "description": Required["str | None"],  # What it looks at.
        "type": Required[
            "Literal['f1', 'referenceJudge', 'comparisonJudge', 'generalJudge', 'similarity', 'structuredOutput', 'toolSelection']"
        ],  # 'Values: `toolSelection` since promptic-sdk 0.20.0.' `f1`, `referenceJudge`, `comparisonJudge`, `generalJudge`, `similarity`,...
        "scaleMin": Required["float"],  # The lowest score on its own scale.
        "scaleMax": Required["float"],  # The highest score on its own scale.
        "weight": Required["float"],  # What it counts beside the others.
        "config": Required["dict[str, Any] | None"],  # Its settings, which depend on the type.
        "createdAt": Required["str"],  # When it was made.
        "updatedAt": Required["str"],  # When it was last changed.
    },
    total=False,
)
describe(
    Evaluator,
    _Fields(
        {
            "id": "string",
            "experimentId": "string",
            "name": "string",
            "description": "string|null",
            "type": "string",
            "scaleMin": "number",
            "scaleMax": "number",
            "weight": "number",
            "config": "object|null",
            "createdAt": "string",
            "updatedAt": "string",
        },
        (
            "id",
            "experimentId",
            "name",
            "description",
            "type",
            "scaleMin",
            "scaleMax",
            "weight",
            "config",
            "createdAt",
            "updatedAt",
        ),
    ),
)
