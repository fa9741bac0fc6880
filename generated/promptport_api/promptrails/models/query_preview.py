# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A query to try."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Required, TypedDict

QueryPreview = TypedDict(
    "QueryPreview",
    {
        "query_template": "Required[str]",  # The query, with its variables in double braces.
        "parameters": "Mapping[str, Any]",  # The values of its variables.
    },
    total=False,
)
