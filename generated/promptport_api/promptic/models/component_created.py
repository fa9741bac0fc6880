# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The id of a component that was made."""

from __future__ import annotations

from typing import Required

from promptport.model import Fields as _Fields
from promptport.model import (
    describe,
)
from typing_extensions import TypedDict

ComponentCreated = TypedDict(
    "ComponentCreated",
    {
        "id": Required["str"],  # The component's id.
    },
    total=False,
)
describe(ComponentCreated, _Fields({"id": "string"}, ("id",)))
