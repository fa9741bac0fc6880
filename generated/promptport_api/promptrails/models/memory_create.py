# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Something to remember."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Required, TypedDict

MemoryCreate = TypedDict(
    "MemoryCreate",
    {
        "content": "Required[str]",  # What to remember.
        "memory_type": "Required[str]",  # Its kind, such as `fact`, `event`, `conversation`, `procedure`, `episodic`,...
        "importance": "float",  # From 0 to 1.
        "metadata": "Mapping[str, Any]",  # What belongs to it.
        "chat_session_id": "str",  # The chat session that it comes from.
    },
    total=False,
)
