# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""An example to learn from, or to be judged by. Since 0.18.0 it is a case of the experiment's dataset."""

from __future__ import annotations

from typing import Any, Literal, Required

from promptport.model import Fields as _Fields
from promptport.model import (
    describe,
)
from typing_extensions import TypedDict

Observation = TypedDict(
    "Observation",
    {
        "id": Required["int"],  # The observation's id, a number.
        "experimentId": Required["str"],  # The experiment that it belongs to.
        "idx": Required["int"],  # Its place among the observations.
        "expected": Required["str"],  # The answer that is right.
        "variables": Required["dict[str, Any]"],  # The values of the prompt's variables.
        "split": Required["Literal['train', 'eval']"],  # `train` or `eval`.
        "createdAt": Required["str"],  # When it was made.
        "updatedAt": Required["str"],  # When it was last changed.
    },
    total=False,
)
describe(
    Observation,
    _Fields(
        {
            "id": "integer",
            "experimentId": "string",
            "idx": "integer",
            "expected": "string",
            "variables": "object",
            "split": "string",
            "createdAt": "string",
            "updatedAt": "string",
        },
        ("id", "experimentId", "idx", "expected", "variables", "split", "createdAt", "updatedAt"),
    ),
)
