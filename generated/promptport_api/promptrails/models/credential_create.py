# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A secret to keep."""

from __future__ import annotations

from typing import Required, TypedDict

CredentialCreate = TypedDict(
    "CredentialCreate",
    {
        "name": "Required[str]",  # Its name.
        "type": "Required[str]",  # Whose it is, such as `openai` or `postgresql`.
        "category": "Required[str]",  # `llm`, `data_warehouse`, `tools`, `speech`, `image` or `video`.
        "value": "Required[str]",  # The secret itself; it is never answered.
        "description": "str",  # What it is for.
        "is_default": "bool",  # Whether to use it where none is named.
        "schema_type": "str",  # The kind of schema that belongs to it.
    },
    total=False,
)
