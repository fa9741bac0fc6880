# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""An AI application in a list."""

from __future__ import annotations

from typing import Required

from promptport.model import Fields as _Fields
from promptport.model import (
    describe,
)
from typing_extensions import TypedDict

AIApplicationListItem = TypedDict(
    "AIApplicationListItem",
    {
        "id": Required["str"],  # The AI application's id.
        "name": Required["str"],  # Its name.
        "description": "str | None",  # What it is for.
        "createdAt": "str",  # When it was made.
        "updatedAt": "str",  # When it was last changed.
    },
    total=False,
)
describe(
    AIApplicationListItem,
    _Fields(
        {"id": "string", "name": "string", "description": "string|null", "createdAt": "string", "updatedAt": "string"},
        ("id", "name"),
    ),
)
