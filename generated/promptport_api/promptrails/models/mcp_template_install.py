# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""How to install a template."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Required, TypedDict

MCPTemplateInstall = TypedDict(
    "MCPTemplateInstall",
    {
        "name": "Required[str]",  # What to call the tool.
        "parameters": "Mapping[str, Any]",  # What the template asks for.
    },
    total=False,
)
