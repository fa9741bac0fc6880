# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The column of a dataset that a variable of a prompt takes."""

from __future__ import annotations

from typing import Required

from promptport.model import Fields as _Fields
from promptport.model import (
    describe,
)
from typing_extensions import TypedDict

InputVariable = TypedDict(
    "InputVariable",
    {
        "name": Required["str"],  # The variable.
        "column": Required["str"],  # The column.
    },
    total=False,
)
describe(InputVariable, _Fields({"name": "string", "column": "string"}, ("name", "column")))
