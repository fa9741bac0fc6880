# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The column of a dataset that a variable of a prompt is to take."""

from __future__ import annotations

from typing import Required, TypedDict

InputVariableInput = TypedDict(
    "InputVariableInput",
    {
        "name": "Required[str]",  # The variable.
        "column": "Required[str]",  # The column.
    },
    total=False,
)
