# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A tool to be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Required, TypedDict

MCPToolCreate = TypedDict(
    "MCPToolCreate",
    {
        "name": "Required[str]",  # Its name.
        "type": "Required[str]",  # `builtin`, `remote_mcp`, `datasource` or `api`.
        "config": "Mapping[str, Any]",  # Where it is, and how it is reached.
        "schema": "Mapping[str, Any]",  # A JSON schema of its arguments.
        "credential_id": "str",  # The credential that it uses.
        "template_id": "str",  # The template that it is made from.
        "status": "str",  # Its state, such as `active`.
    },
    total=False,
)
