# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What to query a data source with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypedDict

Query = TypedDict(
    "Query",
    {
        "parameters": "Mapping[str, Any]",  # The values of the query's variables.
    },
    total=False,
)
