# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A prompt to be."""

from __future__ import annotations

from typing import Required, TypedDict

PromptCreate = TypedDict(
    "PromptCreate",
    {
        "name": "Required[str]",  # Its name.
        "description": "str",  # What it is for.
    },
    total=False,
)
