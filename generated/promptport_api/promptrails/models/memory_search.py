# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What to look for in an agent's memories."""

from __future__ import annotations

from typing import Required, TypedDict

MemorySearch = TypedDict(
    "MemorySearch",
    {
        "query": "Required[str]",  # What to look for.
        "threshold": "float",  # How close a memory must be, from 0 to 1.
        "limit": "int",  # How many to answer at the most.
    },
    total=False,
)
