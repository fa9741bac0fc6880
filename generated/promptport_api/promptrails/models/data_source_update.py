# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What can change in a data source."""

from __future__ import annotations

from typing import TypedDict

DataSourceUpdate = TypedDict(
    "DataSourceUpdate",
    {
        "name": "str | None",  # Its name.
        "description": "str | None",  # What it is for.
        "status": "str | None",  # `active` or `archived`.
    },
    total=False,
)
