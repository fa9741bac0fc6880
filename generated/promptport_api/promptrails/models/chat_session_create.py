# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A conversation to be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Required, TypedDict

ChatSessionCreate = TypedDict(
    "ChatSessionCreate",
    {
        "agent_id": "Required[str]",  # The agent to talk with.
        "title": "str",  # Its title.
        "metadata": "Mapping[str, Any]",  # What to keep beside it.
    },
    total=False,
)
