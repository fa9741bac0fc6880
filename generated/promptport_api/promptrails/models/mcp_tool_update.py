# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What can change in a tool."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypedDict

MCPToolUpdate = TypedDict(
    "MCPToolUpdate",
    {
        "name": "str | None",  # Its name.
        "description": "str | None",  # What it does.
        "type": "str | None",  # `builtin`, `remote_mcp`, `datasource` or `api`.
        "config": "Mapping[str, Any] | None",  # Where it is, and how it is reached.
        "schema": "Mapping[str, Any] | None",  # A JSON schema of its arguments.
        "credential_id": "str | None",  # The credential that it uses.
        "template_id": "str | None",  # The template that it was made from.
        "status": "str | None",  # Its state, such as `active`.
        "is_active": "bool | None",  # Whether it is switched on.
    },
    total=False,
)
