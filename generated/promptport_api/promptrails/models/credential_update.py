# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What can change in a credential."""

from __future__ import annotations

from typing import TypedDict

CredentialUpdate = TypedDict(
    "CredentialUpdate",
    {
        "name": "str | None",  # Its name.
        "description": "str | None",  # What it is for.
        "value": "str | None",  # The secret itself.
        "is_default": "bool | None",  # Whether to use it where none is named.
    },
    total=False,
)
