# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What to try an agent with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Required, TypedDict

AgentPreview = TypedDict(
    "AgentPreview",
    {
        "input": "Required[Mapping[str, Any]]",  # What it is given.
        "version_id": "str",  # The version to try, in place of the current one.
    },
    total=False,
)
