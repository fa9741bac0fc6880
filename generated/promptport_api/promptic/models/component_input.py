# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A component to be."""

from __future__ import annotations

from typing import Required, TypedDict

ComponentInput = TypedDict(
    "ComponentInput",
    {
        "name": "Required[str]",  # Its name.
        "description": "str",  # What it does.
    },
    total=False,
)
