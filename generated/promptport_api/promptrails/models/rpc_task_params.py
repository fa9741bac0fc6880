# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Which task."""

from __future__ import annotations

from typing import Required, TypedDict

RPCTaskParams = TypedDict(
    "RPCTaskParams",
    {
        "id": "Required[str]",  # The task's identifier.
    },
    total=False,
)
