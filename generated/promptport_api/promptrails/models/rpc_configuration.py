# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""How to take a message."""

from __future__ import annotations

from typing import TypedDict

RPCConfiguration = TypedDict(
    "RPCConfiguration",
    {
        "blocking": "bool",  # Whether to wait until the task has ended.
    },
    total=False,
)
